using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How a list of tags is asked for.</summary>
internal sealed record ListTagsQuery : FiledListQuery;

/// <summary>Lists tags.</summary>
internal static class ListTags
{
    /// <summary>List tags</summary>
    /// <remarks>
    /// For everyone. What stories are about, with the number of public stories. Those whose first story is not public yet are left out.
    /// Pages continue by `cursor`.
    /// A reference that does not exist gives an empty page.
    /// </remarks>
    public static Task<Results<Answer<ListOf<Tag>>, InvalidCursor>> Handle(
        [AsParameters] ListTagsQuery query, HttpRequest request, TaxonomyStore taxonomy, CancellationToken cancellationToken) =>
        taxonomy.Read(TaxonomyRelations.Tags, query, request, row => new Tag(row), cancellationToken);
}
