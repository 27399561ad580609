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
    private readonly bool isMatched;
    private readonly bool isNegative;
    private readonly bool hasPhrases;
    private string rest = "";

    public SearchStatement(ArticleFilters filters, Filed filed, AnalysedQuery? query, SearchPlace place)
    {
        this.place = place;
        isMatched = query is { IsNegative: false };
        Filters = new ArticleConditions(filters, filed, Parameters, isDraft: false).ToString();
        isNegative = query is { IsNegative: true };
        hasPhrases = query is { HasPhrases: true };
        Hits = From(isSampled: false);
        Parameters.Add("Query", query?.Query);
        Parameters.Add("AllOf", query?.AllOf);
        Parameters.Add("AllWords", query?.AllWords);
        Parameters.Add("NoneOf", query?.NoneOf);
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>All hits: what follows `from`.</summary>
    public string Hits { get; }

    /// <summary>The conditions of the filters alone.</summary>
    public string Filters { get; }

    /// <summary>Whether anything narrows the search but its words.</summary>
    public bool IsFiltered => Filters != "true";

    /// <summary>Whether the last months were found to have too little of what is looked for.</summary>
    public bool LacksRecent { get; set; }

    /// <summary>The hits among one story in sixteen.</summary>
    public string SampledHits => From(isSampled: true);

    /// <summary>The hits that are looked at; all of them unless others are named.</summary>
    public string Looked { get; private set; } = "";

    /// <summary>Looks at these stories only.</summary>
    public void LookAt(Guid[] candidates)
    {
        Parameters.Add("Candidates", candidates);
        // Of phrases an index knows the words only: each story is read.
        var phrases = hasPhrases ? "\n    where a.tsv @@ @Query::tsquery" : "";
        Looked = $"(select p.*, p.article_id as id from published_search p where p.article_id = any(@Candidates) offset 0) a{phrases}";
    }

    /// <summary>Puts these behind all that are scored, unread.</summary>
    public void EndWith(Guid[] others)
    {
        Parameters.Add("Rest", others);
        rest =
            """

                union all
                select x.article_id, x.published_at, 0
                from published_search x
                where x.article_id = any(@Rest)
            """;
    }

    /// <summary>All hits, counted.</summary>
    public static string Count(string hits) => $"select count(*) from {hits}";

    /// <summary>All hits, counted no further than the cap.</summary>
    public static string CappedCount(string hits) => $"select count(*) from (select from {hits} limit {Limits.CountCap}) capped";

    /// <summary>Looks for hits among the newest stories, where most are hits.</summary>
    public void WalkDates() => Looked = "(select p.*, p.article_id as id from published_search p) a\n    where a.tsv @@ @Query::tsquery";

    /// <summary>
    /// Hits that an index of words alone finds by a threshold, the newest first; of them those with the phrases, for which each must be read.
    /// </summary>
    public string Candidates(string threshold, int limit)
    {
        Parameters.Add("CandidateRows", limit);
        return
            $"""
            select article_id
            from (
                select a.article_id, a.tsv
                from {Above(threshold)}
                where {Filters}
                order by a.published_at desc
                limit @CandidateRows
            ) newest
            {(Parameters.Get<string>("AllOf").Length == 0 ? "" : "where tsv @@ @AllOf::tsquery")}
            """;
    }

    /// <summary>The same without phrases, unless there are as many as may be looked at: then any of them, of which it says so.</summary>
    public string FewCandidates(string threshold, int limit, int lookedAt)
    {
        Parameters.Add("CandidateRows", limit);
        Parameters.Add("LookedAt", lookedAt);
        return
            $"""
            with found as materialized (
                select a.article_id, a.published_at
                from {Above(threshold)}
                where {Filters}
                limit @LookedAt
            )
            select article_id as id, (select count(*) = @LookedAt from found) as are_too_many
            from found
            order by published_at desc
            limit @CandidateRows
            """;
    }

    private string Above(string threshold)
    {
        Parameters.Add("Threshold", threshold);
        return Matching("@Threshold::tsquery && @AllWords::tsquery && !!@NoneOf::tsquery");
    }

    /// <summary>The ids of the page after the place, with one more than it holds; a walk ends with the best 1,000.</summary>
    public string Page(int limit, WordWeights? weights)
    {
        Parameters.Add("Rows", limit + 1);
        Parameters.Add("Hour", place.Hour);
        Parameters.Add("AfterScore", place.AfterScore);
        Parameters.Add("AfterDate", place.AfterDate);
        Parameters.Add("AfterId", place.AfterId);
        Parameters.Add("Words", weights?.Words);
        Parameters.Add("Weights", weights?.Values);
        Parameters.Add("Sizes", weights?.Sizes);
        Parameters.Add("Length", weights?.Length);
        return place.IsScored ? ByScore : ByDate;
    }

    private string ByDate =>
        $"""
        select id, published_at
        from (
            select a.id, a.published_at
            from {Listed}
            order by a.published_at desc, a.id desc
            limit {Limits.SearchResults}
        ) newest
        where {(place.IsContinued ? "(published_at, id) < (@AfterDate, @AfterId)" : "true")}
        order by published_at desc, id desc
        limit @Rows
        """;

    /// <summary>A list without words walks the indexes that lists of articles have.</summary>
    private string Listed => Looked.Length > 0 ? Looked
        : isMatched ? Hits
        : Hits.Replace("from published_search p)", "from published_articles p)", StringComparison.Ordinal);

    private string From(bool isSampled)
    {
        if (isMatched)
        {
            return $"{Matching(isSampled ? "@Query::tsquery) and (p.bucket < 1" : "@Query::tsquery")}\n    where {Filters}";
        }

        // Nearly all stories lack a word: those that have it are fewer.
        var unwanted = isNegative
            ? "\n      and not exists (select from published_search x where x.article_id = a.id and x.tsv @@ @NoneOf::tsquery)"
            : "";
        var sample = isSampled ? "\n      and a.bucket = 0" : "";
        return $"(select p.*, p.article_id as id from published_search p) a\n    where {Filters}{unwanted}{sample}";
    }

    /// <summary>
    /// The planner takes reading a story's words for cheap, and would look through a filter's stories or the newest ones: `offset 0` lets it use
    /// the index of words only.
    /// </summary>
    private static string Matching(string match) =>
        $"(select p.*, p.article_id as id from published_search p where p.tsv @@ ({match}) offset 0) a";

    private string ByScore =>
        $"""
        with {Scored(Listed)},
        best as (
            select id, published_at, score
            from scored{rest}
            order by score desc, id desc
            limit {Limits.SearchResults}
        )
        select id, published_at, score
        from best
        where {(place.IsContinued ? "(score, id) < (@AfterScore, @AfterId)" : "true")}
        order by score desc, id desc
        limit @Rows
        """;

    /// <summary>
    /// BM25 with k1 = 1.5, b = 0.75 and a headline that counts three times. ts_rank saturates with the number of occurrences, so that they
    /// can be had back from it: once from the whole story, once from its headline alone; of several spellings it gives the mean.
    /// `offset 0` keeps each step from being computed again for every mention of it; the first reads the story's words in once, for which
    /// weighing none of them anew is the cheapest way.
    /// </summary>
    private string Scored(string hits) =>
        $"""
        {Words},
        hits as (
            select a.id, a.published_at, a.tsv, a.length / @Length as length
            from {hits}
        ),
        scored as (
            select hits.id, hits.published_at, round((relevance.score{Recency})::numeric, 4) as score
            from hits
            cross join lateral (select setweight(hits.tsv, 'D', array[]::text[]) as tsv offset 0) story
            cross join lateral (
                select coalesce(sum(words.weight * f.frequency / (f.frequency + 1.5 * (.25 + .75 * hits.length))), 0) as score
                from words
                {Frequency}
            ) relevance
        )
        """;

    private const string Words =
        """
        words as materialized (
            select *
            from unnest(@Words::text[]::tsquery[], @Weights, @Sizes) with ordinality w (word, weight, size, place)
        )
        """;

    private const string Frequency =
        """
        cross join lateral (
            select
                least(words.size * ts_rank('{1,1,1,1}', story.tsv, words.word)::float8, 1) as anywhere,
                least(words.size * ts_rank('{0,0,0,1}', story.tsv, words.word)::float8, 1) as headline
            offset 0
        ) s
        cross join lateral (
            select .645 * s.anywhere / (1.0001 - s.anywhere) + 2 * .645 * s.headline / (1.0001 - s.headline) as frequency
            offset 0
        ) f
        """;

    /// <summary>What each word brings to these hits; after <see cref="Page"/>, with its parameters.</summary>
    public string Explanations(Guid[] ids)
    {
        Parameters.Add("Explained", ids);
        return
            $"""
            with {Words}
            select
                hits.id, (words.place - 1)::integer as place, hits.length, f.frequency,
                words.weight * f.frequency / (f.frequency + 1.5 * (.25 + .75 * hits.length)) as score,
                (1{Recency})::float8 as recency
            from (
                select a.article_id as id, a.published_at, a.length / @Length as length, a.tsv
                from published_search a
                where a.article_id = any(@Explained)
            ) hits
            cross join lateral (select setweight(hits.tsv, 'D', array[]::text[]) as tsv offset 0) story
            cross join words
            {Frequency}
            order by hits.id, words.place
            """;
    }

    /// <summary>Half as much again for a new story, fading over a month. Beyond a hundred months exp() would underflow, which is an error.</summary>
    private string Recency => place.Sort == SearchPlace.Best
        ? " * (1 + .5 * exp(-least(greatest(date_part('epoch', @Hour) - date_part('epoch', hits.published_at), 0) / 2592000, 100)))"
        : "";
}
