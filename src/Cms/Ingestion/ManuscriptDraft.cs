using System.Text;
using System.Text.Json;
using Cms.Articles;
using Cms.Content.Bodies;
using Cms.Content.Sources;
using Cms.Content.Text;
using Cms.Data;
using Cms.Taxonomy;

namespace Cms.Ingestion;

/// <summary>Turns what a page says into what a story holds.</summary>
internal static class ManuscriptDraft
{
    /// <summary>The story as it will be written, under a new id.</summary>
    public static ArticleDraft Write(Manuscript manuscript, SourceFile file, Guid publicationId)
    {
        var id = Guid.CreateVersion7();
        var text = BodyText.Plain(manuscript.Body);
        return new ArticleDraft
        {
            Id = id,
            PublicationId = publicationId,
            Slug = Slugs.From(manuscript.Slug ?? manuscript.Headline, id),
            Language = manuscript.Language,
            Kicker = manuscript.Kicker,
            Headline = manuscript.Headline,
            Deck = manuscript.Deck,
            Dateline = manuscript.Dateline,
            Byline = manuscript.Byline,
            PublishedAt = manuscript.Published?.Instant.UtcDateTime,
            LeadImage = manuscript.Image is { } image ? LeadImageOf(image) : null,
            CanonicalUrl = manuscript.CanonicalUrl,
            Body = Encoding.UTF8.GetString(BodyJson.Write(manuscript.Body)),
            BodyText = text,
            Excerpt = Words.Excerpt(BodyText.FirstParagraph(manuscript.Body) ?? ""),
            WordCount = BodyText.Words(text),
            Masthead = JsonSerializer.Serialize(
                [.. manuscript.Masthead.Select(line => new MastheadEntry(line.Role, line.Name))], StoredJson.Readable.MastheadEntryArray),
            Source = JsonSerializer.Serialize(SourceOf(manuscript, file), StoredJson.Readable.ArticleSource),
            CreatedBy = WriteStamp.Ingestion.Caller,
        };
    }

    /// <summary>What the story is filed under.</summary>
    public static Filing FilingOf(Manuscript manuscript, Guid publicationId)
    {
        var authors = manuscript.Authors.Select(author => new Credit(author.Name, "author", author.Title, IsAgency: false));
        Credit[] agency = manuscript.Agency is { } name ? [new Credit(name, "agency", null, IsAgency: true)] : [];
        return new Filing { PublicationId = publicationId, Section = manuscript.Section, Credits = [.. authors, .. agency], Tags = manuscript.Tags };
    }

    /// <summary>The picture as a story keeps it; null when it breaks a rule that pictures have, since the words matter more.</summary>
    private static string? LeadImageOf(ManuscriptImage image)
    {
        Block[] block = [new ImageBlock { Id = "lead", Url = image.Url, Alt = image.Alt, Caption = image.Caption, Credit = image.Credit }];
        return BodyRules.Check(block).Any() ? null : Encoding.UTF8.GetString(BodyJson.Write(BodyRules.Normalise(block)))[1..^1];
    }

    private static ArticleSource SourceOf(Manuscript manuscript, SourceFile file) => new(
        file.Form.Kind,
        file.Key,
        file.Name,
        manuscript.Published?.Printed,
        manuscript.Published?.Precision,
        manuscript.Updated?.Printed,
        manuscript.Published?.TimeZone,
        manuscript.Published?.TimeZoneAssumed ?? false,
        [.. manuscript.Warnings.Select(warning => warning.Code).Distinct()]);
}
