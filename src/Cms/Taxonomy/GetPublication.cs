using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>Reads one publication.</summary>
internal static class GetPublication
{
    /// <summary>Read a publication</summary>
    /// <remarks>For everyone. Answers the publication, its present masthead and the number of its public stories.</remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<Results<Answer<Publication>, Missing>> Handle(
        string idOrSlug, TaxonomyStore taxonomy, CancellationToken cancellationToken) =>
        await taxonomy.Find(TaxonomyRelations.Publications, new TaxonomyAddress(idOrSlug), cancellationToken) is { } row
            ? new Answer<Publication>(new Publication(row), row.Version) { SurrogateKeys = [row.Id], Period = TaxonomyPages.OfTheDay }
            : new Missing("No publication has this id or slug.");
}
