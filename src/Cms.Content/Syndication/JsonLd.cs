using System.Globalization;
using System.Text.Json;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>A story as JSON-LD in the words of schema.org.</summary>
public static class JsonLd
{
    /// <summary>Writes a `NewsArticle` as UTF-8; the bytes may be put into a page's script element as they are.</summary>
    public static byte[] Write(Story story) => JsonOutput.WriteForPages(json =>
    {
        json.Text("@context", "https://schema.org");
        json.Text("@type", "NewsArticle");
        json.Text("@id", story.Urn);
        json.Text("url", story.Address);
        json.Text("mainEntityOfPage", story.Address);
        json.Text("headline", story.Headline);
        json.Text("alternativeHeadline", story.Deck);
        json.Text("description", story.Summary);
        json.Text("dateline", story.Dateline);
        json.Text("genre", story.Genre);
        json.Text("datePublished", XmlOutput.Instant(story.PublishedAt));
        json.Text("dateModified", XmlOutput.Instant(story.UpdatedAt));
        json.Objects("author", story.Authors, author => Author(json, author));
        json.Text("creditText", story.Credit);
        json.Object("publisher", () => Publisher(json, story.Publisher));
        json.Text("publishingPrinciples", story.Publisher.Masthead);
        json.Object("isPartOf", () => Periodical(json, story.Publisher));
        json.Text("articleSection", story.Section);
        json.Texts("keywords", story.Tags);
        json.Text("inLanguage", story.Language);
        json.WriteNumber("wordCount", story.WordCount);
        json.Text("timeRequired", string.Create(CultureInfo.InvariantCulture, $"PT{story.ReadingMinutes}M"));
        if (story.AddressOf(story.LeadImage) is { } image)
        {
            json.Object("image", () => Image(json, image, story.LeadImage!));
        }

        json.Objects("workTranslation", story.Translations, translation => Translation(json, translation));
        json.Text("articleBody", TextRendition.Write(story.Body));
    });

    private static void Author(Utf8JsonWriter json, StoryAuthor author)
    {
        json.Text("@type", author.IsAgency ? "Organization" : "Person");
        json.Text("@id", author.Address);
        json.Text("name", author.Name);
    }

    private static void Publisher(Utf8JsonWriter json, StoryPublisher publisher)
    {
        json.Text("@type", "NewsMediaOrganization");
        json.Text("name", publisher.Name);
        json.Text("url", publisher.Home);
        json.Text("masthead", publisher.Masthead);
    }

    private static void Periodical(Utf8JsonWriter json, StoryPublisher publisher)
    {
        json.Text("@type", "Newspaper");
        json.Text("@id", publisher.Id);
        json.Text("name", publisher.Name);
    }

    private static void Image(Utf8JsonWriter json, string address, ImageBlock image)
    {
        json.Text("@type", "ImageObject");
        json.Text("url", address);
        json.Text("caption", image.Caption);
        json.Text("creditText", image.Credit);
        json.Number("width", image.Width);
        json.Number("height", image.Height);
    }

    private static void Translation(Utf8JsonWriter json, StoryTranslation translation)
    {
        json.Text("@type", "NewsArticle");
        json.Text("@id", Story.UrnOf(translation.Id));
        json.Text("headline", translation.Headline);
        json.Text("inLanguage", translation.Language);
    }
}
