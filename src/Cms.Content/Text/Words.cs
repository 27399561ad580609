using System.Globalization;

namespace Cms.Content.Text;

/// <summary>What is counted and cut by the word.</summary>
public static class Words
{
    private const int ExcerptLength = 280;
    private const int WordsPerMinute = 220;

    /// <summary>How many tokens between white space the text has.</summary>
    public static int Count(string text)
    {
        var count = 0;
        var isInside = false;
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter);
            if (!isSpace && !isInside) count++;
            isInside = !isSpace;
        }
        return count;
    }

    /// <summary>Minutes to read so many words at 220 a minute, at least one.</summary>
    public static int ReadingMinutes(int words) => words <= WordsPerMinute ? 1 : 1 + (words - 1) / WordsPerMinute;

    /// <summary>The paragraph, or its beginning up to a word and an ellipsis: at most 280 characters.</summary>
    public static string Excerpt(string firstParagraph)
    {
        var text = firstParagraph.Trim();
        if (text.Length <= ExcerptLength) return text;
        var end = ExcerptLength - 1;
        while (end > 0 && !char.IsWhiteSpace(text[end])) end--;
        if (end == 0) end = LastWholeCharacter(text);
        return text[..end].TrimEnd() + "…";
    }

    // What a reader sees as one character may be many: a family emoji, a letter with its marks.
    private static int LastWholeCharacter(string text)
    {
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            if (end + length > ExcerptLength - 1) break;
            end += length;
        }
        return end;
    }
}
