using System.Text.RegularExpressions;

namespace Cms.Content.Sources.TextPages;

/// <summary>Lines that belong to the page and not to the story: share buttons, links to other stories, the weather.</summary>
internal static partial class Furniture
{
    private static readonly PhraseList Whole = new(
        "share", "share this", "share this article", "share this story", "share on", "related", "related articles", "related news", "related stories",
        "related topics", "short url", "short link", "print", "print this page", "advertisement", "comments", "read more", "also read", "read also",
        "follow us", "subscribe",
        "مشاركة", "شارك", "طباعة", "إعلان", "التعليقات", "الرابط المختصر", "رابط مختصر", "المزيد", "موضوعات متعلقة", "أخبار متعلقة", "اقرأ أيضا",
        "شاهد أيضا", "تابعونا", "تابعنا");

    // Words that a page's bar has and that could head a part of a story.
    private static readonly PhraseList Navigation = new("home", "english", "menu", "search", "عربي", "العربية", "الرئيسية", "بحث");

    private static readonly PhraseList Openings = new(
        "read more", "also read", "read also", "see also", "also see", "follow us", "short link", "short url", "share on", "share this",
        "share this article", "related", "related articles", "related news", "تابعونا", "تابعنا", "رابط مختصر", "الرابط المختصر", "موضوعات متعلقة",
        "أخبار متعلقة", "للمزيد");

    private static readonly PhraseList PointersElsewhere = new("اقرأ أيضا", "شاهد أيضا", "طالع أيضا", "اقرأ المزيد");

    private static readonly PhraseList Invitations = new("follow us", "share on", "share this", "تابعونا", "تابعنا");

    /// <summary>True for what is furniture above the headline, where a page's bar may stand too.</summary>
    public static bool IsAboveStory(PageLine line) => Is(line) || Navigation.Is(line.Folded.Value);

    public static bool Is(PageLine line)
    {
        var folded = line.Folded.Value;
        if (Whole.Is(folded) || Weather().IsMatch(folded) || PictureFile().IsMatch(folded)) return true;
        if (PointersElsewhere.LengthAt(folded, 0) > 0) return line.WordCount <= 30;
        if (Openings.LengthAt(folded, 0) is > 0 and var end && IsSeparator(folded.AsSpan(end).TrimStart())) return line.WordCount <= 30;
        return Invitations.LengthAt(folded, 0) > 0 && line.WordCount <= 8 && !line.EndsSentence;
    }

    private static bool IsSeparator(ReadOnlySpan<char> rest) => rest.Length > 0 && rest[0] is ':' or '-' or '–' or '—' or '|' or '»' or '>' or '…';

    [GeneratedRegex(@"^(?:min|max)\b.{0,4}\d.*\b(?:min|max)\b.{0,4}\d", RegexOptions.NonBacktracking)]
    private static partial Regex Weather();

    [GeneratedRegex(@"^[^\s/]+\.(?:jpe?g|png|gif|webp)$", RegexOptions.NonBacktracking)]
    private static partial Regex PictureFile();
}
