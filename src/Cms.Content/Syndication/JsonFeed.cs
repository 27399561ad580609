using System.Text.Json;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A feed as JSON Feed 1.1, with the whole stories as HTML.</summary>
public static class JsonFeed
{
    /// <summary>Writes the feed as UTF-8.</summary>
    public static byte[] Write(StoryFeed feed) => JsonOutput.Write(json =>
    {
        json.Text("version", "https://jsonfeed.org/version/1.1");
        json.Text("title", feed.Title);
        json.Text("home_page_url", feed.Home);
        json.Text("feed_url", feed.Self);
        json.Text("language", feed.Language);
        json.WriteStartArray("items");
        foreach (var story in feed.Stories)
        {
            json.WriteStartObject();
            Item(json, story);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Item(Utf8JsonWriter json, Story story)
    {
        json.Text("id", story.Urn);
        json.Text("url", story.Address);
        json.Text("title", story.Headline);
        json.Text("summary", story.Summary);
        json.Text("content_html", HtmlRendition.Write(story.Body, story.Language));
        json.Text("image", story.AddressOf(story.LeadImage));
        json.Text("date_published", XmlOutput.Instant(story.PublishedAt));
        json.Text("date_modified", XmlOutput.Instant(story.UpdatedAt));
        json.Objects("authors", story.Creators, name => json.Text("name", name));
        json.Texts("tags", story.Categories);
        json.Text("language", story.Language);
    }
}
