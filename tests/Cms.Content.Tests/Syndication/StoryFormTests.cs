using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cms.Content.Bodies;
using Cms.Content.Sources;
using Cms.Content.Syndication;

namespace Cms.Content.Tests.Syndication;

public sealed class StoryFormTests
{
    /// <summary>Every member that ninjs 3.0 knows and that we use, with the members of its objects where it closes them.</summary>
    private static readonly Dictionary<string, string[]> NinjsMembers = new()
    {
        ["uri"] = [], ["type"] = [], ["representationType"] = [], ["version"] = [], ["contentCreated"] = [], ["firstCreated"] = [],
        ["versionCreated"] = [], ["pubStatus"] = [], ["language"] = [], ["title"] = [], ["by"] = [], ["located"] = [],
        ["standard"] = ["name", "version", "schema"],
        ["headlines"] = ["role", "contentType", "value"],
        ["descriptions"] = ["role", "contentType", "value"],
        ["bodies"] = ["role", "contentType", "charCount", "wordCount", "value"],
        ["people"] = ["name", "rel", "uri", "literal", "contactInfo"],
        ["organisations"] = ["name", "rel", "uri", "literal", "symbols", "contactInfo"],
        ["subjects"] = ["name", "rel", "uri", "literal", "creator", "relevance", "confidence"],
        ["genres"] = ["name", "uri", "literal"],
        ["altIds"] = ["role", "value"],
        ["trustIndicators"] = ["role", "title", "href"],
        ["associations"] = ["name", "rel", "uri", "type", "by", "descriptions", "renditions"],
    };

    [Fact]
    public void JSON_LD_names_story_publisher_masthead_and_credits_in_the_words_of_schema_org()
    {
        var story = JsonNode.Parse(JsonLd.Write(Samples.Full))!;

        Assert.Equal("https://schema.org", (string?)story["@context"]);
        Assert.Equal("NewsArticle", (string?)story["@type"]);
        Assert.Equal("urn:uuid:0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10", (string?)story["@id"]);
        Assert.Equal(["Person", "Organization"], story["author"]!.AsArray().Select(author => (string?)author!["@type"]));
        Assert.Equal("NewsMediaOrganization", (string?)story["publisher"]!["@type"]);
        Assert.Equal("https://api.example.org/v1/publications/newsroom/masthead?at=2026-01-03", (string?)story["publishingPrinciples"]);
        Assert.Equal("Newspaper", (string?)story["isPartOf"]!["@type"]);
        Assert.Equal(("2026-01-02T22:30:00Z", "2026-01-04T09:00:00Z"), ((string?)story["datePublished"], (string?)story["dateModified"]));
        Assert.Equal(("Travel", "en", 6), ((string?)story["articleSection"], (string?)story["inLanguage"], (int?)story["wordCount"]));
        Assert.Equal("""["Ferries","Port Said"]""", story["keywords"]!.ToJsonString());
        Assert.Equal("The first ferry left.\n\nWhy\n\n- Nobody knows", (string?)story["articleBody"]);
    }

    [Fact]
    public void A_ninjs_object_has_only_members_that_the_standard_knows()
    {
        var story = JsonNode.Parse(Ninjs.Write(Samples.Full))!.AsObject();

        Assert.Equal(NinjsMembers.Keys.Order(), story.Select(member => member.Key).Order());
        foreach (var (name, node) in story)
        {
            var parts = node is JsonArray items ? items.Select(item => item!.AsObject()) : node is JsonObject one ? [one] : [];
            Assert.All(parts, part => Assert.Empty(part.Select(member => member.Key).Except(NinjsMembers[name])));
        }

        Assert.True(Uri.IsWellFormedUriString((string?)story["uri"], UriKind.Absolute));
        Assert.Equal(("text", "full", "usable"), ((string?)story["type"], (string?)story["representationType"], (string?)story["pubStatus"]));
        Assert.Equal(["main", "kicker", "deck"], story["headlines"]!.AsArray().Select(headline => (string?)headline!["role"]));
        Assert.Equal(["text/html", "text/plain"], story["bodies"]!.AsArray().Select(body => (string?)body!["contentType"]));
        Assert.Equal("Mona Adel", (string?)Assert.Single(story["people"]!.AsArray())!["name"]);
    }

    [Fact]
    public void A_page_says_in_its_head_whose_it_is_and_in_which_language()
    {
        var page = Page(Samples.Full with { Language = "ar-EG", Headline = "عودة <العبارة> & الميناء" });

        Assert.Equal(("ar-EG", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal("عودة <العبارة> & الميناء – Newsroom", page.Title);
        Assert.Equal("https://news.example.org/ferry", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("عودة <العبارة> & الميناء", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("2026-01-03 00:30", page.QuerySelector("time")!.TextContent);
        Assert.Equal("The first ferry left.", page.QuerySelector("#b1")!.TextContent);
        Assert.Equal("Mohamed Wadie", page.QuerySelector("footer dd")!.TextContent);
        Assert.Equal("NewsArticle", (string?)JsonNode.Parse(page.Scripts.Single().TextContent)!["@type"]);
    }

    [Fact]
    public void Our_own_reader_reads_the_Markdown_back()
    {
        var reading = MarkdownPageReader.Read(MarkdownPage.Write(Samples.Full), Samples.Context).Manuscript!;

        Assert.Equal((Samples.Full.Headline, Samples.Full.Kicker, Samples.Full.Deck), (reading.Headline, reading.Kicker, reading.Deck));
        Assert.Equal((Samples.Full.Slug, Samples.Full.Section, Samples.Full.Language), (reading.Slug, reading.Section, reading.Language));
        Assert.Equal(Samples.Full.Address, reading.CanonicalUrl);
        Assert.Equal(["Mona Adel", "News Agency"], reading.Authors.Select(author => author.Name));
        Assert.Equal(Samples.Full.Tags, reading.Tags);
        Assert.Equal((Samples.Full.PublishedAt, Samples.Full.UpdatedAt), (reading.Published!.Instant, reading.Updated!.Instant));
        Assert.Equal(("https://img.example.org/ferry%20one.jpg", "The ferry"), (reading.Image!.Url, reading.Image.Caption));
        Assert.Equal(HtmlOf(Samples.Full.Body), HtmlOf(reading.Body));
    }

    [Fact]
    public void Plain_text_is_the_head_line_by_line_the_body_and_the_address()
    {
        var page = Encoding.UTF8.GetString(PlainPage.Write(Samples.Full with { Kicker = null, Dateline = " " }));

        Assert.Equal(
            "Ferry returns to the old harbour\nNine years on\nBy Mona Adel and the News Agency\n2026-01-03 00:30\n\n"
            + "The first ferry left.\n\nWhy\n\n- Nobody knows\n\nhttps://news.example.org/ferry\n",
            page);
    }

    private static IHtmlDocument Page(Story story) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(HtmlPage.Write(story)));

    private static string HtmlOf(IReadOnlyList<Block> body) => HtmlRendition.Write(body, "en");
}
