using System.Globalization;

namespace Cms.Content.Bodies;

/// <summary>Names what breaks the rules in a text of runs.</summary>
internal static class RunCheck
{
    public static IEnumerable<BodyFault> Of(string at, IReadOnlyList<Run> content)
    {
        if (content.Count > BodyRules.MaxRuns)
        {
            yield return new BodyFault(at, "too-many", string.Create(CultureInfo.InvariantCulture, $"Use at most {BodyRules.MaxRuns} runs."));
            yield break;
        }

        for (var i = 0; i < content.Count; i++)
        {
            if (IsPlain(content[i]))
            {
                continue;
            }

            var run = BodyCheck.At(at, i);
            foreach (var fault in Text(run + "/text", content[i].Text, BodyRules.MaxRun)
                .Concat(Marks(run + "/marks", content[i].Marks)).Concat(Href(run + "/href", content[i].Href)))
            {
                yield return fault;
            }
        }
    }

    public static IEnumerable<BodyFault> Text(string at, string? text, int most)
    {
        if (text is null)
        {
            yield break;
        }

        if (text.Length > most)
        {
            yield return TooLong(at, most);
        }

        if (BodyRules.IsBroken(text))
        {
            yield return new BodyFault(at, "pattern", "Use no control characters but tab and line feed, and no half surrogate pairs.");
        }
    }

    public static BodyFault TooLong(string at, int most) =>
        new(at, "too-long", string.Create(CultureInfo.InvariantCulture, $"Use at most {most} characters."));

    // Most runs are, and need no pointers to say so.
    private static bool IsPlain(Run run) =>
        run is { Marks.Count: 0, Href: null } && run.Text.Length <= BodyRules.MaxRun && !BodyRules.IsBroken(run.Text);

    private static IEnumerable<BodyFault> Marks(string at, IReadOnlyList<string> marks)
    {
        for (var i = 0; i < marks.Count; i++)
        {
            if (!BodyRules.MarkNames.Contains(marks[i]))
            {
                yield return new BodyFault(BodyCheck.At(at, i), "not-in-list", $"Use marks of {string.Join(", ", BodyRules.MarkNames)}.");
            }
            else if (marks.Take(i).Contains(marks[i]))
            {
                yield return new BodyFault(BodyCheck.At(at, i), "duplicate", "Name each mark once.");
            }
        }
    }

    private static IEnumerable<BodyFault> Href(string at, string? href)
    {
        if (href?.Length > BodyRules.MaxAddress)
        {
            yield return TooLong(at, BodyRules.MaxAddress);
        }
        else if (href is not null && !BodyRules.IsLinkAddress(href))
        {
            yield return new BodyFault(at, "pattern", "Link to an http, https, mailto or tel address, or to a path that starts with / or #.");
        }
    }
}
