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

    /// <summary>Items on a page.</summary>
    [Range(1, Limits.PageSizeMax), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }

    /// <summary>`page.nextCursor` of the page before, of the same article.</summary>
    [MaxLength(Limits.CursorLength)]
    public string? Cursor { get; init; }
}

/// <summary>Lists what was saved of a story.</summary>
internal static class ListRevisions
{
    /// <summary>List the revisions of an article</summary>
    /// <remarks>Every save of the story, the newest first, of stories in the trash too. Pages continue by `cursor`.</remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Answer<ListOf<ArticleRevisionSummary>>, InvalidCursor, Missing>> Handle(
        string idOrSlug, [AsParameters] ListRevisionsQuery query, HttpRequest request, RevisionStore revisions, CancellationToken cancellationToken)
    {
        if (await revisions.Find(new ArticleAddress(idOrSlug, query.Publication), cancellationToken) is not { } id)
        {
            return new Missing("No article has this id or slug.");
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
        return new Answer<ListOf<ArticleRevisionSummary>>(new ListOf<ArticleRevisionSummary> { Data = [.. rows.Select(row => row.ToSummary())], Page = page })
        {
            NextPage = Paging.NextQuery(request, page),
        };
    }
}
