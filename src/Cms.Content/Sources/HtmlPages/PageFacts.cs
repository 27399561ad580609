using Cms.Content.Sources.StatedFacts;

namespace Cms.Content.Sources.HtmlPages;

/// <summary>What a page states about its story: in JSON-LD first, else in OpenGraph and meta elements, else in what it shows.</summary>
internal static class PageFacts
{
    private const int LongestLine = 2_000;
    private const int LongestName = 200;

    public static StoryFacts Of(PageScan scan, LinkedArticle article, PageRegion? body, ReadingContext context, List<SourceWarning> warnings)
    {
        var head = scan.Head;
        var canonical = StatedAddress.Web(head.First("canonical")?.Stored) ?? AddressOf(article.Find("url", "mainentityofpage"))
            ?? StatedAddress.Web(head.First("og:url")?.Stored);
        var site = article.Find("publisher")?.Stored ?? head.First("og:site_name")?.Stored;
        var (section, tags) = StatedTags.File(
            article.Find("articlesection") ?? head.First("article:section"),
            null,
            StatedTags.NamesIn(article.Find("keywords"))
                .Concat(head.All("article:tag").Select(tag => tag.Stored).OfType<string>())
                .Concat(StatedTags.NamesIn(head.First("news_keywords", "keywords"))),
            context);
        return new StoryFacts
        {
            Headline = article.Find("headline", "name") ?? WithoutSite(head.First("og:title", "twitter:title"), site)
                ?? Heading(scan, body) ?? WithoutSite(head.First("dc.title", "title element"), site),
            Deck = Line(article.Find("alternativeheadline", "alternateheadline", "description"))
                ?? Line(head.First("og:description", "description", "twitter:description")),
            Section = section,
            Tags = tags,
            CanonicalUrl = canonical,
            PublicationName = site is { Length: <= LongestName } ? site : null,
            Language = article.Find("inlanguage") ?? head.First("html lang", "og:locale", "content-language"),
            Published = article.Find("datepublished") ?? head.First(
                "article:published_time", "datePublished", "og:published_time", "pubdate", "publishdate", "dc.date.issued", "dc.date", "date",
                "time published in story", "time published"),
            Updated = article.Find("datemodified") ?? head.First(
                "article:modified_time", "dateModified", "og:updated_time", "last-modified", "time updated in story", "time updated"),
            Credits = article.Find("author", "creator") is { } author ? [author] : head.All("author", "article:author", "dc.creator"),
            Image = Image(head, article, canonical, warnings),
        };
    }

    private static ManuscriptImage? Image(PageHead head, LinkedArticle article, string? canonical, List<SourceWarning> warnings) =>
        article.Find("image") is { } image
            ? StatedImage.Read(image, null, null, null, canonical, warnings)
            : StatedImage.Read(
                head.First("og:image:secure_url", "og:image", "og:image:url", "twitter:image"),
                head.First("og:image:alt", "twitter:image:alt"), null, null, canonical, warnings);

    private static StatedValue? Heading(PageScan scan, PageRegion? body) =>
        scan.Headings.Find(heading => body is not null && heading.Region.Start >= body.Start && heading.Region.End <= body.End)
            .Text ?? scan.Headings.FirstOrDefault().Text;

    private static string? AddressOf(StatedValue? value) =>
        StatedAddress.Web(value?.Text is not null ? value.Stored : value?.Find("@id", "url")?.Stored);

    // Titles of pages end with the name of the site.
    private static StatedValue? WithoutSite(StatedValue? title, string? site)
    {
        if (title?.Stored is not { } text || site is null || !text.EndsWith(site, StringComparison.OrdinalIgnoreCase)) return title;
        var rest = text[..^site.Length].TrimEnd();
        return rest.Length > 1 && rest[^1] is '|' or '-' or '–' or '—' or '·' or '»' or ':'
            ? title with { Text = rest[..^1] }
            : title;
    }

    private static string? Line(StatedValue? value) => value?.Stored is { Length: <= LongestLine } line ? line : null;
}
