namespace Cms.Content.Tests.Sources;

public sealed class MarkdownPageTests
{
    private const string Body = "\nThe boats left the harbour.\n";

    [Fact]
    public void A_page_of_hugo_is_read_whole()
    {
        var page = Pages.ReadMarkdown(
            """
            ---
            title: "Boats Leave"
            kicker: Harbour
            description: After nine days of storm.
            slug: boats-leave-2020
            date: 2020-09-28T11:15:00+02:00
            lastmod: 2020-09-29
            authors: [Mona Hanna, {name: Samir Adel, title: Sea Desk}]
            categories: [Sport, Sea]
            tags:
              - boats
              - Sea
            language: en-GB
            canonical: https://example.org/boats
            cover:
              image: /img/boats.jpg
              alt: Two boats
              caption: They left.
            ---

            The **boats** left the [harbour](https://example.org/h).

            ## Storm

            - one
            - two
            """);
        Assert.Equal(
            """
            section: Sports
            kicker: Harbour
            headline: Boats Leave
            deck: After nine days of storm.
            byline: Mona Hanna, Samir Adel
            authors: Mona Hanna; Samir Adel (Sea Desk)
            published: 2020-09-28T11:15:00 second +02:00 = 2020-09-28 09:15:00Z
            updated: 2020-09-29T00:00:00 day Africa/Cairo assumed = 2020-09-28 22:00:00Z
            language: en-GB ltr
            slug: boats-leave-2020
            canonical: https://example.org/boats
            image: https://example.org/img/boats.jpg Two boats They left.
            tags: Sea; boats
            warnings: W_ZONE_ASSUMED@7
            p: The boats left the harbour.
            h2: Storm
            ul: one | two
            """.ReplaceLineEndings("\n"),
            page.Proof());
    }

    [Fact]
    public void A_page_in_Arabic_runs_from_right_to_left()
    {
        var page = Pages.ReadMarkdown(
            """
            ---
            title: عودة القوارب إلى الميناء
            date: 2024-07-01 10:30
            author: كتب سالم حلمي
            categories: رياضة
            tags: قوارب، بحر
            lang: en
            ---

            عادت القوارب إلى الميناء بعد تسعة أيام.
            """);
        Assert.Equal(
            """
            section: رياضة
            headline: عودة القوارب إلى الميناء
            byline: سالم حلمي
            authors: سالم حلمي
            published: 2024-07-01T10:30:00 minute Africa/Cairo assumed = 2024-07-01 07:30:00Z
            language: ar rtl
            tags: قوارب; بحر
            warnings: W_ZONE_ASSUMED@3; W_LANGUAGE@7
            p: عادت القوارب إلى الميناء بعد تسعة أيام.
            """.ReplaceLineEndings("\n"),
            page.Proof());
    }

    [Theory]
    [InlineData("published_at: 2020-09-28T09:15:00.000Z", "2020-09-28 09:15:00Z second")]
    [InlineData("publishedAt: 2020-09-28T09:15Z", "2020-09-28 09:15:00Z minute")]
    [InlineData("date: 2020-09-28 11:15:00 +0200", "2020-09-28 09:15:00Z second")]
    [InlineData("date: 2020-09-28", "2020-09-27 22:00:00Z day")]
    [InlineData("published: 28 September 2020 11:15", "2020-09-28 09:15:00Z minute")]
    [InlineData("date: 2020-02-30", null)]
    [InlineData("date: 0001-01-01T00:00:00Z", null)]
    [InlineData("date: soon", null)]
    [InlineData("date: 2020-09-28T11:15:00+19:00", null)]
    [InlineData("date:", null)]
    public void A_date_is_read_in_the_ways_it_is_written(string line, string? expected)
    {
        var page = Pages.ReadMarkdown($"---\ntitle: Boats Leave\n{line}\n---\n{Body}");
        Assert.Equal(expected, page.Published is { } date ? $"{date.Instant:u} {date.Precision}" : null);
        Assert.Equal(expected is null, page.HeldAsDraft);
    }

    [Theory]
    [InlineData("draft: true", true)]
    [InlineData("draft: false", false)]
    [InlineData("published: false", true)]
    [InlineData("published: true", false)]
    [InlineData("status: draft", true)]
    [InlineData("status: published", false)]
    public void A_draft_waits_and_says_why(string line, bool isDraft)
    {
        var page = Pages.ReadMarkdown($"---\ntitle: Boats Leave\ndate: 2020-09-28T11:15Z\n{line}\n---\n{Body}");
        Assert.Equal(isDraft, page.HeldAsDraft);
        Assert.Equal(isDraft ? ["W_DRAFT"] : [], page.Codes());
    }

    [Theory]
    [InlineData("# Boats Leave\n\nThey left.", "p: They left.")]
    [InlineData("Boats Leave\n===========\n\nThey left.", "p: They left.")]
    [InlineData("---\ndate: 2020-09-28\n---\n# Boats Leave\n\nThey left.\n\n# Later", "p: They left.\nh1: Later")]
    [InlineData("---\ntitle: Boats Leave\n---\n# Boats Leave\n\nThey left.", "p: They left.")]
    [InlineData("---\n\n# Boats Leave\n\nThey left.", "DividerBlock { Id = b1, Direction =  }\np: They left.")]
    [InlineData("---\njust words\n---\n\n# Boats Leave\n\nThey left.", null)]
    public void The_first_heading_is_the_headline_where_no_title_is_stated(string text, string? outline)
    {
        var page = Pages.ReadMarkdown(text);
        Assert.Equal("Boats Leave", page.Headline);
        if (outline is null) Assert.Contains("just words", string.Join('\n', page.Outline()), StringComparison.Ordinal);
        else Assert.Equal(outline, string.Join('\n', page.Outline()));
    }

    [Theory]
    [InlineData("", "E_EMPTY", null)]
    [InlineData("They left.", "E_NO_TITLE", null)]
    [InlineData("## Boats Leave\n\nThey left.", "E_NO_TITLE", null)]
    [InlineData("---\ntitle: Boats Leave\n---\n", "E_NO_BODY", 2)]
    [InlineData("# Boats Leave\n\n---\n", "E_NO_BODY", 1)]
    [InlineData("---\ntitle: [Boats\n---\nThey left.", "E_FORMAT", 3)]
    [InlineData("---\ntitle: \"Boats\ndraft: true\n---\nThey left.", "E_FORMAT", null)]
    [InlineData("+++\ntitle = \"Boats\"\n+++\nThey left.", "E_FORMAT", 1)]
    [InlineData("<!DOCTYPE html><html><h1>Boats</h1>", "E_FORMAT", 1)]
    [InlineData("{\"title\": \"Boats\"}", "E_FORMAT", 1)]
    public void What_is_no_story_is_refused(string text, string code, int? line)
    {
        var refusal = Pages.TryMarkdown(text).Refusal!;
        Assert.Equal(code, refusal.Code);
        if (line is not null) Assert.Equal(line, refusal.Line);
    }

    [Fact]
    public void A_headline_has_at_most_five_hundred_characters()
    {
        Assert.Equal(500, Pages.ReadMarkdown($"# {new string('x', 500)}\n{Body}").Headline.Length);
        Assert.Equal("E_TOO_LARGE", Pages.TryMarkdown($"# {new string('x', 501)}\n{Body}").Refusal!.Code);
    }

    [Fact]
    public void What_the_body_loses_is_named()
    {
        var page = Pages.ReadMarkdown("# Boats\n\nThey <script>x</script>[left](javascript:alert(1)).\n\n![boat](boat.png)");
        var warning = Assert.Single(page.Warnings, warning => warning.Code == "W_DROPPED");
        Assert.Contains("javascript: link (1)", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("relative image (1)", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("script element (1)", warning.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_is_not_followed_and_a_second_member_of_a_name_is_left_out()
    {
        var page = Pages.ReadMarkdown($"---\ntitle: &t Boats Leave\nkicker: *t\nTitle: Crews Leave\n---\n{Body}");
        Assert.Equal("Boats Leave", page.Headline);
        Assert.Null(page.Kicker);
        Assert.Equal(["W_METADATA", "W_METADATA", "W_NO_DATE"], page.Codes().Order());
    }

    [Fact]
    public void A_picture_without_an_absolute_address_is_left_out()
    {
        var page = Pages.ReadMarkdown($"---\ntitle: Boats Leave\nimage: cover.jpg\n---\n{Body}");
        Assert.Null(page.Image);
        Assert.Contains(page.Warnings, warning => warning is { Code: "W_METADATA", Line: 3 });
    }

    [Fact]
    public void Line_ends_and_composed_letters_do_not_change_the_content()
    {
        const string Page = "---\ntitle: Café opens\ndate: 2020-09-28\n---\nA café opened.\n";
        var written = Page.Replace("é", "e\u0301", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(Pages.ReadMarkdown(Page).ContentHash, Pages.ReadMarkdown(written).ContentHash);
    }
}
