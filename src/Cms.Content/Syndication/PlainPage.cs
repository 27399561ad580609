using System.Globalization;
using System.Text;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A story as plain text: its head, one line each, a blank line, and the body.</summary>
public static class PlainPage
{
    /// <summary>Writes the page as UTF-8.</summary>
    public static byte[] Write(Story story)
    {
        var date = TimeZoneInfo.ConvertTime(story.PublishedAt, story.Publisher.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string?[] head = [story.Kicker, story.Headline, story.Deck, story.Credit, date, story.Dateline];
        var lines = head.Select(CleanText.OrNull).OfType<string>();
        string?[] parts = [string.Join('\n', lines), CleanText.OrNull(TextRendition.Write(story.Body)), story.Address];
        return Encoding.UTF8.GetBytes(string.Join("\n\n", parts.OfType<string>()) + "\n");
    }
}
