using System.Text.Json.Serialization;
using Cms.Content.Bodies;
using Cms.Data;

namespace Cms.Articles.Writing;

/// <summary>The working copy of a story as a write left it, and what the write could not take.</summary>
internal sealed record WrittenArticle : Article
{
    public WrittenArticle(ArticleRow row, IReadOnlyList<DroppedPart> dropped, StoredAt? storedAt = null) : base(row, BodyRendition.Blocks)
    {
        Dropped = dropped;
        StoredAt = storedAt;
    }

    /// <summary>What was left out of the HTML or Markdown that was sent, or unwrapped to its text.</summary>
    [JsonPropertyOrder(2)]
    public IReadOnlyList<DroppedPart> Dropped { get; }
}
