using Microsoft.AspNetCore.WebUtilities;

namespace Cms.Http.Pages;

/// <summary>Cuts rows into pages: one row more than the limit is asked for, and its presence means that there is more.</summary>
internal static class Paging
{
    /// <summary>Splits `limit + 1` rows into the page's rows and the cursor of the next page.</summary>
    public static (IReadOnlyList<TRow> Rows, Page Page) Cut<TRow>(IReadOnlyList<TRow> rows, int limit, Total? total, Func<TRow, Cursor> cursorOf)
    {
        var hasMore = rows.Count > limit;
        IReadOnlyList<TRow> kept = hasMore ? [.. rows.Take(limit)] : rows;
        var next = hasMore ? cursorOf(kept[^1]).Encode() : null;
        return (kept, new Page { NextCursor = next, HasMore = hasMore, Limit = limit, Total = total });
    }

    /// <summary>The query string of the next page: this request's with the cursor replaced; null on the last page.</summary>
    public static string? NextQuery(HttpRequest request, Page page)
    {
        if (page.NextCursor is null)
        {
            return null;
        }

        var parameters = request.Query
            .Where(parameter => parameter.Key != "cursor")
            .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value))
            .Append(KeyValuePair.Create<string, string?>("cursor", page.NextCursor));
        return QueryHelpers.AddQueryString("", parameters);
    }
}
