using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Revisions;

/// <summary>How the revisions of an article are asked for.</summary>
internal sealed record ListRevisionsQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }

    /// <summary>`pending` lists what waits to be accepted or dismissed instead of what was saved.</summary>
    [AllowedValues("saved", "pending"), DefaultValue("saved")]
    public string? State { get; init; }

    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before, of the same article and state.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }
}

/// <summary>Lists what was saved of a story.</summary>
internal static class ListRevisions
{
    /// <summary>List the revisions of an article</summary>
    /// <remarks>
    /// Every save of the story, the newest first, of stories in the trash too. With `state=pending` the versions that wait instead: what a source
    /// document says since it changed after an editor had changed the story, with the story as it would be. Pages continue by `cursor`.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Answer<ListOf<ArticleRevisionSummary>>, InvalidCursor, Missing>> Handle(
        string idOrSlug, [AsParameters] ListRevisionsQuery query, HttpRequest request, RevisionStore revisions, CancellationToken cancellationToken)
    {
        if (await revisions.Find(new ArticleAddress(idOrSlug, query.Publication), cancellationToken) is not { } id)
        {
            return new Missing("No article has this id or slug.");
        }

        if (query.State == "pending")
        {
            return await Pending(id, query, request, revisions, cancellationToken);
        }

        var scope = Cursor.ScopeOf("revisions", id.ToString());
        var before = int.MaxValue;
        if (query.Cursor is not null
            && !int.TryParse(Cursor.Decode(query.Cursor, scope)?.Key, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            return new InvalidCursor();
        }

        var limit = query.Limit ?? Limits.PageSizeDefault;
        var found = await revisions.List(id, before, limit, cancellationToken);
        var (rows, page) = Paging.Cut(found, limit, total: null, row => new Cursor(scope, row.Number.ToString(CultureInfo.InvariantCulture), id));
        return new Answer<ListOf<ArticleRevisionSummary>>(
            new ListOf<ArticleRevisionSummary> { Data = [.. rows.Select(row => row.ToSummary())], Page = page })
        {
            NextPage = Paging.NextQuery(request, page),
        };
    }
    private static async Task<Results<Answer<ListOf<ArticleRevisionSummary>>, InvalidCursor, Missing>> Pending(
        Guid id, ListRevisionsQuery query, HttpRequest request, RevisionStore revisions, CancellationToken cancellationToken)
    {
        var scope = Cursor.ScopeOf("revisions", id.ToString(), query.State);
        var before = query.Cursor is null ? Guid.AllBitsSet : Cursor.Decode(query.Cursor, scope)?.Id;
        if (before is null)
        {
            return new InvalidCursor();
        }

        var limit = query.Limit ?? Limits.PageSizeDefault;
        var found = await revisions.ListPending(id, before.Value, limit, cancellationToken);
        var (rows, page) = Paging.Cut(found, limit, total: null, row => new Cursor(scope, "", row.Pending.PendingId));
        return new Answer<ListOf<ArticleRevisionSummary>>(new ListOf<ArticleRevisionSummary>
        {
            Data = [.. rows.Select(row => row.Pending.ToSummary(row.Article))],
            Page = page,
        })
        {
            NextPage = Paging.NextQuery(request, page),
        };
    }
}
