using Cms.Articles;
using Cms.Data;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Search;

/// <summary>
/// Puts what filters ask into a query as words, which the index of words knows too: in a large archive it then finds only what they leave.
/// </summary>
internal sealed class FilterStore(Database database)
{
    /// <summary>More months and years are not worth looking up; the condition on the date holds as it is.</summary>
    private const int DatesMax = 120;

    /// <summary>The statistics leave out what so few stories are filed under.</summary>
    private const int Uncounted = 500;

    /// <summary>The query among the stories that the filters leave; as it is in a small archive, where all matches are looked at.</summary>
    public async Task<AnalysedQuery?> Narrow(AnalysedQuery? query, ArticleFilters filters, Filed filed, CancellationToken cancellationToken)
    {
        if (query is null or { IsCounted: true } or { IsNegative: true } || filed.IsUnknown)
        {
            return query;
        }

        var (from, until, _) = filters.Times(filed.TimeZone);
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var words = await connection.QuerySingleAsync<FilterWords>(new CommandDefinition(
            """
            with months as (
                select to_char(month, 'YYYYMM') as month, to_char(month, 'YYYY') as year
                from (select min(published_at) as oldest, max(published_at) as newest from published_search) archive
                cross join lateral generate_series(
                    date_trunc('month', greatest(@From, oldest) at time zone 'UTC'), least(@Until, newest) at time zone 'UTC', '1 month') month
                where @From is not null or @Until is not null
            ),
            dates as (
                select distinct case when count(*) over (partition by year) = 12 then '=y' || year else '=m' || month end as lexeme
                from months
            ),
            asked (filter, lexeme) as (
                select 'published', lexeme from dates where (select count(*) from dates) <= @DatesMax
                union all
                select 'publication', '=p' || right(@Publication::text, 12) where @Publication is not null
                union all
                select 'section', '=s' || right(id::text, 12) from unnest(@Sections) id
                union all
                -- Stories keep the ids that they were filed under.
                select 'author', '=a' || right(id::text, 12) from public_contributor_aliases where current_id = @Author
                union all
                select 'tag ' || current_id, '=t' || right(id::text, 12) from public_tag_aliases where current_id = any(@Tags)
                union all
                select 'any tag', '=t' || right(id::text, 12) from public_tag_aliases where current_id = any(@TagsAny)
            ),
            filters as (
                select search_any(quote_literal(lexeme)::tsquery) as words, sum(coalesce(t.stories, @Uncounted))::float8 as stories
                from asked
                left join search_terms t using (lexeme)
                group by filter
            )
            select search_all(words)::text as words, min(stories) as stories
            from filters
            """,
            new
            {
                From = from,
                Until = until,
                Publication = filters.Publication is null ? null : filed.PublicationId,
                Sections = filed.Sections.ToArray(),
                filed.Author,
                Tags = filed.Tags.ToArray(),
                TagsAny = filed.TagsAny.ToArray(),
                DatesMax,
                Uncounted,
            },
            cancellationToken: cancellationToken));
        return words.Words is null ? query : query with
        {
            Query = $"({query.Query}) & ({words.Words})",
            AllWords = query.AllWords.Length == 0 ? words.Words : $"({query.AllWords}) & ({words.Words})",
            StoriesLeft = Math.Min(query.Stories, words.Stories),
        };
    }

    private sealed record FilterWords
    {
        /// <summary>A query; null when no filter is known to the index.</summary>
        public string? Words { get; init; }

        /// <summary>No less than as many stories as the filters leave.</summary>
        public double Stories { get; init; }
    }
}
