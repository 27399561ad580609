using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How one section is asked for.</summary>
internal sealed record GetSectionQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }
}

/// <summary>Reads one section.</summary>
internal static class GetSection
{
    /// <summary>Read a section</summary>
    /// <remarks>
    /// For everyone. Answers the section, its parent, its children and how many public stories are filed in it or below.
    /// An old slug answers 308 with the present address. Whatever is not public is 404.
    /// </remarks>
    /// <param name="idOrSlug">The section's id or slug.</param>
    public static async Task<Results<Answer<Section>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] GetSectionQuery query, TaxonomyStore taxonomy, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        if (await taxonomy.Find(TaxonomyRelations.Sections, address, cancellationToken) is { } row)
        {
            return new Answer<Section>(new Section(row), row.Version) { SurrogateKeys = [row.Id] };
        }

        return await taxonomy.FindRedirect(TaxonomyRelations.Sections, address, cancellationToken) is { } location
            ? new MovedPermanently(location)
            : new Missing("No section has this id or slug.");
    }
}
