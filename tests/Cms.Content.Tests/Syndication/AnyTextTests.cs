using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Cms.Content.Sources;
using Cms.Content.Syndication;
using CsCheck;

namespace Cms.Content.Tests.Syndication;

/// <summary>Whatever a story says, each format stays what it is.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Hard =
    [
        "]]>", "<script>alert(1)</script>", "</script><script>", "<!--", "-->", "&amp;", "\"", "'", "\\", "%", "{}", ": ", "# ", "- ", "\n---\n",
        "\0", "\u0001", "\u000B", "\u001F", "\u007F", "\u0085", "\uFFFE", "\uFFFF", "\uD800", "\uDC00\uD800", "\u2028", "\u202E", "\uFEFF",
        "\r\n", "\t", "😀", "الخبر", "٢٠٢٠",
    ];

    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Int[0, Hard.Length - 1].Select(index => Hard[index]), Gen.String[0, 8], Gen.Char.Select(letter => letter.ToString()))
            .Array[1, 6].Select(string.Concat);

    [Fact]
    public void Feeds_and_sitemaps_are_well_formed_XML() => Texts.Sample(text =>
    {
        var feed = Samples.FeedOf(Samples.With(text)) with { Title = text };
        var documents = new[]
        {
            RssFeed.Write(feed),
            AtomFeed.Write(feed),
            NewsSitemap.Write(text, [new NewsEntry("https://news.example.org/x", text, "ar-EG", DateTimeOffset.UnixEpoch)]),
        };

        Assert.All(documents, document => Assert.NotNull(XDocument.Load(new MemoryStream(document)).Root));
    });

    [Fact]
    public void JSON_is_well_formed_and_that_for_pages_cannot_end_a_script_element() => Texts.Sample(text =>
    {
        var story = Samples.With(text);

        Assert.All(new[] { JsonFeed.Write(Samples.FeedOf(story)), JsonLd.Write(story), Ninjs.Write(story) }, document =>
        {
            using var parsed = JsonDocument.Parse(document);
            Assert.NotEmpty(parsed.RootElement.EnumerateObject());
        });
        Assert.DoesNotContain("<", Encoding.UTF8.GetString(JsonLd.Write(story)));
    });

    [Fact]
    public void A_page_holds_no_script_and_no_handler_whatever_the_story_says() => Texts.Sample(text =>
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(HtmlPage.Write(Samples.With(text))));

        Assert.Equal("application/ld+json", Assert.Single(page.Scripts).Type);
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("article"));
    });

    [Fact]
    public void Our_own_reader_takes_the_Markdown_and_finds_its_front_matter() => Texts.Sample(text =>
    {
        var story = Samples.Full with { Kicker = text, Deck = text, Dateline = text, Tags = [text] };
        var reading = MarkdownPageReader.Read(MarkdownPage.Write(story), Samples.Context);

        Assert.Null(reading.Refusal);
        Assert.Equal(story.Headline, reading.Manuscript!.Headline);
        Assert.Equal(story.Slug, reading.Manuscript.Slug);
    });
}
