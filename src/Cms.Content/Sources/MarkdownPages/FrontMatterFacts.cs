using Cms.Content.Sources.StatedFacts;
using Cms.Content.Text;

namespace Cms.Content.Sources.MarkdownPages;

/// <summary>What front matter states, under the names that Hugo, Jekyll and Ghost give it.</summary>
internal static class FrontMatterFacts
{
    private const int LongestLine = 2_000;

    public static StoryFacts Of(StatedValue stated, ReadingContext context, List<SourceWarning> warnings)
    {
        var categories = stated.Find("categories", "category");
        var (section, tags) = StatedTags.File(
            stated.Find("section"), categories, StatedTags.NamesIn(stated.Find("tags")).Concat(StatedTags.NamesIn(stated.Find("keywords"))), context);
        var canonical = StatedAddress.Web(stated.Find("canonical", "canonicalurl")?.Stored);
        return new StoryFacts
        {
            Headline = stated.Find("headline", "title"),
            Kicker = Line(stated.Find("kicker")),
            Deck = Line(stated.Find("deck", "subtitle", "description", "excerpt", "customexcerpt", "summary")),
            Section = section,
            Tags = tags,
            Slug = stated.Find("slug")?.Stored is { } slug && Slugs.From(slug) is { Length: > 0 } form ? form : null,
            CanonicalUrl = canonical,
            Language = stated.Find("language", "lang", "locale"),
            Published = stated.Find("publishedat", "publishdate") ?? PublishedDay(stated) ?? stated.Find("date"),
            Updated = stated.Find("lastmod", "updated", "updatedat", "lastmodifiedat", "modified"),
            Credits = stated.Find("author", "authors", "byline") is { } credit ? [credit] : [],
            Image = StatedImage.Read(
                stated.Find("image", "cover", "featuredimage", "featureimage", "coverimage", "thumbnail"),
                stated.Find("imagealt", "coveralt", "featuredimagealt", "featureimagealt"),
                stated.Find("imagecaption", "covercaption", "featuredimagecaption", "featureimagecaption"),
                stated.Find("imagecredit", "covercredit", "featuredimagecredit"),
                canonical,
                warnings),
            DraftLine = DraftLine(stated),
        };
    }

    // In Jekyll `published` says whether, elsewhere when.
    private static StatedValue? PublishedDay(StatedValue stated) =>
        stated.Find("published") is { } published && !IsTrue(published) && !IsFalse(published) ? published : null;

    private static int? DraftLine(StatedValue stated)
    {
        if (stated.Find("draft") is { } draft && IsTrue(draft)) return draft.Line;
        if (stated.Find("published") is { } published && IsFalse(published)) return published.Line;
        return stated.Find("status") is { Stored: { } status } said && status.Equals("draft", StringComparison.OrdinalIgnoreCase) ? said.Line : null;
    }

    private static bool IsTrue(StatedValue value) => value.Stored?.ToLowerInvariant() is "true" or "yes" or "on" or "1";

    private static bool IsFalse(StatedValue value) => value.Stored?.ToLowerInvariant() is "false" or "no" or "off" or "0";

    private static string? Line(StatedValue? value) => value?.Stored is { Length: <= LongestLine } line ? line : null;
}
