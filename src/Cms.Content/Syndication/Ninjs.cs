using System.Globalization;
using System.Text.Json;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A story as ninjs 3.0, the news object of the IPTC.</summary>
public static class Ninjs
{
    private const string Html = "text/html";
    private const string Text = "text/plain";

    /// <summary>Writes the news object as UTF-8.</summary>
    public static byte[] Write(Story story) => JsonOutput.Write(json =>
    {
        json.Text("uri", story.Urn);
        json.Object("standard", () =>
        {
            json.Text("name", "ninjs");
            json.Text("version", "3.0");
            json.Text("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");
        });
        json.Text("type", "text");
        json.Text("representationType", "full");
        json.Text("version", story.Version.ToString(CultureInfo.InvariantCulture));
        json.Text("contentCreated", XmlOutput.Instant(story.PublishedAt));
        json.Text("firstCreated", XmlOutput.Instant(story.FirstPublishedAt));
        json.Text("versionCreated", XmlOutput.Instant(story.UpdatedAt));
        json.Text("pubStatus", "usable");
        json.Text("language", story.Language);
        json.Text("title", story.Headline);
        json.Text("by", story.Credit);
        json.Text("located", CleanText.OrNull(story.Dateline));
        (string Role, string? Value)[] headlines = [("main", story.Headline), ("kicker", story.Kicker), ("deck", story.Deck)];
        json.Objects(
            "headlines",
            [.. headlines.Where(headline => headline.Value is not null)],
            headline => Part(json, headline.Role, Text, headline.Value!));
        json.Objects("descriptions", [story.Summary], summary => Part(json, "summary", Text, summary));
        json.Objects("bodies", Bodies(story), body =>
        {
            json.WriteNumber("charCount", body.Value.Length);
            json.WriteNumber("wordCount", story.WordCount);
            Part(json, "main", body.ContentType, body.Value);
        });
        Credits(json, story);
        Filing(json, story);
        Picture(json, story);
        (string Role, string Value)[] names = [("slug", story.Slug), ("address", story.Address)];
        json.Objects("altIds", names, name =>
        {
            json.Text("role", name.Role);
            json.Text("value", name.Value);
        });
        json.Objects("trustIndicators", [story.Publisher.Masthead], masthead =>
        {
            json.Text("role", "https://schema.org/masthead");
            json.Text("title", "Masthead");
            json.Text("href", masthead);
        });
    });

    private static (string ContentType, string Value)[] Bodies(Story story) =>
        [(Html, HtmlRendition.Write(story.Body, story.Language)), (Text, TextRendition.Write(story.Body))];

    private static void Part(Utf8JsonWriter json, string role, string contentType, string value)
    {
        json.Text("role", role);
        json.Text("contentType", contentType);
        json.Text("value", value);
    }

    private static void Credits(Utf8JsonWriter json, Story story)
    {
        json.Objects(
            "people", [.. story.Authors.Where(author => !author.IsAgency)], author => Concept(json, author.Name, author.Role, author.Address));
        IEnumerable<(string Name, string Relation, string Address)> organisations =
        [
            (story.Publisher.Name, "publisher", story.Publisher.Id),
            .. story.Authors.Where(author => author.IsAgency).Select(author => (author.Name, author.Role, author.Address)),
        ];
        json.Objects("organisations", [.. organisations], one => Concept(json, one.Name, one.Relation, one.Address));
    }

    private static void Filing(Utf8JsonWriter json, Story story)
    {
        IEnumerable<(string Name, string Relation)> subjects =
        [
            .. new[] { story.Section }.OfType<string>().Select(section => (section, "section")),
            .. story.Tags.Select(tag => (tag, "about")),
        ];
        json.Objects("subjects", [.. subjects], subject => Concept(json, subject.Name, subject.Relation, address: null));
        json.Objects("genres", [.. new[] { story.Genre }.OfType<string>()], genre => json.Text("name", genre));
    }

    private static void Concept(Utf8JsonWriter json, string name, string relation, string? address)
    {
        json.Text("name", name);
        json.Text("rel", relation);
        json.Text("uri", address);
    }

    private static void Picture(Utf8JsonWriter json, Story story)
    {
        if (story.AddressOf(story.LeadImage) is not { } address)
        {
            return;
        }

        var image = story.LeadImage!;
        json.Objects("associations", [image], picture =>
        {
            json.Text("name", "leadImage");
            json.Text("uri", address);
            json.Text("type", "picture");
            json.Text("by", picture.Credit);
            (string Role, string? Value)[] lines = [("caption", picture.Caption), ("alternativeText", picture.Alt)];
            json.Objects("descriptions", [.. lines.Where(line => line.Value is not null)], line => Part(json, line.Role, Text, line.Value!));
            json.Objects("renditions", [picture], rendition =>
            {
                json.Text("name", "original");
                json.Text("href", address);
                json.Number("width", rendition.Width);
                json.Number("height", rendition.Height);
            });
        });
    }
}
