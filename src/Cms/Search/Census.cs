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

        var sampled = await Sampled(statement, query, count, wanted, cancellationToken);
        var isCapped = count is "estimated";
        var total = count is null ? null
            : sampled is { } estimate && !isCapped ? new Total { Value = estimate, Relation = TotalRelation.Estimated }
            : Total.Of(await search.Count(statement, statement.Hits, isCapped, cancellationToken), isCapped);
        var spread = wanted is null ? [] : await facets.Count(statement, sampled is not null, filed, wanted, cancellationToken);
        return new Counts(total, spread, sampled is not null && (wanted is not null || !isCapped));
    }

    /// <summary>The estimated number of hits where they are many; null where they are counted.</summary>
    private async Task<long?> Sampled(
        SearchStatement statement, AnalysedQuery? query, string? count, string[]? wanted, CancellationToken cancellationToken)
    {
        if (wanted is null && count is "estimated" && query is not { AllOf.Length: > 0 })
        {
            return null;
        }

        var from = query is { AllOf.Length: > 0 } ? PhrasesSampledFrom : SampledFrom;
        var most = query is { IsNegative: false } ? query.MatchesAtMost : query?.Stories ?? await search.ReadArchiveSize(cancellationToken);
        if (most < from || query is { IsCounted: true })
        {
            return null;
        }

        var estimate = SampleFactor * await search.Count(statement, statement.SampledHits, capped: false, cancellationToken);
        return estimate >= SampledFrom || (query is { AllOf.Length: > 0 } && most >= from) ? estimate : null;
    }
}

/// <summary>What a census found.</summary>
/// <param name="Total">The number of hits; null when it was not asked for.</param>
/// <param name="Spread">The values of the facets.</param>
/// <param name="IsSampled">Whether any of it is estimated.</param>
internal sealed record Counts(Total? Total, IEnumerable<FacetRow> Spread, bool IsSampled);
