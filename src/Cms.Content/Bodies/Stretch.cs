namespace Cms.Content.Bodies;

/// <summary>The marks of a run as a set.</summary>
[Flags]
internal enum Marks
{
    None = 0,
    Strong = 1,
    Em = 2,
    Underline = 4,
    Strike = 8,
    Code = 16,
    Sub = 32,
    Sup = 64,
}

/// <summary>Runs as a rendition sees them: clean text, marks as a set, an address that may be linked; never empty, equal neighbours joined.</summary>
internal readonly record struct Stretch(string Text, Marks Marks, string? Address)
{
    public static List<Stretch> Of(IReadOnlyList<Run> content)
    {
        var stretches = new List<Stretch>(content.Count);
        var texts = new List<string>(1);
        Stretch current = default;
        foreach (var run in content)
        {
            var text = CleanText.Of(run.Text);
            if (text.Length == 0)
            {
                continue;
            }

            var next = new Stretch("", SetOf(run.Marks), LinkAddress.Of(run.Href));
            if (texts.Count > 0 && next != current)
            {
                stretches.Add(current with { Text = string.Concat(texts) });
                texts.Clear();
            }

            current = next;
            texts.Add(text);
        }

        if (texts.Count > 0)
        {
            stretches.Add(current with { Text = string.Concat(texts) });
        }

        return stretches;
    }

    /// <summary>The names of a set of marks, in their one order.</summary>
    public static IReadOnlyList<string> Names(Marks marks) =>
        marks == Marks.None ? [] : [.. BodyRules.MarkNames.Where((_, index) => ((int)marks >> index & 1) == 1)];

    private static Marks SetOf(IReadOnlyList<string> names)
    {
        var set = Marks.None;
        for (var i = 0; i < names.Count; i++)
        {
            set |= names[i] switch
            {
                "strong" => Marks.Strong,
                "em" => Marks.Em,
                "underline" => Marks.Underline,
                "strike" => Marks.Strike,
                "code" => Marks.Code,
                "sub" => Marks.Sub,
                "sup" => Marks.Sup,
                _ => Marks.None,
            };
        }

        return set;
    }
}
