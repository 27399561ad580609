using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Merges a tag into another.</summary>
internal static class MergeTag
{
    /// <summary>Merge a tag into another</summary>
    /// <remarks>
    /// Every story and old revision that has this tag has the other from then on, once. Its slugs lead to the other. Answers the one
    /// that stays. It cannot be undone.
    /// </remarks>
    /// <param name="idOrSlug">The id or slug of the tag that goes.</param>
    public static async Task<Results<Written<Tag>, Missing, Stale<Tag>, Unprocessable>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        IfMatch ifMatch,
        Body<MergeInput> body,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, into) = await TermKinds.Tags.Hold(write, address, body.Value.Into, cancellationToken);
        if (row is null)
        {
            return new Missing("No tag has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Tag>(new Tag(row), row.Version);
        }

        if (TermRemoval.RefuseInto(row, into) is { } refusal)
        {
            return refusal;
        }

        var merged = await TermKinds.Tags.Merge(write, row, into!, cancellationToken);
        return new Written<Tag>(merged, merged.Version);
    }
}
