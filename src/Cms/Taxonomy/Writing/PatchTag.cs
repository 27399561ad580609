using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Changes members of a tag.</summary>
internal static class PatchTag
{
    /// <summary>Change members of a tag</summary>
    /// <remarks>
    /// Members that are absent stay, null clears. A new name shows at once wherever stories show it; the old slug leads to the new one.
    /// </remarks>
    /// <param name="idOrSlug">The tag's id or slug.</param>
    public static async Task<Results<Written<Tag>, Missing, Stale<Tag>, TermRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        IfMatch ifMatch,
        Patch<TagInput> patch,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, _) = await TermKinds.Tags.Hold(write, address, other: null, cancellationToken);
        if (row is null)
        {
            return new Missing("No tag has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Tag>(new Tag(row), row.Version);
        }

        var (tag, refusal) = await TermKinds.Tags.Change(write, patch, row, cancellationToken);
        return tag is null ? new TermRefusal(refusal!) : new Written<Tag>(tag, tag.Version);
    }
}
