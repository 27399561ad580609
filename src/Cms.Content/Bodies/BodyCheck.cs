using System.Globalization;

namespace Cms.Content.Bodies;

/// <summary>Walks a body and names what breaks its rules.</summary>
internal static class BodyCheck
{
    public static IEnumerable<BodyFault> Of(IReadOnlyList<Block> blocks)
    {
        if (blocks.Count > BodyRules.MaxBlocks)
        {
            yield return TooMany("", "blocks", BodyRules.MaxBlocks);
            yield break;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            var at = At("", i);
            foreach (var fault in Id(at + "/id", blocks[i].Id, ids).Concat(OneOf(at + "/direction", blocks[i].Direction, ["ltr", "rtl"])))
            {
                yield return fault;
            }

            foreach (var fault in Block(at, blocks[i]))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<BodyFault> Id(string at, string id, HashSet<string> ids)
    {
        if (id.Length > 0 && !BodyRules.IsId(id))
        {
            yield return new BodyFault(at, "pattern", "Start an id with a letter and use letters, digits, hyphens and underscores, at most 64.");
        }
        else if (id.Length > 0 && !ids.Add(id))
        {
            yield return new BodyFault(at, "duplicate", "Give each block an id of its own.");
        }
    }

    private static IEnumerable<BodyFault> Block(string at, Block block) => block switch
    {
        ParagraphBlock paragraph => OneOf(at + "/role", paragraph.Role, BodyRules.Roles).Concat(RunCheck.Of(at + "/content", paragraph.Content)),
        HeadingBlock heading => Range(at + "/level", heading.Level, 1, 6).Concat(RunCheck.Of(at + "/content", heading.Content)),
        ListBlock list => Range(at + "/start", list.Start, 0, BodyRules.MaxStart).Concat(Items(at + "/items", list.Items)),
        QuoteBlock quote => RunCheck.Of(at + "/content", quote.Content)
            .Concat(RunCheck.Text(at + "/attribution", quote.Attribution, BodyRules.MaxLine)),
        CodeBlock code => RunCheck.Text(at + "/text", code.Text, BodyRules.MaxCode).Concat(Language(at + "/language", code.Language)),
        TableBlock table => Rows(at + "/rows", table.Rows),
        ImageBlock image => Address(at + "/url", image.Url)
            .Concat(RunCheck.Text(at + "/alt", image.Alt, BodyRules.MaxLine))
            .Concat(RunCheck.Text(at + "/caption", image.Caption, BodyRules.MaxLine))
            .Concat(RunCheck.Text(at + "/credit", image.Credit, BodyRules.MaxLine))
            .Concat(Range(at + "/width", image.Width, 1, BodyRules.MaxPixels))
            .Concat(Range(at + "/height", image.Height, 1, BodyRules.MaxPixels)),
        EmbedBlock embed => Address(at + "/url", embed.Url).Concat(RunCheck.Text(at + "/provider", embed.Provider, BodyRules.MaxName)),
        _ => [],
    };

    private static IEnumerable<BodyFault> Items(string at, IReadOnlyList<ListItem> items)
    {
        if (items.Count is 0 or > BodyRules.MaxItems)
        {
            yield return items.Count == 0 ? TooFew(at, "item") : TooMany(at, "items", BodyRules.MaxItems);
            yield break;
        }

        var level = -1;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Level != ListDepth.After(level, items[i].Level))
            {
                yield return new BodyFault(
                    At(at, i) + "/level", "out-of-range", $"Use a level from 0 to {BodyRules.MaxLevel}, at most one deeper than the item before.");
            }

            level = ListDepth.After(level, items[i].Level);
            foreach (var fault in RunCheck.Of(At(at, i) + "/content", items[i].Content))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<BodyFault> Rows(string at, IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> rows)
    {
        if (rows.Count is 0 or > BodyRules.MaxRows)
        {
            yield return rows.Count == 0 ? TooFew(at, "row") : TooMany(at, "rows", BodyRules.MaxRows);
            yield break;
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var cells = rows[row];
            if (cells.Count is 0 or > BodyRules.MaxCells)
            {
                yield return cells.Count == 0 ? TooFew(At(at, row), "cell") : TooMany(At(at, row), "cells", BodyRules.MaxCells);
                continue;
            }

            for (var cell = 0; cell < cells.Count; cell++)
            {
                foreach (var fault in RunCheck.Of(At(At(at, row), cell), cells[cell]))
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<BodyFault> Address(string at, string url)
    {
        if (url.Length is 0 or > BodyRules.MaxAddress)
        {
            yield return url.Length == 0
                ? new BodyFault(at, "required", "Give the address.")
                : RunCheck.TooLong(at, BodyRules.MaxAddress);
        }
        else if (!BodyRules.IsWebAddress(url))
        {
            yield return new BodyFault(at, "pattern", "Give an absolute address that starts with http:// or https://.");
        }
    }

    private static IEnumerable<BodyFault> Language(string at, string? language)
    {
        if (language?.Length > BodyRules.MaxName)
        {
            yield return RunCheck.TooLong(at, BodyRules.MaxName);
        }
        else if (language is not null && !BodyRules.IsCodeLanguage(language))
        {
            yield return new BodyFault(at, "pattern", "Name the language with letters, digits and + # . _ -, or give null.");
        }
    }

    private static IEnumerable<BodyFault> OneOf(string at, string? value, IReadOnlyList<string> names)
    {
        if (value is not null && !names.Contains(value))
        {
            yield return new BodyFault(at, "not-in-list", $"Use one of {string.Join(", ", names)}, or null.");
        }
    }

    private static IEnumerable<BodyFault> Range(string at, int? value, int least, int most)
    {
        if (value < least || value > most)
        {
            yield return new BodyFault(at, "out-of-range", string.Create(CultureInfo.InvariantCulture, $"Use a number from {least} to {most}."));
        }
    }

    private static BodyFault TooMany(string at, string what, int most) =>
        new(at, "too-many", string.Create(CultureInfo.InvariantCulture, $"Use at most {most} {what}."));

    private static BodyFault TooFew(string at, string what) => new(at, "too-short", $"Give at least one {what}.");

    internal static string At(string at, int index) => string.Create(CultureInfo.InvariantCulture, $"{at}/{index}");
}
