using System.Globalization;
using System.Text;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A story as CommonMark below YAML front matter, under the names that static site generators use and that our own reader reads.</summary>
public static class MarkdownPage
{
    /// <summary>Writes the page as UTF-8.</summary>
    public static byte[] Write(Story story)
    {
        var page = new StringBuilder("---\n");
        Line(page, "title", story.Headline);
        Line(page, "kicker", story.Kicker);
        Line(page, "deck", story.Deck);
        Line(page, "id", story.Id.ToString("D"));
        Line(page, "slug", story.Slug);
        Line(page, "canonical", story.Address);
        Line(page, "language", story.Language);
        Line(page, "publication", story.Publisher.Name);
        Line(page, "publishedAt", XmlOutput.Instant(story.PublishedAt));
        Line(page, "updatedAt", XmlOutput.Instant(story.UpdatedAt));
        List(page, "authors", [.. story.Authors.Select(author => author.Name)]);
        Line(page, "byline", story.Byline);
        Line(page, "dateline", story.Dateline);
        Line(page, "genre", story.Genre);
        Line(page, "section", story.Section);
        List(page, "tags", story.Tags);
        Picture(page, story);
        page.Append("---\n\n").Append(MarkdownRendition.Write(story.Body)).Append('\n');
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Line(StringBuilder page, string name, string? text)
    {
        if (CleanText.OrNull(text) is { } line)
        {
            page.Append(name).Append(": ");
            Quoted(page, line).Append('\n');
        }
    }

    private static void List(StringBuilder page, string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Append(name).Append(":\n");
        foreach (var item in items)
        {
            Quoted(page.Append("  - "), CleanText.Of(item)).Append('\n');
        }
    }

    private static void Picture(StringBuilder page, Story story)
    {
        if (story.AddressOf(story.LeadImage) is { } address)
        {
            page.Append("image:\n");
            Line(page, "  url", address);
            Line(page, "  alt", story.LeadImage!.Alt);
            Line(page, "  caption", story.LeadImage.Caption);
            Line(page, "  credit", story.LeadImage.Credit);
        }
    }

    /// <summary>The one style of YAML that can carry any text: within quotation marks, what could end a line or the text is escaped.</summary>
    private static StringBuilder Quoted(StringBuilder page, string text)
    {
        page.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => page.Append('\\').Append(character),
                '\n' => page.Append("\\n"),
                '\t' => page.Append("\\t"),
                '\u2028' or '\u2029' or '\uFEFF' => page.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => page.Append(character),
            };
        }

        return page.Append('"');
    }
}
