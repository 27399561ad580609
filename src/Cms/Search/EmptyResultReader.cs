using Cms.Taxonomy;
using Npgsql;

namespace Cms.Search;

/// <summary>Finds out which words or filters emptied a result, by leaving each out in turn.</summary>
internal sealed class EmptyResultReader(ReferenceStore references, FilterStore narrowing, SearchStore search)
{
    public async Task<EmptyResult> Explain(
        SearchArticlesQuery query, ReadQuery read, SearchPlace place, CancellationToken cancellationToken)
    {
        var without = new List<EmptyingParameter>();
        foreach (var (parameter, rest) in Lesser(query))
        {
            // Words that cannot be looked for find nothing; without them there is no query.
            var asked = parameter == "q" ? null : read.Analysed;
            if (parameter != "q" && query.Q is not null && asked is null)
            {
                continue;
            }

            var filed = await references.Resolve(rest.ToReferences(), isDraft: false, cancellationToken);
            var analysed = await narrowing.Narrow(asked, rest, filed, cancellationToken);
            var statement = new SearchStatement(rest, filed, analysed, place);
            try
            {
                var hits = filed.IsUnknown ? 0 : await search.Count(statement, statement.Hits, capped: true, cancellationToken);
                if (hits > 0)
                {
                    without.Add(new EmptyingParameter { Parameter = parameter, Hits = hits });
                }
            }
            catch (PostgresException exception)
                when (exception.SqlState == PostgresErrorCodes.QueryCanceled && !cancellationToken.IsCancellationRequested)
            {
                // Help that takes too long is no help; the empty page is an answer.
                break;
            }
        }

        return new EmptyResult
        {
            UnknownWords = [.. (read.Analysed?.Words ?? []).Where(word => word.Stories == 0).Select(word => word.Typed)],
            DidYouMean = read.Meant,
            Without = [.. without.OrderByDescending(parameter => parameter.Hits)],
        };
    }

    /// <summary>The search without each of its parameters.</summary>
    private static IEnumerable<(string Parameter, SearchArticlesQuery Lesser)> Lesser(SearchArticlesQuery query) =>
        new (string Name, object? Value, SearchArticlesQuery Lesser)[]
        {
            ("q", query.Q, query with { Q = null }),
            ("publication", query.Publication, query with { Publication = null }),
            ("section", query.Section, query with { Section = null }),
            ("author", query.Author, query with { Author = null }),
            ("tag", query.Tag is [] ? null : query.Tag, query with { Tag = null }),
            ("tagAny", query.TagAny is [] ? null : query.TagAny, query with { TagAny = null }),
            ("language", query.Language, query with { Language = null }),
            ("genre", query.Genre, query with { Genre = null }),
            ("publishedAfter", query.PublishedAfter, query with { PublishedAfter = null }),
            ("publishedBefore", query.PublishedBefore, query with { PublishedBefore = null }),
            ("updatedAfter", query.UpdatedAfter, query with { UpdatedAfter = null }),
            ("ids", query.Ids, query with { Ids = null }),
        }
        .Where(parameter => parameter.Value is not null)
        .Select(parameter => (parameter.Name, parameter.Lesser));
}
