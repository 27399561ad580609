using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>How a masthead is asked for.</summary>
internal sealed record GetMastheadQuery
{
    /// <summary>Only the terms in force on this day (2020-09-28); without it, all terms ever.</summary>
    public DateOnly? At { get; init; }
}

/// <summary>Reads a publication's masthead.</summary>
internal static class GetMasthead
{
    /// <summary>Read a masthead and its history</summary>
    /// <remarks>
    /// For everyone. Reckoned from what the pages of public stories print: a term runs from the first page that names a person in an
    /// office until a page names another. Before the first page there is none. What editors enter (`…/masthead/entries`) wins for the days of
    /// the entry; before and after it the printed names stand.
    /// </remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<Results<Answer<Masthead>, MovedPermanently, Missing>> Handle(
        string idOrSlug, [AsParameters] GetMastheadQuery query, TaxonomyStore taxonomy, CancellationToken cancellationToken)
    {
        var address = new TaxonomyAddress(idOrSlug);
        if (await taxonomy.FindMasthead(address, query.At, cancellationToken) is { } terms)
        {
            return new Answer<Masthead>(new Masthead { Data = new(terms) });
        }

        return await taxonomy.FindRedirect(TaxonomyRelations.Publications, address, cancellationToken) is { } location
            ? new MovedPermanently($"{location}/masthead")
            : new Missing("No publication has this id or slug.");
    }
}
