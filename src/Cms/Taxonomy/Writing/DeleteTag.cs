using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Deletes a tag.</summary>
internal static class DeleteTag
{
    /// <summary>Delete a tag</summary>
    /// <remarks>
    /// Answers the tag as it was. Refused while stories and old revisions refer to it, with their counts; with `reassignTo` they refer
    /// to that tag from then on. Its slugs are free again.
    /// </remarks>
    /// <param name="idOrSlug">The tag's id or slug.</param>
    public static async Task<Results<Written<Tag>, Missing, Stale<Tag>, RemovalRefusal>> Handle(
        string idOrSlug, [AsParameters] DeleteTermQuery query, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, heir) = await TermKinds.Tags.Hold(write, address, query.ReassignTo, cancellationToken);
        if (row is null)
        {
            return new Missing("No tag has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Tag>(new Tag(row), row.Version);
        }

        return await TermKinds.Tags.Delete(write, row, heir, query.ReassignTo, cancellationToken) is { } refusal
            ? new RemovalRefusal(refusal)
            : new Written<Tag>(new Tag(row), row.Version);
    }
}
