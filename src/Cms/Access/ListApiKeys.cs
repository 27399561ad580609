using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Access;

/// <summary>How a list of keys is asked for.</summary>
internal sealed record ListApiKeysQuery
{
    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }
}

/// <summary>Lists keys.</summary>
internal static class ListApiKeys
{
    private static readonly string Scope = Cursor.ScopeOf("api-keys");

    /// <summary>List keys</summary>
    /// <remarks>All keys, the newest first, expired and revoked ones too; never a secret. Pages continue by `cursor`.</remarks>
    public static async Task<Results<Answer<ListOf<ApiKey>>, InvalidCursor>> Handle(
        [AsParameters] ListApiKeysQuery query, HttpRequest request, ApiKeyStore keys, CancellationToken cancellationToken)
    {
        var cursor = query.Cursor is null ? null : Cursor.Decode(query.Cursor, Scope);
        if (query.Cursor is not null && cursor is null)
        {
            return new InvalidCursor();
        }

        var limit = query.Limit ?? Limits.PageSizeDefault;
        var found = await keys.List(cursor?.Id, limit, cancellationToken);
        var (rows, page) = Paging.Cut(found, limit, total: null, row => new Cursor(Scope, "", row.Id));
        var list = new ListOf<ApiKey> { Data = [.. rows.Select(row => new ApiKey(row))], Page = page };
        return new Answer<ListOf<ApiKey>>(list) { NextPage = Paging.NextQuery(request, page) };
    }
}
