using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How a list of sections is asked for.</summary>
internal sealed record ListSectionsQuery : FiledListQuery
{
    /// <summary>Only the sections right below this one, by slug or id.</summary>
    [Reference]
    public string? Parent { get; init; }

    protected override IEnumerable<string?> Filters => [.. base.Filters, Parent];

    internal override void Narrow(TaxonomyFilters filters)
    {
        base.Narrow(filters);
        if (Parent is not null)
        {
            filters.And(
                $"""
                f.parent_id = (
                    select o.current_id
                    from public_section_aliases o
                    where o.id = @ParentId or o.slug = @Parent and o.publication_id = {TaxonomyStore.Home})
                """);
            filters.Parameters.Add("Parent", Parent);
            filters.Parameters.Add("ParentId", TaxonomyAddress.IdOf(Parent));
        }
    }
}

/// <summary>Lists sections.</summary>
internal static class ListSections
{
    /// <summary>List sections</summary>
    /// <remarks>
    /// For everyone. The whole tree, flat: each section names its parent and its children, and counts the public stories in it and below.
    /// Those whose first story is not public yet are left out. Pages continue by `cursor`.
    /// A reference that does not exist gives an empty page.
    /// </remarks>
    public static Task<Results<Answer<ListOf<Section>>, InvalidCursor>> Handle(
        [AsParameters] ListSectionsQuery query, HttpRequest request, TaxonomyStore taxonomy, CancellationToken cancellationToken) =>
        taxonomy.Read(TaxonomyRelations.Sections, query, request, row => new Section(row), cancellationToken);
}
