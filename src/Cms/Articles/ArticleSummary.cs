using System.Text.Json.Serialization;
using Cms.Content.Bodies;
using Cms.Http.Answers;

namespace Cms.Articles;

/// <summary>One story in a list: the article without corrections, masthead and source, and with its body only on request.</summary>
internal sealed record ArticleSummary : ArticleHead
{
    public ArticleSummary(ArticleRow row) : base(row) => Body = new(row.Body);

    /// <summary>The body as blocks; null unless `include=body`.</summary>
    [JsonPropertyOrder(1)]
    public RawJson<IReadOnlyList<Block>?> Body { get; }
}
