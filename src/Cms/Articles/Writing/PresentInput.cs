using System.Text.Json;
using Cms.Content.Text;

namespace Cms.Articles.Writing;

/// <summary>Writes a stored story as the input that would make it: what a patch is laid over.</summary>
internal static class PresentInput
{
    public static ArticleInput Of(ArticleRow row) => new()
    {
        Headline = row.Headline.Length == 0 ? null : row.Headline,
        // A wish that was made of the headline follows it.
        Slug = row.FirstPublishedAt is null && row.Slug == Slugs.From(row.Headline, row.Id) ? null : row.Slug,
        Language = row.Language,
        Genre = row.Genre,
        Kicker = row.Kicker,
        Deck = row.Deck,
        Dateline = row.Dateline,
        Byline = row.Byline,
        SectionSlug = row.Section is null ? null : JsonSerializer.Deserialize(row.Section, ArticleJson.Default.SectionReference)!.Slug,
        TagSlugs = row.Tags is null ? null :
        [
            .. JsonSerializer.Deserialize(row.Tags, ArticleJson.Default.IReadOnlyListTagReference)!.Select(tag => tag.Slug),
        ],
        Authors = row.Authors is null ? null :
        [
            .. JsonSerializer.Deserialize(row.Authors, ArticleJson.Default.IReadOnlyListAuthorCredit)!
                .Select(author => new AuthorInput { Slug = author.Slug, Role = author.Role }),
        ],
        PublishedAt = row.PublishedAt,
        LeadImage = row.LeadImage is null ? null : JsonSerializer.Deserialize(row.LeadImage, ArticleJson.Default.LeadImageInput),
        CanonicalUrl = row.CanonicalUrl,
        Seo = row.Seo is null ? null : JsonSerializer.Deserialize(row.Seo, ArticleJson.Default.SeoInput),
        TranslationOf = row.TranslationGroup == row.Id ? null : row.TranslationGroup,
        Body = JsonSerializer.Deserialize(row.Body!, ArticleJson.Default.IReadOnlyListBlockInput),
    };
}
