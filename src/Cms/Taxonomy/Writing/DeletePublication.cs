using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Deletes a publication.</summary>
internal static class DeletePublication
{
    /// <summary>Delete a publication</summary>
    /// <remarks>
    /// Answers the publication as it was. Refused while stories, sections, tags, contributors or ingestions belong to it, with their counts. Its
    /// masthead goes with it. The default publication stays.
    /// </remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<Results<Written<Publication>, Missing, Stale<Publication>, Clash, RemovalRefusal>> Handle(
        string idOrSlug, IfMatch ifMatch, WriteTransaction write, CancellationToken cancellationToken)
    {
        if (await PublicationWriter.Hold(write.Connection, new TaxonomyAddress(idOrSlug), cancellationToken) is not { } row)
        {
            return new Missing("No publication has this id or slug.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<Publication>(new Publication(row), row.Version);
        }

        return await PublicationEditing.Delete(write, row, cancellationToken) is { } refusal
            ? new RemovalRefusal(refusal)
            : new Written<Publication>(new Publication(row), row.Version);
    }
}
