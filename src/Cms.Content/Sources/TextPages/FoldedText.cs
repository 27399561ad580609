using System.Globalization;
using System.Text;

namespace Cms.Content.Sources.TextPages;

/// <summary>A text beside the form that phrases are looked for in; every place of the one leads back to the other.</summary>
internal sealed class FoldedText
{
    private readonly int[] origins;

    private FoldedText(string source, string value, int[] origins)
    {
        Source = source;
        Value = value;
        this.origins = origins;
    }

    public string Source { get; }

    /// <summary>Lower case, without marks, tatweel and vowel signs; the ways to write an alef, a yeh and a closing heh are one.</summary>
    public string Value { get; }

    public static FoldedText Of(string source)
    {
        var value = new StringBuilder(source.Length);
        var origins = new List<int>(source.Length + 1);
        for (var i = 0; i < source.Length; i++)
        {
            if (Fold(source[i]) is not { } folded) continue;
            value.Append(folded);
            origins.Add(i);
        }
        origins.Add(source.Length);
        return new FoldedText(source, value.ToString(), [.. origins]);
    }

    public static string Fold(string text) => Of(text).Value;

    /// <summary>The source from a place of the folded form on, trimmed.</summary>
    public string From(int start) => Slice(start, Value.Length);

    public string Slice(int start, int end) => Source[origins[start]..origins[end]].Trim();

    private static char? Fold(char letter) => letter switch
    {
        '\u0640' or '\u0670' or (>= '\u064B' and <= '\u0652') => null,
        'أ' or 'إ' or 'آ' or '\u0671' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        '’' or '‘' or 'ʼ' => '\'',
        '\u2010' or '\u2011' => '-',
        >= '\u0660' and <= '\u0669' => (char)(letter - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(letter - '\u06F0' + '0'),
        _ when char.IsWhiteSpace(letter) => ' ',
        _ when CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control => null,
        _ => char.ToLowerInvariant(letter),
    };
}
