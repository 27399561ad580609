namespace Cms.Content.Tests.Sources;

public sealed class BylineTests
{
    private const string Day = "Mon 28 Sep 2020 | 11:15 AM";
    private const string Body = "\n\nThe harbour opened again on Monday, and the first boats left.";

    [Theory]
    [InlineData("By Mona Hanna", "Mona Hanna", "Mona Hanna")]
    [InlineData("BY: MONA HANNA", "MONA HANNA", "MONA HANNA")]
    [InlineData("Written by Mona Hanna and Samir Adel", "Mona Hanna and Samir Adel", "Mona Hanna; Samir Adel")]
    [InlineData("By Mona Hanna, Samir Adel & Ali Fathy", "Mona Hanna, Samir Adel & Ali Fathy", "Mona Hanna; Samir Adel; Ali Fathy")]
    [InlineData("By Mona Hanna; Samir Adel / Ali Fathy", "Mona Hanna; Samir Adel / Ali Fathy", "Mona Hanna; Samir Adel; Ali Fathy")]
    [InlineData("By Mona Hanna, Samir Adel, and Ali Fathy", "Mona Hanna, Samir Adel, and Ali Fathy", "Mona Hanna; Samir Adel; Ali Fathy")]
    [InlineData("By Mona Hanna, Economy Correspondent", "Mona Hanna, Economy Correspondent", "Mona Hanna (Economy Correspondent)")]
    [InlineData("By Mona Hanna in Beirut and Samir Adel", "Mona Hanna in Beirut and Samir Adel", "Mona Hanna (Beirut); Samir Adel")]
    [InlineData("By Staff Writer", "Staff Writer", "Staff Writer")]
    [InlineData("H-Tayea", "H-Tayea", "H-Tayea")]
    [InlineData("Mona Hanna, Samir Adel", "Mona Hanna, Samir Adel", "Mona Hanna; Samir Adel")]
    [InlineData("Anderson Sand", "Anderson Sand", "Anderson Sand")]
    [InlineData("كتب: سالم حلمي", "سالم حلمي", "سالم حلمي")]
    [InlineData("كتبت - منى حنا", "منى حنا", "منى حنا")]
    [InlineData("بقلم منى حنا", "منى حنا", "منى حنا")]
    [InlineData("كتب: وائل فهمي", "وائل فهمي", "وائل فهمي")]
    [InlineData("كتب: محمد وائل فهمي حسن", "محمد وائل فهمي حسن", "محمد وائل فهمي حسن")]
    [InlineData("كتب: أحمد سعيد وائل فهمي", "أحمد سعيد وائل فهمي", "أحمد سعيد وائل فهمي")]
    [InlineData("كتب: سالم حلمي ومنى حنا", "سالم حلمي ومنى حنا", "سالم حلمي; منى حنا")]
    [InlineData("كتب: سالم حلمي ووائل فهمي", "سالم حلمي ووائل فهمي", "سالم حلمي; وائل فهمي")]
    [InlineData("كتب: سالم و منى", "سالم و منى", "سالم; منى")]
    [InlineData("كتب: سالم حلمي، منى حنا", "سالم حلمي، منى حنا", "سالم حلمي; منى حنا")]
    public void A_credit_below_the_date_names_its_authors(string line, string raw, string authors)
    {
        var manuscript = Pages.Read($"Boats Leave After Nine Days\n{Day}\n{line}{Body}");
        Assert.Equal(raw, manuscript.Byline);
        Assert.Equal(authors, string.Join("; ", manuscript.Credits()));
        Assert.Single(manuscript.Body);
        Assert.Equal(["W_ZONE_ASSUMED"], manuscript.Codes());
    }

    [Theory]
    [InlineData("Mona Hanna, Reuters", "Mona Hanna", "Reuters")]
    [InlineData("كتبت: منى حنا - وكالات", "منى حنا", "وكالات")]
    [InlineData("By Reuters", "", "Reuters")]
    [InlineData("رويترز", "", "رويترز")]
    [InlineData("AFP", "", "AFP")]
    public void An_agency_is_credited_apart_from_people(string line, string authors, string agency)
    {
        var manuscript = Pages.Read($"Boats Leave After Nine Days\n{Day}\n{line}{Body}");
        Assert.Equal((authors, agency), (string.Join("; ", manuscript.Credits()), manuscript.Agency));
        Assert.Single(manuscript.Body);
    }

    [Theory]
    [InlineData("It was late.")]
    [InlineData("“Nobody told us”")]
    [InlineData("Was it late?")]
    [InlineData("By Monday evening the last of the boats had left the old harbour.")]
    public void A_short_first_paragraph_is_body(string first)
    {
        var manuscript = Pages.Read($"Boats Leave After Nine Days\n{Day}\n\n{first}{Body}");
        Assert.Null(manuscript.Byline);
        Assert.Equal($"p: {first}", manuscript.Outline()[0]);
    }

    [Theory]
    [InlineData("Mona Hanna\nOld Harbour - East Gate", "Mona Hanna", "p: Old Harbour - East Gate")]
    [InlineData("Old Harbour - East Gate\nMona Hanna", "Mona Hanna", "p: Old Harbour - East Gate")]
    [InlineData("Nine Days\nMona Hanna", "Mona Hanna", "caption: Nine Days")]
    public void Of_several_short_lines_beside_the_date_the_name_is_the_credit(string lines, string byline, string kept)
    {
        var manuscript = Pages.Read($"Boats Leave After Nine Days\n{Day}\n{lines}{Body}");
        Assert.Equal((byline, kept), (manuscript.Byline, manuscript.Outline()[0]));
    }

    [Fact]
    public void A_name_alone_in_the_next_block_is_a_credit() =>
        Assert.Equal("Mona Hanna", Pages.Read($"Boats Leave After Nine Days\n{Day}\n\nMona Hanna{Body}").Byline);

    [Fact]
    public void A_line_below_a_headline_with_the_page_s_date_above_is_no_credit()
    {
        var manuscript = Pages.Read($"{Day}\n\nBoats Leave After Nine Days\nBreaking Ground Again{Body}");
        Assert.Null(manuscript.Byline);
        Assert.Equal(["W_ZONE_ASSUMED", "W_PAGE_DATE", "W_UNCLASSIFIED"], manuscript.Codes());
    }

    [Fact]
    public void A_short_line_in_the_next_block_that_is_no_name_is_kept_with_a_warning()
    {
        var manuscript = Pages.Read($"Boats Leave After Nine Days\n{Day}\n\nA long wait for the crews{Body}");
        Assert.Null(manuscript.Byline);
        Assert.Equal("p: A long wait for the crews", manuscript.Outline()[0]);
        var warning = manuscript.Warnings.Single(warning => warning.Code == "W_UNCLASSIFIED");
        Assert.Equal(4, warning.Line);
        Assert.Contains("A long wait for the crews", warning.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_nothing_below_it_is_the_body() =>
        Assert.Equal(["p: Mona Hanna"], Pages.Read($"Boats Leave\n{Day}\nMona Hanna").Outline());

    [Fact]
    public void Without_a_date_only_a_marker_makes_a_credit()
    {
        Assert.Equal("Mona Hanna", Pages.Read($"Boats Leave After Nine Days\nBy Mona Hanna{Body}").Byline);
        var unmarked = Pages.Read($"Boats Leave After Nine Days\nMona Hanna{Body}");
        Assert.Null(unmarked.Byline);
        Assert.Equal("p: Mona Hanna", unmarked.Outline()[0]);
        Assert.Contains("W_UNCLASSIFIED", unmarked.Codes());
    }

    [Fact]
    public void A_marker_inside_the_body_makes_no_credit() =>
        Assert.Null(Pages.Read($"Boats Leave After Nine Days\n{Day}{Body}\n\nBy Mona Hanna").Byline);

    [Fact]
    public void A_marker_may_stand_alone_above_the_name() =>
        Assert.Equal("منى حنا", Pages.Read($"عودة القوارب إلى الميناء القديم\n{Day}\nكتبت\nمنى حنا\n\nعادت القوارب إلى الميناء.").Byline);
}
