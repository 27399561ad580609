using Cms.Http;
using Cms.Http.Pages;
using Cms.Taxonomy;

namespace Cms.Search;

/// <summary>Counts hits: all of them, or so many that a sample tells enough.</summary>
internal sealed class Census(SearchStore search, FacetStore facets)
{
    /// <summary>One story in so many is in the sample.</summary>
    public const int SampleFactor = 16;

    /// <summary>From so many hits on they are estimated.</summary>
    private const int SampledFrom = 50_000;

    /// <summary>Every story of a phrase's words must be read.</summary>
    private const int PhrasesSampledFrom = 15_000;

    /// <param name="statement">The search; null when it can have no hits.</param>
    /// <param name="query">Its query; null without one.</param>
    /// <param name="filed">What its filters refer to.</param>
    /// <param name="count">How hits are counted; null when they are not.</param>
    /// <param name="wanted">The facets; null when there are none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Counts> Take(
        SearchStatement? statement, AnalysedQuery? query, Filed filed, string? count, string[]? wanted, CancellationToken cancellationToken)
    {
        if (statement is null || (count is null && wanted is null))
        {
            return new Counts(count is null ? null : Total.Of(0, capped: false), [], IsSampled: false);
        }

        var isCapped = count is "estimated";
        if (isCapped && wanted is null)
        {
            var capped = await search.Count(statement, statement.Hits, capped: true, cancellationToken);
            return new Counts(Total.Of(capped, capped: true), [], IsSampled: false);
        }

        var isOfPhrases = query is { AllOf.Length: > 0 };
        var isSampled = await MayBeMany(query, isOfPhrases ? PhrasesSampledFrom : SampledFrom, cancellationToken);
        var (number, spread) = await Count(statement, isSampled, filed, wanted, cancellationToken);
        if (isSampled && !isOfPhrases && number < SampledFrom)
        {
            // There may have been many and are not.
            isSampled = false;
            (number, spread) = await Count(statement, isSampled, filed, wanted, cancellationToken);
        }

        var total = count is null ? null
            : isCapped && number >= Limits.CountCap ? Total.Of(Limits.CountCap, capped: true)
            : new Total { Value = number, Relation = isSampled ? TotalRelation.Estimated : TotalRelation.Exact };
        return new Counts(total, spread, isSampled);
    }

    /// <summary>Whether so many may match: words tell the most that there can be, filters do not.</summary>
    private async Task<bool> MayBeMany(AnalysedQuery? query, int many, CancellationToken cancellationToken) =>
        query is not { IsCounted: true }
        && (query is { IsNegative: false } ? query.MatchesAtMost : query?.Stories ?? await search.ReadArchiveSize(cancellationToken)) >= many;

    private async Task<(long Number, IReadOnlyList<FacetRow> Spread)> Count(
        SearchStatement statement, bool isSampled, Filed filed, string[]? wanted, CancellationToken cancellationToken)
    {
        if (wanted is null)
        {
            var hits = await search.Count(statement, isSampled ? statement.SampledHits : statement.Hits, capped: false, cancellationToken);
            return (isSampled ? SampleFactor * hits : hits, []);
        }

        var rows = await facets.Count(statement, isSampled, filed, wanted, cancellationToken);
        return (rows.Single(row => row.Facet == FacetRow.All).Count, rows);
    }
}

/// <summary>What a census found.</summary>
/// <param name="Total">The number of hits; null when it was not asked for.</param>
/// <param name="Spread">The values of the facets.</param>
/// <param name="IsSampled">Whether any of it is estimated.</param>
internal sealed record Counts(Total? Total, IReadOnlyList<FacetRow> Spread, bool IsSampled);
