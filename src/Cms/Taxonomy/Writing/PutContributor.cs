using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Replaces a contributor, or makes one under an id that the client chose.</summary>
internal static class PutContributor
{
    /// <summary>Replace a contributor</summary>
    /// <remarks>
    /// What is absent is reset, but for the slug. With `If-None-Match` it makes the contributor instead, at a UUID that nothing has yet. A new name
    /// shows at once wherever stories show it; the old slug leads to the new one.
    /// </remarks>
    /// <param name="idOrSlug">The contributor's id or slug.</param>
    public static async Task<Results<Written<Contributor>, Added<Contributor>, Missing, ExistsAlready, Stale<Contributor>, TermRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteTermQuery query,
        PutCondition condition,
        Body<ContributorInput> body,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        var (row, _) = await TermKinds.Contributors.Hold(write, address, other: null, cancellationToken);
        if (condition.Creates)
        {
            if (row is not null)
            {
                return new ExistsAlready();
            }

            if (address.Id is not { } id)
            {
                return new Missing("A contributor is made at a UUID, not at a slug.");
            }

            var (made, reason) = await TermKinds.Contributors.Create(write, body.Value, id, cancellationToken);
            return made is null ? new TermRefusal(reason!) : new Added<Contributor>(made, made.Version, $"/v1/contributors/{made.Id}");
        }

        if (row is null)
        {
            return new Missing("No contributor has this id or slug.");
        }

        if (!condition.Matches(row.Version))
        {
            return new Stale<Contributor>(new Contributor(row), row.Version);
        }

        var (contributor, refusal) = await TermKinds.Contributors.Change(write, body.Value, row, cancellationToken);
        return contributor is null ? new TermRefusal(refusal!) : new Written<Contributor>(contributor, contributor.Version);
    }
}
