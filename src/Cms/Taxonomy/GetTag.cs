using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How one tag is asked for.</summary>
internal sealed record GetTagQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }
}

/// <summary>Reads one tag.</summary>
internal static class GetTag
{
    /// <summary>Read a tag</summary>
    /// <remarks>For everyone. Answers the tag and how many public stories have it. An old slug answers 308 with
    /// the present address, and so does a tag that was merged into another. Whatever is not public is 404.</remarks>
    /// <param name="idOrSlug">The tag's id or slug.</param>
    public static async Task<Results<Answer<Tag>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] GetTagQuery query, TaxonomyStore taxonomy, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug, query.Publication);
        if (await taxonomy.Find(TaxonomyRelations.Tags, address, cancellationToken) is { } row)
        {
            return new Answer<Tag>(new Tag(row), row.Version) { SurrogateKeys = [row.Id] };
        }

        return await taxonomy.FindRedirect(TaxonomyRelations.Tags, address, cancellationToken) is { } location
            ? new MovedPermanently(location)
            : new Missing("No tag has this id or slug.");
    }
}
