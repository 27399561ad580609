using System.Text.Json.Serialization;
using Cms.Http.Inputs;

namespace Cms.Articles.Writing;

/// <summary>A story as an editor sends it. What is absent is empty, or takes the default that its description names.</summary>
[AnsweredAs(typeof(WrittenArticle))]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ArticleInput
{
    /// <summary>The headline; a draft may be without.</summary>
    public string? Headline { get; init; }

    /// <summary>The publication that a new story belongs to; default: the installation's. A story stays where it was made.</summary>
    public string? PublicationSlug { get; init; }

    /// <summary>The address that is wished for; default: made of the headline, or the one that the story has claimed.</summary>
    public string? Slug { get; init; }

    /// <summary>BCP 47 language; default: the publication's.</summary>
    public string? Language { get; init; }

    /// <summary>The kind of text, such as `news` or `opinion`.</summary>
    public string? Genre { get; init; }

    /// <summary>The line above the headline.</summary>
    public string? Kicker { get; init; }

    /// <summary>The line below the headline.</summary>
    public string? Deck { get; init; }

    /// <summary>The place and agency that the report comes from.</summary>
    public string? Dateline { get; init; }

    /// <summary>The section that the story is filed in.</summary>
    public string? SectionSlug { get; init; }

    /// <summary>What the story is about.</summary>
    public IReadOnlyList<string>? TagSlugs { get; init; }

    /// <summary>Whom the story credits, in the order of the byline.</summary>
    public IReadOnlyList<AuthorInput>? Authors { get; init; }

    /// <summary>The credit as it is to be printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The story's own date; default: when it is first published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The picture that goes with the story wherever it is shown.</summary>
    public LeadImageInput? LeadImage { get; init; }

    /// <summary>The address that search engines should prefer.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>What search engines and social sites should show instead.</summary>
    public SeoInput? Seo { get; init; }

    /// <summary>The id of the story that this one translates.</summary>
    public Guid? TranslationOf { get; init; }

    /// <summary>The body as blocks.</summary>
    public IReadOnlyList<BlockInput>? Body { get; init; }

    /// <summary>The body as HTML, read into blocks by allow-list.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>The body as Markdown, read into blocks by allow-list.</summary>
    public string? BodyMarkdown { get; init; }
}

/// <summary>Someone to be credited: a contributor by slug, or a name, which makes a contributor where there is none.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AuthorInput
{
    /// <summary>The slug of a contributor.</summary>
    public string? Slug { get; init; }

    /// <summary>The name of a contributor, new or not.</summary>
    public string? Name { get; init; }

    /// <summary>What the contributor did; default: `author`.</summary>
    public string? Role { get; init; }
}

/// <summary>What search engines and social sites should show; absent members mean: the story's own.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SeoInput
{
    /// <summary>The title to show.</summary>
    public string? Title { get; init; }

    /// <summary>The description to show.</summary>
    public string? Description { get; init; }

    /// <summary>The http or https address of the picture to show.</summary>
    public string? Image { get; init; }
}

/// <summary>A picture by address, as the image block that answers show.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LeadImageInput
{
    /// <summary>Always `image`; may be left out.</summary>
    public string? Type { get; init; }

    /// <summary>The id of the block; made where it is absent.</summary>
    public string? Id { get; init; }

    /// <summary>`ltr` or `rtl` where the caption runs against the story.</summary>
    public string? Direction { get; init; }

    /// <summary>The absolute http or https address of the picture.</summary>
    public required string Url { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }

    /// <summary>The line printed with the picture.</summary>
    public string? Caption { get; init; }

    /// <summary>Who made or owns the picture.</summary>
    public string? Credit { get; init; }

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }
}
