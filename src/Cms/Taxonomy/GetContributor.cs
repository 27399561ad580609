using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How one contributor is asked for.</summary>
internal sealed record GetContributorQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }
}

/// <summary>Reads one contributor.</summary>
internal static class GetContributor
{
    /// <summary>Read a contributor</summary>
    /// <remarks>For everyone. Answers a person or agency and how many public stories credit them. An old slug answers
    /// 308 with the present address, and so does a contributor that was merged into another. Whatever is not public is 404.</remarks>
    /// <param name="idOrSlug">The contributor's id or slug.</param>
    public static async Task<Results<Answer<Contributor>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] GetContributorQuery query, TaxonomyStore taxonomy, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        if (await taxonomy.Find(TaxonomyRelations.Contributors, address, cancellationToken) is { } row)
        {
            return new Answer<Contributor>(new Contributor(row), row.Version) { SurrogateKeys = [row.Id] };
        }

        return await taxonomy.FindRedirect(TaxonomyRelations.Contributors, address, cancellationToken) is { } location
            ? new MovedPermanently(location)
            : new Missing("No contributor has this id or slug.");
    }
}
