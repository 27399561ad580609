using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Deletes a contributor.</summary>
internal static class DeleteContributor
{
    /// <summary>Delete a contributor</summary>
    /// <remarks>
    /// Answers the contributor as it was. Refused while stories and old revisions refer to it, with their counts; with `reassignTo` they refer
    /// to that contributor from then on. Its slugs are free again.
    /// </remarks>
    /// <param name="idOrSlug">The contributor's id or slug.</param>
    public static async Task<Results<Written<Contributor>, Missing, Stale<Contributor>, RemovalRefusal>> Handle(
        string idOrSlug, [AsParameters] DeleteTermQuery query, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, heir) = await TermKinds.Contributors.Hold(write, address, query.ReassignTo, cancellationToken);
        if (row is null)
        {
            return new Missing("No contributor has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Contributor>(new Contributor(row), row.Version);
        }

        return await TermKinds.Contributors.Delete(write, row, heir, query.ReassignTo, cancellationToken) is { } refusal
            ? new RemovalRefusal(refusal)
            : new Written<Contributor>(new Contributor(row), row.Version);
    }
}
