using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Ingestion;

/// <summary>How the documents of a run are asked for.</summary>
internal sealed record ListIngestionDocumentsQuery
{
    /// <summary>Only documents that came to this; `unchanged` ones are counted in the run and never listed.</summary>
    [AllowedValues("created", "updated", "unchanged", "duplicate", "conflict", "rejected", "missing")]
    public string? Outcome { get; init; }

    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before, of the same run with the same outcome.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }
}

/// <summary>Lists what became of the documents of a run.</summary>
internal static class ListIngestionDocuments
{
    /// <summary>List the documents of an ingestion</summary>
    /// <remarks>
    /// Needs the scope `ingestions:read`. What became of each document, in the order of the run, with file, line, code and reason.
    /// Unchanged documents are counted in the run, not listed. Pages continue by `cursor`.
    /// </remarks>
    /// <param name="id">The run's id.</param>
    public static async Task<Results<Answer<ListOf<IngestionDocument>>, InvalidCursor, Missing>> Handle(
        Guid id,
        [AsParameters] ListIngestionDocumentsQuery query,
        HttpRequest request,
        IngestionStore ingestions,
        CancellationToken cancellationToken)
    {
        var scope = Cursor.ScopeOf("documents", id.ToString(), query.Outcome);
        var after = 0;
        if (query.Cursor is not null
            && !int.TryParse(Cursor.Decode(query.Cursor, scope)?.Key, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return new InvalidCursor();
        }

        if (await ingestions.Find(id, cancellationToken) is null)
        {
            return new Missing("No ingestion has this id.");
        }

        var limit = query.Limit ?? Limits.PageSizeDefault;
        var rows = await ingestions.Documents(id, query.Outcome, after, limit, cancellationToken);
        var (kept, page) = Paging.Cut(rows, limit, total: null, row => new Cursor(scope, row.Number.ToString(CultureInfo.InvariantCulture), id));
        return new Answer<ListOf<IngestionDocument>>(new ListOf<IngestionDocument> { Data = [.. kept.Select(row => row.ToDocument())], Page = page })
        {
            NextPage = Paging.NextQuery(request, page),
        };
    }
}
