using System.Text;

namespace Cms.Content.Text;

/// <summary>The two forms of a line: one to keep, one to compare.</summary>
public static class Normalization
{
    /// <summary>False where the runtime lacks ICU and would store decomposed text without a word.</summary>
    public static bool IsAvailable => "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    /// <summary>The text as it is stored: composed, spaces collapsed, ends trimmed, invisible marks removed.</summary>
    public static string ForStoring(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text as it is compared: the stored form without marks and tatweel, digits and case folded.</summary>
    public static string ForMatching(string text) => StripTatweel(ForStoring(text)).ToLowerInvariant();

    /// <summary>The text without the strokes that stretch Arabic words.</summary>
    public static string StripTatweel(string text) => text.Replace("\u0640", "", StringComparison.Ordinal);
}
