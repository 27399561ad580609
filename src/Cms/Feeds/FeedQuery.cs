using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Articles;
using Cms.Http;

namespace Cms.Feeds;

/// <summary>What a feed holds: the filters of lists, and words.</summary>
internal sealed record FeedQuery : ArticleFilters
{
    /// <summary>Only stories that a search for these words finds; see `/v1/search`.</summary>
    [MaxLength(Limits.QueryLength)]
    public string? Q { get; init; }

    /// <summary>Stories in the feed.</summary>
    [Range(1, Limits.FeedStories), DefaultValue(Limits.PageSizeDefault)]
    public int? Limit { get; init; }
}
