using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Replaces a publication, or makes one under an id that the client chose.</summary>
internal static class PutPublication
{
    /// <summary>Replace a publication</summary>
    /// <remarks>
    /// What is absent is reset, but for the slug. With `If-None-Match` it makes the publication instead, at a UUID that nothing has yet. The old
    /// slug leads to the new one. The time zone stands as soon as there are stories.
    /// </remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<
        Results<Written<Publication>, Added<Publication>, Missing, ExistsAlready, Stale<Publication>, PublicationRefusal>> Handle(
        string idOrSlug, PutCondition condition, Body<PublicationInput> body, WriteTransaction write, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug);
        var row = await PublicationWriter.Hold(write.Connection, address, cancellationToken);
        if (condition.Creates)
        {
            if (row is not null)
            {
                return new ExistsAlready();
            }

            if (address.Id is not { } id)
            {
                return new Missing("A publication is made at a UUID, not at a slug.");
            }

            var (made, reason) = await PublicationEditing.Create(write, body.Value, id, cancellationToken);
            return made is null ? new PublicationRefusal(reason!) : new Added<Publication>(made, made.Version, $"/v1/publications/{made.Id}");
        }

        if (row is null)
        {
            return new Missing("No publication has this id or slug.");
        }

        if (!condition.Matches(row.Version))
        {
            return new Stale<Publication>(new Publication(row), row.Version);
        }

        var (publication, refusal) = await PublicationEditing.Change(write, body.Value, row, cancellationToken);
        return publication is null ? new PublicationRefusal(refusal!) : new Written<Publication>(publication, publication.Version);
    }
}
