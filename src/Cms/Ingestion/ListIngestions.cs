using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Ingestion;

/// <summary>How a list of runs is asked for.</summary>
internal sealed record ListIngestionsQuery
{
    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }
}

/// <summary>Lists runs.</summary>
internal static class ListIngestions
{
    private static readonly string Scope = Cursor.ScopeOf("ingestions");

    /// <summary>List ingestions</summary>
    /// <remarks>Needs the scope `ingestions:read`. Runs over source documents, newest first. Pages continue by `cursor`.</remarks>
    public static async Task<Results<Answer<ListOf<IngestionReport>>, InvalidCursor>> Handle(
        [AsParameters] ListIngestionsQuery query, HttpRequest request, IngestionStore ingestions, CancellationToken cancellationToken)
    {
        var resumed = query.Cursor is null ? null : Cursor.Decode(query.Cursor, Scope);
        var after = Cursor.Instant(resumed?.Key);
        if (query.Cursor is not null && after is null)
        {
            return new InvalidCursor();
        }

        var limit = query.Limit ?? Limits.PageSizeDefault;
        var rows = await ingestions.List(after, resumed?.Id ?? default, limit, cancellationToken);
        var (kept, page) = Paging.Cut(rows, limit, total: null, row => new Cursor(Scope, Cursor.KeyOf(row.StartedAt), row.Id));
        return new Answer<ListOf<IngestionReport>>(new ListOf<IngestionReport> { Data = [.. kept.Select(row => row.ToReport())], Page = page })
        {
            NextPage = Paging.NextQuery(request, page),
        };
    }
}
