using Cms.Articles;
using Cms.Http;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Search;

/// <summary>
/// The statements of one search over what is public. Only constant text is joined; values are parameters, the query among them
/// as PostgreSQL's own analysis gave it.
/// </summary>
internal sealed class SearchStatement
{
    private readonly SearchPlace place;

    public SearchStatement(ArticleFilters filters, Filed filed, AnalysedQuery? query, SearchPlace place)
    {
        this.place = place;
        var where = new ArticleConditions(filters, filed, Parameters, isDraft: false).ToString();
        Hits = query is null ? $"{Source}\n    where {where}" : $"{Source}\n    where a.tsv @@ @Query::tsquery\n      and {where}";
        Parameters.Add("Query", query?.Query);
        Parameters.Add("Words", query?.Words);
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>All hits: what follows `from`.</summary>
    public string Hits { get; }

    /// <summary>All hits, counted.</summary>
    public string Count => $"select count(*) from {Hits}";

    /// <summary>All hits, counted no further than the cap.</summary>
    public string CappedCount => $"select count(*) from (select from {Hits} limit {Limits.CountCap}) capped";

    /// <summary>The ids of the page after the place, with one more than it holds; a walk ends with the best 1,000.</summary>
    public string Page(int limit)
    {
        Parameters.Add("Rows", limit + 1);
        Parameters.Add("Hour", place.Hour);
        Parameters.Add("AfterScore", place.AfterScore);
        Parameters.Add("AfterDate", place.AfterDate);
        Parameters.Add("AfterId", place.AfterId);
        return place.IsScored ? ByScore : ByDate;
    }

    private const string Source = "(select p.*, p.article_id as id from published_articles p) a";

    /// <summary>The planner would rather walk the dates and look into every story than use the index of words: an expression prevents it.</summary>
    private string Date => Parameters.Get<string?>("Query") is null ? "a.published_at" : "a.published_at + interval '0'";

    private string ByDate =>
        $"""
        select id, published_at
        from (
            select a.id, a.published_at
            from {Hits}
            order by {Date} desc, a.id desc
            limit {Limits.SearchResults}
        ) newest
        where {(place.IsContinued ? "(published_at, id) < (@AfterDate, @AfterId)" : "true")}
        order by published_at desc, id desc
        limit @Rows
        """;

    /// <summary>
    /// BM25 with k1 = 1.5, b = 0.75 and a headline that counts three times, over all hits. ts_rank saturates with the number of
    /// occurrences, so that they can be had back from it: once from the whole story, once from its headline alone.
    /// `offset 0` keeps each step from being computed again for every mention of it; the first reads the story's words in once.
    /// </summary>
    private string ByScore =>
        $"""
        with words as materialized (
            select w.word, ln(1 + (everything.stories - found.stories + .5) / (found.stories + .5)) as idf
            from unnest(@Words::text[]::tsquery[]) w (word)
            cross join (select count(*)::float8 as stories from published_articles) everything
            cross join lateral (select count(*)::float8 as stories from published_articles where tsv @@ w.word) found
        ),
        hits as (
            select a.id, a.published_at, a.tsv, a.word_count / greatest(avg(a.word_count) over (), 1)::float8 as length
            from {Hits}
        ),
        scored as (
            select hits.id, hits.published_at, round((relevance.score{Recency})::numeric, 4) as score
            from hits
            cross join lateral (select hits.tsv || '' as tsv offset 0) story
            cross join lateral (
                select coalesce(sum(words.idf * f.frequency / (f.frequency + 1.5 * (.25 + .75 * hits.length))), 0) as score
                from words
                cross join lateral (
                    select
                        ts_rank('{"{1,1,1,1}"}', story.tsv, words.word)::float8 as anywhere,
                        ts_rank('{"{0,0,0,1}"}', story.tsv, words.word)::float8 as headline
                    offset 0
                ) s
                cross join lateral (
                    select .645 * s.anywhere / (1.0001 - s.anywhere) + 2 * .645 * s.headline / (1.0001 - s.headline) as frequency
                    offset 0
                ) f
            ) relevance
        ),
        best as (
            select id, published_at, score
            from scored
            order by score desc, id desc
            limit {Limits.SearchResults}
        )
        select id, published_at, score
        from best
        where {(place.IsContinued ? "(score, id) < (@AfterScore, @AfterId)" : "true")}
        order by score desc, id desc
        limit @Rows
        """;

    /// <summary>Half as much again for a new story, fading over a month. Beyond a hundred months exp() would underflow, which is an error.</summary>
    private string Recency => place.Sort == SearchPlace.Best
        ? " * (1 + .5 * exp(-least(greatest(date_part('epoch', @Hour) - date_part('epoch', hits.published_at), 0) / 2592000, 100)))"
        : "";
}
