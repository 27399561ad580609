using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Replaces a tag, or makes one under an id that the client chose.</summary>
internal static class PutTag
{
    /// <summary>Replace a tag</summary>
    /// <remarks>
    /// What is absent is reset, but for the slug. With `If-None-Match` it makes the tag instead, at a UUID that nothing has yet. A new name shows
    /// at once wherever stories show it; the old slug leads to the new one.
    /// </remarks>
    /// <param name="idOrSlug">The tag's id or slug.</param>
    public static async Task<Results<Written<Tag>, Added<Tag>, Missing, ExistsAlready, Stale<Tag>, TermRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        PutCondition condition,
        Body<TagInput> body,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, _) = await TermKinds.Tags.Hold(write, address, other: null, cancellationToken);
        if (condition.Creates)
        {
            if (row is not null)
            {
                return new ExistsAlready();
            }

            if (address.Id is not { } id)
            {
                return new Missing("A tag is made at a UUID, not at a slug.");
            }

            var (made, reason) = await TermKinds.Tags.Create(write, body.Value, id, cancellationToken);
            return made is null ? new TermRefusal(reason!) : new Added<Tag>(made, made.Version, $"/v1/tags/{made.Id}");
        }

        if (row is null)
        {
            return new Missing("No tag has this id or slug.");
        }

        if (!condition.Matches(row.Version))
        {
            return new Stale<Tag>(new Tag(row), row.Version);
        }

        var (tag, refusal) = await TermKinds.Tags.Change(write, body.Value, row, cancellationToken);
        return tag is null ? new TermRefusal(refusal!) : new Written<Tag>(tag, tag.Version);
    }
}
