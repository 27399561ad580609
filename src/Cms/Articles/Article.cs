using System.Text;
using System.Text.Json.Serialization;
using Cms.Content.Bodies;
using Cms.Http.Answers;

namespace Cms.Articles;

/// <summary>One story as a reader gets it; what only the whole story has is written last.</summary>
internal record Article : ArticleHead
{
    public Article(ArticleRow row, BodyRendition rendition) : base(row)
    {
        Body = new(rendition == BodyRendition.Blocks ? row.Body : "[]");
        BodyHtml = rendition == BodyRendition.Html ? HtmlRendition.Write(Blocks(row), row.Language) : null;
        BodyMarkdown = rendition == BodyRendition.Markdown ? MarkdownRendition.Write(Blocks(row)) : null;
        BodyText = rendition == BodyRendition.Text ? TextRendition.Write(Blocks(row)) : null;
        Masthead = new(row.Masthead ?? "[]");
        Source = new(row.Source);
    }

    /// <summary>The body as blocks; empty when another rendition was asked for.</summary>
    [JsonPropertyOrder(1)]
    public RawJson<IReadOnlyList<Block>> Body { get; }

    /// <summary>The body as HTML made from the blocks; null unless `body=html`.</summary>
    [JsonPropertyOrder(1)]
    public string? BodyHtml { get; }

    /// <summary>The body as CommonMark; null unless `body=markdown`.</summary>
    [JsonPropertyOrder(1)]
    public string? BodyMarkdown { get; }

    /// <summary>The body as plain text; null unless `body=text`.</summary>
    [JsonPropertyOrder(1)]
    public string? BodyText { get; }

    /// <summary>What was wrong with the story and has been put right, newest first.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<Correction> Corrections { get; } = [];

    /// <summary>The offices as printed with the story, or those of the publication at its date.</summary>
    [JsonPropertyOrder(1)]
    public RawJson<IReadOnlyList<MastheadEntry>> Masthead { get; }

    /// <summary>Where the story came from; null when it was written here.</summary>
    [JsonPropertyOrder(1)]
    public RawJson<ArticleSource?> Source { get; }

    private static IReadOnlyList<Block> Blocks(ArticleRow row) => BodyJson.Read(Encoding.UTF8.GetBytes(row.Body!));
}

/// <summary>The form that a body is asked for in.</summary>
internal enum BodyRendition
{
    Blocks,
    Html,
    Markdown,
    Text,
}
