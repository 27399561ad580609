using System.Text;
using Cms.Content.Sources;

namespace Cms.Content.Tests.Sources;

public sealed class HtmlPageTests
{
    private const string Story = "<article><p>The boats left the harbour.</p></article>";

    [Fact]
    public void A_page_with_linked_data_is_read_whole()
    {
        var page = Pages.ReadHtml(
            """
            <!DOCTYPE html>
            <html lang="en-GB"><head><title>Boats Leave | The Harbour</title>
            <link rel="canonical" href="https://example.org/boats-leave">
            <script type="application/ld+json">
            {"@context": "https://schema.org", "@graph": [
              {"@type": "WebPage", "name": "Page"},
              {"@type": ["NewsArticle"], "headline": "Boats Leave&#8217;s Harbour", "alternativeHeadline": "After nine days",
               "datePublished": "2020-09-28T11:15:00+02:00", "dateModified": "2020-09-29T08:00:00Z",
               "author": [{"@id": "#mona"}, {"@type": "Person", "name": "Samir Adel", "jobTitle": "Sea Desk"},
               {"@type": "NewsMediaOrganization", "name": "Reuters"}],
               "publisher": {"@type": "Organization", "name": "The Harbour"},
               "articleSection": ["Sport", "Sea"], "keywords": "boats, sea", "inLanguage": "en-GB",
               "image": [{"@type": "ImageObject", "url": "https://example.org/b.jpg", "caption": "They left."}],
               "articleBody": "Not this."},
              {"@type": "Person", "@id": "#mona", "name": "Mona Hanna"}]}
            </script></head>
            <body><nav><p>Home</p></nav><main><article>
            <header><h1>Boats Leave’s Harbour</h1><p>By Mona Hanna and Samir Adel</p></header>
            <p>The <b>boats</b> left the harbour.</p><aside><p>Read more</p></aside>
            <form><p>Subscribe</p></form><p>They came back.</p><footer>Share</footer>
            <article><h2>Comment</h2><p>First!</p></article>
            </article></main><footer><p>Contact</p></footer></body></html>
            """);
        Assert.Equal(
            """
            publication: The Harbour
            section: Sports
            headline: Boats Leave’s Harbour
            deck: After nine days
            byline: Mona Hanna, Samir Adel
            authors: Mona Hanna; Samir Adel (Sea Desk)
            agency: Reuters
            published: 2020-09-28T11:15:00 second +02:00 = 2020-09-28 09:15:00Z
            updated: 2020-09-29T08:00:00 second UTC = 2020-09-29 08:00:00Z
            language: en-GB ltr
            canonical: https://example.org/boats-leave
            image: https://example.org/b.jpg  They left.
            tags: Sea; boats
            warnings: W_DROPPED
            p: By Mona Hanna and Samir Adel
            p: The boats left the harbour.
            p: They came back.
            """.ReplaceLineEndings("\n"),
            page.Proof());
    }

    [Fact]
    public void A_page_in_Arabic_is_read_from_its_meta_elements()
    {
        var page = Pages.ReadHtml(
            """
            <html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>عودة القوارب - الميناء</title>
            <meta property="og:site_name" content="الميناء"><meta property="og:title" content="عودة القوارب إلى الميناء">
            <meta name="description" content="عادت القوارب إلى الميناء بعد…"><meta name="author" content="كتب: سالم حلمي">
            <meta property="article:published_time" content="2024-07-01T10:30:00"><meta property="article:section" content="رياضة">
            <meta property="article:tag" content="قوارب"><meta property="article:tag" content="بحر">
            <meta property="og:image" content="/i.jpg"><meta property="og:image:alt" content="قارب">
            <meta property="og:url" content="https://example.org/a/1"></head>
            <body><form id="aspnetForm"><div class="menu"><ul><li>أخبار</li></ul></div>
            <div class="story"><div dir="rtl"><p>عادت القوارب إلى الميناء بعد تسعة أيام.</p></div><div><p>ووصل القارب الأول مساء.</p></div>
            <div><p>ثم وصلت البقية في الليل.</p></div></div>
            <div class="more"><p>اقرأ أيضا</p></div></form></body></html>
            """);
        Assert.Equal(
            """
            publication: الميناء
            section: رياضة
            headline: عودة القوارب إلى الميناء
            byline: سالم حلمي
            authors: سالم حلمي
            published: 2024-07-01T10:30:00 second Africa/Cairo assumed = 2024-07-01 07:30:00Z
            language: ar rtl
            canonical: https://example.org/a/1
            image: https://example.org/i.jpg قارب
            tags: قوارب; بحر
            warnings: W_ZONE_ASSUMED@4; W_BODY_GUESSED@9
            p: عادت القوارب إلى الميناء بعد تسعة أيام.
            p: ووصل القارب الأول مساء.
            p: ثم وصلت البقية في الليل.
            """.ReplaceLineEndings("\n"),
            page.Proof());
        Assert.All(page.Body, block => Assert.Null(block.Direction));
    }

    [Theory]
    [InlineData("<script type=application/ld+json>[[{\"@type\":\"http://schema.org/BlogPosting\",\"headline\":\"Boats\"}]]</script>", "Boats")]
    [InlineData("<script type=application/ld+json>{\"mainEntity\":{\"@type\":\"Article\",\"name\":\"Boats\"}}</script>", "Boats")]
    [InlineData("<script type=application/ld+json>{\"@type\":\"Product\",\"name\":\"Rope\"}</script><h1>Boats</h1>", "Boats")]
    [InlineData("<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Broken\"</script><h1>Boats</h1>", "Boats")]
    [InlineData("<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"\\ud800\"}</script><h1>Boats</h1>", "Boats")]
    [InlineData("<meta property=og:site_name content=Harbour><meta property=og:title content='Boats - Harbour'>", "Boats")]
    [InlineData("<title>Boats</title>", "Boats")]
    [InlineData("<nav><h1>Harbour</h1></nav><h1>Boats <i>left</i></h1><title>Boats | Harbour</title>", "Boats left")]
    [InlineData("<h1>Harbour</h1><main><h1>Boats</h1><p>They left, and their crews left with them.</p></main>", "Boats")]
    public void The_headline_comes_from_the_first_that_states_one(string markup, string headline) =>
        Assert.Equal(headline, Pages.ReadHtml(markup + Story).Headline);

    [Theory]
    [InlineData("<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2020-09-28\"}</script>", "2020-09-27 22:00:00Z day")]
    [InlineData("<meta property=article:published_time content=2020-09-28T11:15:30.123-0500>", "2020-09-28 16:15:30Z second")]
    [InlineData("<meta name=pubdate content='28 Sep 2020 11:15'>", "2020-09-28 09:15:00Z minute")]
    [InlineData("<meta itemprop=datePublished content=2020-09-28T11:15Z>", "2020-09-28 11:15:00Z minute")]
    [InlineData("<aside><time datetime=2019-01-01></time></aside><time datetime=2020-09-28T11:15Z></time>", "2020-09-28 11:15:00Z minute")]
    [InlineData("<time class=updated datetime=2020-10-01></time><time datetime=2020-09-28T11:15Z></time>", "2020-09-28 11:15:00Z minute")]
    [InlineData("<p>28 Sep 2020</p>", null)]
    public void The_date_comes_from_the_first_that_states_one(string markup, string? expected)
    {
        var page = Pages.ReadHtml($"<h1>Boats</h1><main>{markup}<p>They left.</p></main>");
        Assert.Equal(expected, page.Published is { } date ? $"{date.Instant:u} {date.Precision}" : null);
    }

    [Theory]
    [InlineData("<article><p>Short.</p></article><article><p>The boats left the harbour.</p></article>", "p: The boats left the harbour.")]
    [InlineData("<article><p>Teaser.</p></article><main><div><p>The boats left the harbour.</p></div></main>", "p: The boats left the harbour.")]
    [InlineData("<article>A.<div itemprop=articleBody>One.<br><br>Two.</div><div itemprop=articleBody>Three.</div>", "p: One.\np: Two.\np: Three.")]
    [InlineData("<article><blockquote><p>Wind.</p><footer>Mona</footer></blockquote></article>", "QuoteBlock")]
    [InlineData("<article><p>Boats<aside>Ad</aside>left.</article>", "p: Boats\np: left.")]
    [InlineData("<article><p>A <span>b</span></p><script>if (a < b) document.write('</p><p>x')</script><p>c</p></article>", "p: A b\np: c")]
    [InlineData("<td><p>Menu.</p></td><td><p>The boats left the harbour.</p></td>", "p: The boats left the harbour.")]
    [InlineData("<div><p>The boats left.</p><div><blockquote><p>A long, long wind.</p></blockquote></div></div>", "p: The boats left.\nQuoteBlock")]
    [InlineData("<div>No paragraph but text.</div>", "p: No paragraph but text.")]
    public void The_body_is_what_the_page_marks_or_its_biggest_run_of_paragraphs(string markup, string outline)
    {
        var page = Pages.ReadHtml($"<html><head><title>Title</title></head><body>{markup}</body></html>");
        Assert.Equal(outline, string.Join('\n', page.Outline().Select(line => line.Split(" {")[0])));
    }

    [Fact]
    public void The_stated_body_is_taken_only_where_the_page_shows_none()
    {
        const string Article = "{\"@type\":\"Article\",\"headline\":\"Boats\",\"articleBody\":\"One <b>.\\n\\nTwo.\"}";
        const string Data = $"<script type=application/ld+json>{Article}</script>";
        Assert.Equal(["p: They left."], Pages.ReadHtml($"<body>{Data}<p>They left.</p></body>").Outline());
        var stated = Pages.ReadHtml($"<body>{Data}<div id=root></div></body>");
        Assert.Equal(["p: One <b>.", "p: Two."], stated.Outline());
        Assert.Contains("W_BODY_STATED", stated.Codes());
    }

    [Theory]
    [InlineData(" ", "E_EMPTY")]
    [InlineData("just words", "E_FORMAT")]
    [InlineData("<article><p>They left.</p></article>", "E_NO_TITLE")]
    [InlineData("<title>Boats</title><body></body>", "E_NO_BODY")]
    [InlineData("<title>Boats</title><article><h1>Boats</h1></article>", "E_NO_BODY")]
    public void What_is_no_story_is_refused(string page, string code) => Assert.Equal(code, Pages.TryHtml(page).Refusal!.Code);

    [Fact]
    public void Linked_data_that_is_malformed_leaves_a_warning()
    {
        var page = Pages.ReadHtml($"<title>Boats</title>\n<script type=application/ld+json>{{\"a\": [</script>{Story}");
        Assert.Contains(page.Warnings, warning => warning is { Code: "W_METADATA", Line: 2 });
    }

    [Fact]
    public void A_page_in_an_older_encoding_is_read()
    {
        const string Page = "<title>عودة القوارب</title><article><p>عادت القوارب إلى الميناء من البحر بعد تسعة أيام في الليل.</p></article>";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes(Page);
        var manuscript = HtmlPageReader.Read(bytes, Pages.Cairo).Manuscript!;
        Assert.Equal("عودة القوارب", manuscript.Headline);
        Assert.Contains("W_LEGACY_ENCODING", manuscript.Codes());
    }
}
