namespace Cms.Content.Sources.TextPages;

/// <summary>The words that open a credit (`By`, `كتب`) or a caption (`Photo:`, `تصوير`).</summary>
internal static class Markers
{
    private const int LongestByline = 150;

    private static readonly PhraseList Byline = new(
        "by", "written by", "reported by", "story by", "von", "كتب", "كتبت", "كتبوا", "كتبه", "كتبها", "تقرير", "بقلم", "كتابة", "تحقيق", "حوار");

    // Nouns as well as markers: without a colon they must be followed by what looks like names.
    private static readonly PhraseList Ambiguous = new("von", "كتب", "كتبت", "كتبوا", "كتبه", "كتبها", "تقرير", "كتابة", "تحقيق", "حوار");

    // Machine translation turns `wrote` into `books`; only the dash or colon behind it tells.
    private static readonly PhraseList Mistranslated = new("books", "wrote");

    private static readonly PhraseList Caption = new(
        "photo", "photos", "image", "caption", "photography", "photographer", "picture", "صورة", "الصورة", "صور", "تصوير", "عدسة");

    private static readonly PhraseList PhotoCredit = new("photo by", "photos by", "photography by", "photographs by", "pictures by", "تصوير", "عدسة");

    /// <summary>What follows a byline marker; null when the line opens with none or is running text.</summary>
    public static string? TakeByline(PageLine line)
    {
        var folded = line.Folded.Value;
        var text = line.Text;
        if (text.Length > LongestByline || TakeRunTogether(line) is not null) return null;

        var end = Byline.LengthAt(folded, 0);
        if (end == 0) return Mistranslated.LengthAt(folded, 0) is > 0 and var odd && HasSeparator(folded, odd) ? Credit(line, odd) : null;
        var credit = Credit(line, end);
        if (credit.Length == 0) return null;
        if (HasSeparator(folded, end)) return credit;
        if (Punctuation.EndsSentence(text) || char.IsDigit(credit[0])) return null;
        return Ambiguous.LengthAt(folded, 0) == 0 || BylineSplitter.Split(credit).All(IsNameOrSource) ? credit : null;
    }

    /// <summary>The name in a text that opens `By Name Photos by …` without a break; null in any other text.</summary>
    public static string? TakeRunTogether(PageLine line)
    {
        var folded = line.Folded.Value;
        if (!folded.StartsWith("by ", StringComparison.Ordinal)) return null;
        var photos = folded.IndexOf(" photos by ", 0, Math.Min(folded.Length, LongestByline), StringComparison.Ordinal);
        return photos > 3 && line.Folded.Slice(3, photos) is var name && Names.IsName(name) ? name : null;
    }

    /// <summary>True for a marker with nothing behind it: the name is on the next line.</summary>
    public static bool IsBareByline(PageLine line) => Byline.Is(line.Folded.Value);

    public static bool IsCaption(PageLine line) => IsCaption(line.Text, line.Folded.Value);

    public static bool IsCaption(string text, string folded) =>
        (Caption.LengthAt(folded, 0) is > 0 and var end && HasSeparator(folded, end))
        || (PhotoCredit.LengthAt(folded, 0) > 0 && text.Split(' ').Length <= 6 && !Punctuation.EndsSentence(text));

    private static bool IsNameOrSource(string part) => Names.IsName(part) || Credits.IsAgency(part) || Credits.IsJob(part);

    private static string Credit(PageLine line, int end) =>
        line.Folded.From(end).TrimStart(' ', ':', '-', '–', '—', '/', '|').TrimEnd(' ', '=', ':', '-', '–', '/');

    private static bool HasSeparator(string folded, int end)
    {
        var rest = folded.AsSpan(end).TrimStart();
        return rest.Length > 0 && rest[0] is ':' or '-' or '–' or '—' or '/' or '|';
    }
}
