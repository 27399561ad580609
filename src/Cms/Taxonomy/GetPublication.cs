using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>Reads one publication.</summary>
internal static class GetPublication
{
    /// <summary>Read a publication</summary>
    /// <remarks>For everyone. Answers the publication, its present masthead and the number of its public stories.
    /// An old slug answers 308 with the present address.</remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<Results<Answer<Publication>, MovedPermanently, Missing>> Handle(
        string idOrSlug, TaxonomyStore taxonomy, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug);
        if (await taxonomy.Find(TaxonomyRelations.Publications, address, cancellationToken) is { } row)
        {
            return new Answer<Publication>(new Publication(row), row.Version) { SurrogateKeys = [row.Id], Period = TaxonomyPages.OfTheDay };
        }

        return await taxonomy.FindRedirect(TaxonomyRelations.Publications, address, cancellationToken) is { } location
            ? new MovedPermanently(location)
            : new Missing("No publication has this id or slug.");
    }
}
