namespace Cms.Taxonomy;

/// <summary>The relations of the room as statements read them; all of it is constant text over the alias `f`.</summary>
internal static class TaxonomyRelations
{
    private const string Head = "f.id, f.slug, f.name, f.version, f.created_at, f.updated_at";

    private const string PublicationReference =
        "(select row_to_json(x) from (select u.id, u.slug, u.name from publications u where u.id = f.publication_id) x) as publication";

    public static readonly TaxonomyRelation<PublicationRow> Publications = new()
    {
        Name = "publications",
        Noun = "publication",
        IsPerPublication = false,
        Columns = $"{Head}, f.language, f.time_zone, f.site_url, f.article_path, f.is_default",
        // A subquery of its own, so that the publication's id reaches the windows before they are reckoned.
        DetailColumns =
            """
            (select '[' || string_agg(row_to_json(x)::text, ',' order by x.role collate "und-x-icu") || ']'
             from (select t.role, t.name, t.since
                   from masthead_terms t
                   where t.publication_id = f.id
                     and daterange(t.since, t.until) @> (now() at time zone f.time_zone)::date) x) as masthead
            """,
        Count = "select count(*) from published_articles p where p.publication_id = f.id",
        Counts = "select p.publication_id as id, count(*) as stories from published_articles p group by p.publication_id",
    };

    public static readonly TaxonomyRelation<ContributorRow> Contributors = new()
    {
        Name = "contributors",
        Noun = "contributor",
        Columns = $"{Head}, {PublicationReference}, f.kind, f.title, f.bio",
        Count = "select count(*) from published_authors a where a.contributor_id = f.id",
        Counts = "select a.contributor_id as id, count(*) as stories from published_authors a group by a.contributor_id",
    };

    public static readonly TaxonomyRelation<TagRow> Tags = new()
    {
        Name = "tags",
        Noun = "tag",
        Columns = $"{Head}, {PublicationReference}, f.description",
        Count = "select count(*) from published_tags a where a.tag_id = f.id",
        Counts = "select a.tag_id as id, count(*) as stories from published_tags a group by a.tag_id",
    };

    /// <summary>
    /// A section counts with its sub-sections, as a list of articles by section does; section by section, because a join with the
    /// recursion would be planned as a scan of all stories.
    /// </summary>
    public static readonly TaxonomyRelation<SectionRow> Sections = new()
    {
        Name = "sections",
        Noun = "section",
        Columns = SectionColumns("public_sections"),
        WorkingColumns = SectionColumns("sections"),
        DetailColumns =
            """
            (select json_agg(x)
             from (select o.id, o.slug, o.name
                   from public_sections o
                   where o.parent_id = f.id
                   order by o.name collate "und-x-icu", o.id) x) as children
            """,
        Count =
            """
            with recursive below as (
                select f.id
                union
                select s.id
                from public_sections s
                join below on s.parent_id = below.id
            )
            select coalesce(sum((select count(*) from published_articles p where p.section_id = a.id)), 0)::bigint
            from below
            join public_section_aliases a on a.current_id = below.id
            """,
        Counts =
            """
            with recursive tree as (
                select s.id as top, s.id
                from public_sections s
                union
                select tree.top, s.id
                from public_sections s
                join tree on s.parent_id = tree.id
            )
            select tree.top as id, sum(n.stories)::bigint as stories
            from tree
            join public_section_aliases a on a.current_id = tree.id
            join (select p.section_id, count(*) as stories from published_articles p where p.section_id is not null group by p.section_id) n
              on n.section_id = a.id
            group by tree.top
            """,
    };

    private static string SectionColumns(string sections) =>
        $"""
        {Head}, {PublicationReference}, f.description,
        (select row_to_json(x) from (select o.id, o.slug, o.name from {sections} o where o.id = f.parent_id) x) as parent
        """;
}

/// <summary>How statements read one relation.</summary>
internal sealed record TaxonomyRelation<TRow> where TRow : TaxonomyRow
{
    /// <summary>The newsroom's table.</summary>
    public required string Name { get; init; }

    /// <summary>What one row is called: in audit rows, events and refusals.</summary>
    public required string Noun { get; init; }

    /// <summary>Whether its slugs belong to a publication.</summary>
    public bool IsPerPublication { get; init; } = true;

    /// <summary>What a reader may see of the table. Publications are public from the start.</summary>
    public string View => IsPerPublication ? $"public_{Name}" : Name;

    /// <summary>The columns of a summary, as readers see it.</summary>
    public required string Columns { get; init; }

    /// <summary>The columns of a summary, as the newsroom sees it.</summary>
    public string WorkingColumns { get => field ?? Columns; init; }

    /// <summary>What the whole has beyond its summary and the count of stories; empty for nothing.</summary>
    public string DetailColumns { get; init; } = "";

    /// <summary>The public stories of the row `f`, counted.</summary>
    public required string Count { get; init; }

    /// <summary>The public stories of all rows that have some, as `id` and `stories`.</summary>
    public required string Counts { get; init; }
}
