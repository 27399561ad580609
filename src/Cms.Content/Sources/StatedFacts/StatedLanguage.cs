using Cms.Content.Sources.TextPages;
using Cms.Content.Text;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>The language of a text: the one that the document states, unless the letters prove it wrong, as a copied template's often are.</summary>
internal static class StatedLanguage
{
    private const int LongestTag = 40;

    public static string Of(StatedValue? stated, string text, ReadingContext context, List<SourceWarning> warnings)
    {
        var tag = (stated?.Find("alternatename")?.Stored ?? stated?.Stored)?.Replace('_', '-');
        var isTag = tag is { Length: <= LongestTag } && Languages.IsWellFormed(tag);
        if (isTag && IsWrittenAs(text, tag!)) return tag!;

        var detected = Languages.Detect(text, context.DefaultLanguage);
        if (tag is not null)
        {
            warnings.Add(new SourceWarning("W_LANGUAGE", stated!.Line, Found.Instead($"the language that the text is in ({detected})", "only", tag)));
        }
        return detected;
    }

    private static bool IsWrittenAs(string text, string tag) => Scripts.DominantOf(text) is not { } script || Languages.ScriptOf(tag) == script;
}
