using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.Pages;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy;

/// <summary>What the lists of the room have in common: one page, its count, its cursor.</summary>
internal static class TaxonomyPages
{
    /// <summary>For what is of the present day, such as a masthead: in every zone the day begins with a minute.</summary>
    public static readonly TimeSpan OfTheDay = TimeSpan.FromMinutes(1);

    /// <summary>Reads the page that the query asks for.</summary>
    public static async Task<Results<Answer<ListOf<TShape>>, InvalidCursor>> Read<TRow, TShape>(
        this TaxonomyStore taxonomy,
        TaxonomyRelation<TRow> relation,
        TaxonomyListQuery query,
        HttpRequest request,
        Func<TRow, TShape> shape,
        CancellationToken cancellationToken)
        where TRow : TaxonomyRow
    {
        var limit = query.Limit ?? Limits.PageSizeDefault;
        var statement = new TaxonomyListStatement<TRow>(relation, query);
        if (!statement.TryContinue(query.Cursor, limit))
        {
            return new InvalidCursor();
        }

        var rows = await taxonomy.List(statement, cancellationToken);
        var isCapped = query.Count is "estimated";
        var total = query.Count is null ? null : Total.Of(await taxonomy.Count(statement, isCapped, cancellationToken), isCapped);
        var (kept, page) = Paging.Cut(rows, limit, total, statement.CursorOf);
        var list = new ListOf<TShape> { Data = [.. kept.Select(shape)], Page = page };
        return new Answer<ListOf<TShape>>(list)
        {
            SurrogateKeys = kept.Select(row => row.Id),
            NextPage = Paging.NextQuery(request, page),
            Period = typeof(TRow) == typeof(PublicationRow) ? OfTheDay : null,
        };
    }
}
