using System.Text.Json.Serialization;
using Cms.Content.Bodies;

namespace Cms.Articles.Writing;

/// <summary>The working copy of a story as a write left it, and what the write could not take.</summary>
internal sealed record WrittenArticle : Article
{
    public WrittenArticle(ArticleRow row, IReadOnlyList<DroppedPart> dropped) : base(row, BodyRendition.Blocks) => Dropped = dropped;

    /// <summary>What was left out of the HTML or Markdown that was sent, or unwrapped to its text.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyList<DroppedPart> Dropped { get; }
}
