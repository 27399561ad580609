using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Http;
using Cms.Http.Queries;

namespace Cms.Taxonomy;

/// <summary>How a list of publications, contributors, sections or tags is asked for.</summary>
internal abstract record TaxonomyListQuery
{
    public const string ByName = "name";
    public const string ByArticleCount = "-articleCount";

    /// <summary>The order: alphabetical in every script, or most public stories first. Ties go by id.</summary>
    [AllowedValues(ByName, ByArticleCount), DefaultValue(ByName)]
    public string? Sort { get; init; }

    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before, with the same filters and sort.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }

    /// <summary>`exact` counts all items of the list; `estimated` stops at 1,001.</summary>
    [AllowedValues("exact", "estimated")]
    public string? Count { get; init; }

    /// <summary>A fingerprint of the list, to which cursors are bound.</summary>
    internal string Scope(string list) => Http.Pages.Cursor.ScopeOf([list, Sort ?? ByName, .. Filters]);

    /// <summary>The values of the filters, in a fixed order.</summary>
    protected virtual IEnumerable<string?> Filters => [];

    /// <summary>Adds the filters to the statement.</summary>
    internal virtual void Narrow(TaxonomyFilters filters)
    {
    }
}

/// <summary>How a list of what belongs to publications is asked for.</summary>
internal abstract record FiledListQuery : TaxonomyListQuery
{
    /// <summary>Only this publication, by slug or id.</summary>
    [Reference]
    public string? Publication { get; init; }

    protected override IEnumerable<string?> Filters => [Publication];

    internal override void Narrow(TaxonomyFilters filters)
    {
        if (Publication is not null)
        {
            filters.And($"f.publication_id = {TaxonomyStore.Home}");
        }

        filters.Parameters.Add("Publication", Publication);
        filters.Parameters.Add("PublicationId", TaxonomyAddress.IdOf(Publication));
    }
}
