using Cms.Articles;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Feeds;

/// <summary>How a story is asked for in a format of others.</summary>
internal sealed record StoryQuery
{
    /// <summary>The publication that a slug is looked up in, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }
}

/// <summary>Reads one public story for a format of others.</summary>
internal sealed class StoryReader(ArticleStore articles, FeedStore feeds, PublicAddress publicAddress)
{
    /// <summary>The story in the format; an old slug leads to the present one in the same format.</summary>
    public async Task<Results<Rendition<TFormat>, MovedPermanently, Missing>> Answer<TFormat>(
        string idOrSlug, StoryQuery query, CancellationToken cancellationToken) where TFormat : IStoryFormat
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        if (await articles.Find(address, ArticleView.Public, cancellationToken) is not { } row)
        {
            return await articles.FindRedirect(address, cancellationToken) is { } slug
                ? new MovedPermanently($"/v1/articles/{Uri.EscapeDataString(slug)}.{TFormat.Extension}")
                : new Missing("No article has this id or slug.");
        }

        var (site, agencies) = await feeds.ReadSite(row, cancellationToken);
        var story = PublishedStory.Of(row, site, publicAddress.Root, agencies);
        return new Rendition<TFormat>(TFormat.Write(story)) { Version = row.Version, SurrogateKeys = [row.Id], Canonical = story.Address };
    }
}
