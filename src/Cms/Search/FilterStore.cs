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
    /// <summary>What has more words is left to its condition: a query of so many is dear to put together, and to look up.</summary>
    private const int WordsMax = 200;

    /// <summary>Stories that are counted where the statistics do not know a filter's words, or know of few.</summary>
    private const int Counted = 2_000;

    /// <summary>The query among the stories that the filters leave; as it is in a small archive, where all matches are looked at.</summary>
    public async Task<AnalysedQuery?> Narrow(AnalysedQuery? query, ArticleFilters filters, Filed filed, CancellationToken cancellationToken)
    {
        if (query is null or { IsCounted: true } or { IsNegative: true } || filed.IsUnknown || !HaveWords(filters))
        {
            return query;
        }

        var (from, until, _) = filters.Times(filed.TimeZone);
        await using var connection = await database.Search.OpenConnectionAsync(cancellationToken);
        var words = await connection.QuerySingleAsync<FilterWords>(new CommandDefinition(
            """
            with recursive years as (
                -- One by one, however far apart they are.
                select date_trunc('year', max(published_at) at time zone 'UTC') as year
                from published_search
                where (@From::timestamptz is not null or @Until::timestamptz is not null)
                  and published_at < coalesce(@Until::timestamptz, 'infinity')
                union all
                select date_trunc('year', (
                    select max(published_at) from published_search where published_at < y.year at time zone 'UTC') at time zone 'UTC')
                from years y
                where y.year > coalesce(@From::timestamptz at time zone 'UTC', '-infinity')
            ),
            months as (
                select year, year + number * interval '1 month' as month
                from years
                cross join generate_series(0, 11) number
            ),
            dates as (
                select distinct case
                    when count(*) over (partition by year) = 12 then '=y' || to_char(year, 'YYYY')
                    else '=m' || to_char(month, 'YYYYMM')
                end as lexeme
                from months
                where month < coalesce(@Until::timestamptz at time zone 'UTC', 'infinity')
                  and month + interval '1 month' > coalesce(@From::timestamptz at time zone 'UTC', '-infinity')
            ),
            asked (filter, lexeme) as (
                select 'published', lexeme from dates
                union all
                select 'publication', search_filed('=p', @Publication) where @Publication is not null
                union all
                select 'section', search_filed('=s', id) from unnest(@Sections) id
                union all
                -- Stories keep the ids that they were filed under.
                select 'author', search_filed('=a', id) from public_contributor_aliases where current_id = @Author
                union all
                select 'tag ' || current_id, search_filed('=t', id) from public_tag_aliases where current_id = any(@Tags)
                union all
                select 'any tag', search_filed('=t', id) from public_tag_aliases where current_id = any(@TagsAny)
            ),
            filters as materialized (
                select string_agg(quote_literal(lexeme), ' | ')::tsquery as words, sum(t.stories)::float8 as known
                from asked
                left join search_terms t using (lexeme)
                group by filter
                having count(*) <= @WordsMax
            )
            select
                search_all(words)::text as words,
                min(case when known >= @Counted / 2 then known else nullif(counted.stories, @Counted) end)::float8 as stories
            from filters
            cross join lateral (
                select count(*) as stories
                from (
                    select
                    from published_search
                    where tsv @@ words
                    limit case when known >= @Counted / 2 then 0 else @Counted end
                ) found
            ) counted
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
                WordsMax,
                Counted,
            },
            cancellationToken: cancellationToken));
        return words.Words is null ? query : query with
        {
            Query = $"({query.Query}) & ({words.Words})",
            AllWords = query.AllWords.Length == 0 ? words.Words : $"({query.AllWords}) & ({words.Words})",
            StoriesLeft = words.Stories ?? double.PositiveInfinity,
        };
    }

    /// <summary>Whether any of the filters has words.</summary>
    private static bool HaveWords(ArticleFilters filters) => filters is not
    {
        Publication: null, Section: null, Author: null, Tag: null or [], TagAny: null or [], PublishedAfter: null, PublishedBefore: null,
    };

    private sealed record FilterWords
    {
        /// <summary>A query; null when no filter is known to the index.</summary>
        public string? Words { get; init; }

        /// <summary>No less than as many stories as the filters leave; null where that is not known.</summary>
        public double? Stories { get; init; }
    }
}
