using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Mastheads;

/// <summary>How a list of entries is asked for.</summary>
internal sealed record ListMastheadEntriesQuery
{
    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }
}

/// <summary>Lists what editors entered into a masthead.</summary>
internal static class ListMastheadEntries
{
    /// <summary>List the entries of a masthead</summary>
    /// <remarks>For everyone. What editors entered, the newest entry first; the masthead says what came of it. Pages continue by `cursor`.</remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    public static async Task<Results<Answer<ListOf<EnteredTerm>>, Missing, InvalidCursor>> Handle(
        string idOrSlug,
        [AsParameters] ListMastheadEntriesQuery query,
        HttpRequest request,
        MastheadEntryStore entries,
        CancellationToken cancellationToken)
    {
        if (await entries.FindPublication(new TaxonomyAddress(idOrSlug), cancellationToken) is not { } publicationId)
        {
            return new Missing("No publication has this id or slug.");
        }

        var scope = Cursor.ScopeOf("masthead-entries", publicationId.ToString());
        var cursor = query.Cursor is null ? null : Cursor.Decode(query.Cursor, scope);
        if (query.Cursor is not null && cursor is null)
        {
            return new InvalidCursor();
        }

        var limit = query.Limit ?? Limits.PageSizeDefault;
        var found = await entries.List(publicationId, cursor?.Id, limit, cancellationToken);
        var (rows, page) = Paging.Cut(found, limit, total: null, row => new Cursor(scope, "", row.Id));
        var list = new ListOf<EnteredTerm> { Data = [.. rows.Select(row => new EnteredTerm(row))], Page = page };
        return new Answer<ListOf<EnteredTerm>>(list) { SurrogateKeys = [publicationId], NextPage = Paging.NextQuery(request, page) };
    }
}
