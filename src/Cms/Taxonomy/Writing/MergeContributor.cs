using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Merges a contributor into another.</summary>
internal static class MergeContributor
{
    /// <summary>Merge a contributor into another</summary>
    /// <remarks>
    /// Every story and old revision that credits this contributor credits the other from then on, once. Its slugs lead to the other. Answers the one
    /// that stays. It cannot be undone.
    /// </remarks>
    /// <param name="idOrSlug">The id or slug of the contributor that goes.</param>
    public static async Task<Results<Written<Contributor>, Missing, Stale<Contributor>, Unprocessable>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        IfMatch ifMatch,
        Body<MergeInput> body,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, into) = await TermKinds.Contributors.Hold(write, address, body.Value.Into, cancellationToken);
        if (row is null)
        {
            return new Missing("No contributor has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Contributor>(new Contributor(row), row.Version);
        }

        if (TermRemoval.RefuseInto(row, into) is { } refusal)
        {
            return refusal;
        }

        var merged = await TermKinds.Contributors.Merge(write, row, into!, cancellationToken);
        return new Written<Contributor>(merged, merged.Version);
    }
}
