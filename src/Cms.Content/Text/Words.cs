namespace Cms.Content.Text;

/// <summary>What is counted and cut by the word.</summary>
public static class Words
{
    /// <summary>How many tokens between white space the text has.</summary>
    public static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Minutes to read so many words at 220 a minute, at least one.</summary>
    public static int ReadingMinutes(int words) => Math.Max(1, (words + 219) / 220);

    /// <summary>The paragraph, cut at a word when it exceeds 280 characters.</summary>
    public static string Excerpt(string firstParagraph) =>
        firstParagraph.Length <= 280 ? firstParagraph : firstParagraph[..firstParagraph.LastIndexOf(' ', 279)] + "…";
}
