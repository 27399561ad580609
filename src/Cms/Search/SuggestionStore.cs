using Cms.Data;
using Dapper;

namespace Cms.Search;

/// <summary>Finds headlines and names by the beginning of a word.</summary>
internal sealed class SuggestionStore(Database database)
{
    /// <summary>Stories that are looked through without an index: it takes some twenty microseconds for each.</summary>
    private const int Newest = 50;

    /// <summary>Stories that the index may bring.</summary>
    private const int Indexed = 30;

    /// <summary>How often something is used is counted no further; the statistics of searches know what is used more.</summary>
    private const int UsesMax = 100;

    /// <summary>
    /// Each kind: its names by the index over their folded form, and how much each is used. A row is public by
    /// itself, but only one that a public story carries is suggested.
    /// </summary>
    private static readonly Dictionary<SuggestionKind, string> Selections = new()
    {
        [SuggestionKind.Section] = Taxonomy("Section", "public_sections", SectionUses, "section_id", "=s"),
        [SuggestionKind.Tag] = Taxonomy("Tag", "public_tags", "published_tags", "tag_id", "=t"),
        [SuggestionKind.Contributor] = Taxonomy("Contributor", "public_contributors", "published_authors", "contributor_id", "=a"),
        [SuggestionKind.Article] =
            $"""
            (select 'Article', 4, article_id, headline, slug, words like typed.whole, date_part('epoch', published_at)
            from typed
            cross join lateral (
                select * from newest
                union all
                select p.article_id, p.headline, p.slug, p.published_at, search_words(p.headline)
                from search_headlines(typed.begun, search_last_times(), {Indexed}) h
                join published_articles p on p.article_id = h
            ) p
            order by 6 desc, 7 desc, 3 desc
            limit @limit)
            """,
    };

    public async Task<IReadOnlyList<Suggestion>> Find(string text, IEnumerable<SuggestionKind> kinds, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Suggestion>(new CommandDefinition(
            $"""
            with typed as materialized (
                select begun, begun || '%' as whole, '%' || begun || '%' as anywhere
                from search_typed(@text) begun
                where begun <> ' '
            ),
            newest as materialized (
                select p.*
                from typed
                cross join lateral (
                    select article_id, headline, slug, published_at, search_words(headline) as words
                    from (select * from published_articles order by published_at desc, article_id desc limit {Newest}) p
                    offset 0
                ) p
                -- The index has no beginnings of one letter or two: too much begins so.
                where search_beginning(typed.begun) is null
                  and p.words like typed.anywhere
            ),
            found (kind, kind_order, id, text, slug, is_whole, used) as (
                {string.Join("\nunion all\n", kinds.Select(kind => Selections[kind]))}
            )
            select kind, id, text, slug
            from found
            order by is_whole desc, row_number() over (partition by kind order by is_whole desc, used desc, id desc), kind_order
            limit @limit
            """,
            new { text, limit },
            cancellationToken: cancellationToken));
        return rows.AsList();
    }

    /// <summary>Stories keep the id of the section that they were filed under, whatever it was merged into.</summary>
    private const string SectionUses =
        "(select a.current_id as section_id from published_articles p join public_section_aliases a on a.id = p.section_id)";

    private static string Taxonomy(string kind, string names, string uses, string key, string filter) =>
        $"""
        (select '{kind}', {(int)Enum.Parse<SuggestionKind>(kind)}, n.id, n.name, n.slug, search_words(n.name) like typed.whole, u.stories
        from {names} n
        cross join typed
        left join search_terms t on t.lexeme = search_filed('{filter}', n.id)
        cross join lateral (
            select coalesce(t.stories, (select count(*) from (select from {uses} x where x.{key} = n.id limit {UsesMax}) x))::float8 as stories
        ) u
        where search_words(n.name) like typed.anywhere
          and exists (select from {uses} x where x.{key} = n.id)
        order by 6 desc, 7 desc, 3 desc
        limit @limit)
        """;
}
