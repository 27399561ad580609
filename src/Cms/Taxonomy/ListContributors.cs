using System.ComponentModel.DataAnnotations;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How a list of contributors is asked for.</summary>
internal sealed record ListContributorsQuery : FiledListQuery
{
    /// <summary>Only persons or only agencies.</summary>
    [AllowedValues("person", "agency")]
    public string? Kind { get; init; }

    protected override IEnumerable<string?> Filters => [.. base.Filters, Kind];

    internal override void Narrow(TaxonomyFilters filters)
    {
        base.Narrow(filters);
        if (Kind is not null)
        {
            filters.And("f.kind = @Kind");
            filters.Parameters.Add("Kind", Kind);
        }
    }
}

/// <summary>Lists contributors.</summary>
internal static class ListContributors
{
    /// <summary>List contributors</summary>
    /// <remarks>
    /// For everyone. People and agencies that stories are credited to, with the number of their public stories.
    /// Those whose first story is not public yet are left out. Pages continue by `cursor`.
    /// A reference that does not exist gives an empty page.
    /// </remarks>
    public static Task<Results<Answer<ListOf<Contributor>>, InvalidCursor>> Handle(
        [AsParameters] ListContributorsQuery query, HttpRequest request, TaxonomyStore taxonomy, CancellationToken cancellationToken) =>
        taxonomy.Read(TaxonomyRelations.Contributors, query, request, row => new Contributor(row), cancellationToken);
}
