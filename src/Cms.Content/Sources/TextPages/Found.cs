namespace Cms.Content.Sources.TextPages;

/// <summary>Words a message for people: what was expected, and what was found, cut to eighty characters.</summary>
internal static class Found
{
    private const int Longest = 80;

    public static string Instead(string expected, string what, string text) => $"Expected {expected}; found {what} “{Cut(text)}”.";

    private static string Cut(string text)
    {
        if (text.Length <= Longest) return text;
        var end = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return text[..end] + "…";
    }
}
