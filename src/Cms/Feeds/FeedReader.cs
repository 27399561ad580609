using Cms.Articles;
using Cms.Content.Syndication;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Search;
using Cms.Taxonomy;
using Microsoft.AspNetCore.WebUtilities;

namespace Cms.Feeds;

/// <summary>Reads the newest stories of a list or a search, with as many statements whatever their number.</summary>
internal sealed class FeedReader(
    ArticleStore articles, NewestHits search, ReferenceStore references, FeedStore feeds, PublicAddress publicAddress)
{
    /// <summary>Feeds name their authors and do not say what they are.</summary>
    private static readonly HashSet<Guid> NoAgencies = [];

    /// <summary>The feed in one of its formats.</summary>
    public async Task<Rendition<TFormat>> Answer<TFormat>(FeedQuery query, HttpRequest request, CancellationToken cancellationToken)
        where TFormat : IFeedFormat
    {
        var filed = await references.Resolve(query.ToReferences(), isDraft: false, cancellationToken);
        var limit = query.Limit ?? Limits.PageSizeDefault;
        var rows = filed.IsUnknown ? []
            : query.Q is null ? await Newest(query, filed, limit, cancellationToken)
            : await search.Find(query.Q, query, filed, limit, cancellationToken);
        var place = await feeds.ReadPlace(query, filed, cancellationToken);
        var root = publicAddress.Root;
        var feed = new StoryFeed
        {
            Title = TitleOf(place, query.Q),
            Home = place.Home.Home(root),
            Self = root + request.Path.ToUriComponent() + SelfQuery(request),
            Language = query.Language ?? place.Home.Language,
            UpdatedAt = rows.Select(row => row.UpdatedAt).DefaultIfEmpty(place.Home.UpdatedAt).Max(),
            Stories = [.. rows.Select(row => PublishedStory.Of(row, place.Sites[row.PublicationId], root, NoAgencies))],
        };
        return new Rendition<TFormat>(TFormat.Write(feed)) { SurrogateKeys = rows.Select(row => row.Id).Concat(filed.Ids) };
    }

    private async Task<IReadOnlyList<ArticleRow>> Newest(FeedQuery query, Filed filed, int limit, CancellationToken cancellationToken)
    {
        var sort = ArticleSort.Of(ArticleSort.Default, ids: null, ArticleView.Public);
        var statement = new ArticleListStatement(query, filed, sort, ArticleView.Public, withBody: true);
        statement.Continue(null, default, limit);
        return [.. (await articles.List(statement, cancellationToken)).Take(limit)];
    }

    private static string TitleOf(FeedPlace place, string? words)
    {
        var narrowed = place.Names.Concat(words is null ? [] : [$"“{words}”"]);
        return string.Join(" – ", new[] { place.Home.Name, string.Join(", ", narrowed) }.Where(part => part.Length > 0));
    }

    // In one order, so that one feed has one address.
    private static string SelfQuery(HttpRequest request) => QueryHelpers.AddQueryString("", request.Query
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value)));
}
