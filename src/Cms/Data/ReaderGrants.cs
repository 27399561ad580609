namespace Cms.Data;

/// <summary>What the reader's role may select: all that is public, and nothing else.</summary>
internal static class ReaderGrants
{
    /// <summary>Everything that the reader's role may see.</summary>
    public static readonly string[] Relations =
    [
        "publications", "masthead_terms", "public_sections", "public_tags", "public_contributors",
        "published_articles", "published_authors", "published_tags", "public_articles", "public_redirects",
        "former_publication_slugs", "masthead_entries", "public_section_aliases", "public_tag_aliases", "public_contributor_aliases",
        "published_search", "search_terms", "search_totals", "search_names",
    ];

    /// <summary>Grants only what is missing: concurrent grants on one object fail, and the schema's lock is per database.</summary>
    public static readonly string Sql = $"""
        do $$
        declare
            relation text;
        begin
            if exists (select from pg_roles where rolname = '{Database.ReaderRole}') then
                foreach relation in array '{"{" + string.Join(",", Relations) + "}"}'::text[] loop
                    if not has_table_privilege('{Database.ReaderRole}', relation, 'select') then
                        execute format('grant select on %I to {Database.ReaderRole}', relation);
                    end if;
                end loop;
            end if;
        end
        $$
        """;

    /// <summary>Makes the role where it is missing; the exception form, because roles are shared by the whole cluster.</summary>
    public static readonly string CreateRole = $"""
        do $$
        begin
            if not exists (select from pg_roles where rolname = '{Database.ReaderRole}') then
                begin
                    create role {Database.ReaderRole};
                exception
                    when duplicate_object or unique_violation then null;
                end;
            end if;
            if not pg_has_role(current_user, '{Database.ReaderRole}', 'member') then
                grant {Database.ReaderRole} to current_user;
            end if;
        end
        $$
        """;
}
