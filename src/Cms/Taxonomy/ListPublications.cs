using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How a list of publications is asked for.</summary>
internal sealed record ListPublicationsQuery : TaxonomyListQuery;

/// <summary>Lists publications.</summary>
internal static class ListPublications
{
    /// <summary>List publications</summary>
    /// <remarks>For everyone. Each with its present masthead and the number of its public stories. Pages continue by `cursor`.</remarks>
    public static Task<Results<Answer<ListOf<Publication>>, InvalidCursor>> Handle(
        [AsParameters] ListPublicationsQuery query, HttpRequest request, TaxonomyStore taxonomy, CancellationToken cancellationToken) =>
        taxonomy.Read(TaxonomyRelations.Publications, query, request, row => new Publication(row), cancellationToken);
}
