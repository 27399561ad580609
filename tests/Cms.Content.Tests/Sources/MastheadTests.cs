namespace Cms.Content.Tests.Sources;

public sealed class MastheadTests
{
    private const string Story = "\n\nHarbour Opens Again\n\nMon 28 Sep 2020 | 11:15 AM\n\nThe harbour opened again on Monday.";

    [Theory]
    [InlineData("Supervisor Mona Hanna", "Supervisor = Mona Hanna")]
    [InlineData("General Supervisor: Mona Hanna", "General Supervisor = Mona Hanna")]
    [InlineData("Editor-in-Chief : Samir El Adel", "Editor-in-Chief = Samir El Adel")]
    [InlineData("EDITOR IN CHIEF SAMIR ADEL", "EDITOR IN CHIEF = SAMIR ADEL")]
    [InlineData("Chairman of the Board Dr. Samir Adel", "Chairman of the Board = Dr. Samir Adel")]
    [InlineData("Chairman and Editor in Chief Samir Adel", "Chairman and Editor in Chief = Samir Adel")]
    [InlineData("Publisher & CEO: Ana de la Cruz", "Publisher & CEO = Ana de la Cruz")]
    [InlineData("Deputy Editor-in-Chief\nMona Hanna", "Deputy Editor-in-Chief = Mona Hanna")]
    [InlineData("رئيس التحرير سالم حلمي", "رئيس التحرير = سالم حلمي")]
    [InlineData("رئيس التحرير: د/ سالم حلمي", "رئيس التحرير = د/ سالم حلمي")]
    [InlineData("إشراف عام\nأحمــد صبـري", "إشراف عام = أحمد صبري")]
    [InlineData("رئيس مجلس الادارة\nيوسف حلمي", "رئيس مجلس الادارة = يوسف حلمي")]
    [InlineData("رئيس مجلس الإدارة و رئيس التحرير سالم حلمي", "رئيس مجلس الإدارة و رئيس التحرير = سالم حلمي")]
    public void An_office_with_its_holder_is_masthead(string lines, string office)
    {
        var manuscript = Pages.Read(lines + Story);
        Assert.Equal([office], manuscript.Offices());
        Assert.Equal("Harbour Opens Again", manuscript.Headline);
        Assert.Empty(manuscript.Authors);
    }

    [Theory]
    [InlineData("Supervisor Mona Hanna Editor in Chief Samir Adel")]
    [InlineData("Supervisor: Mona Hanna | Editor in Chief: Samir Adel")]
    [InlineData("Supervisor\nMona Hanna\n\nEditor in Chief\nSamir Adel")]
    [InlineData("Supervisor Mona Hanna\nEditor in ChiefSamir Adel")]
    public void Several_offices_may_stand_on_one_line_or_on_many(string lines) =>
        Assert.Equal(["Mona Hanna", "Samir Adel"], Pages.Read(lines + Story).Masthead.Select(office => office.Name));

    [Theory]
    [InlineData("Managing Editor of The Courier Named Ambassador")]
    [InlineData("Chairman to Face Inquiry")]
    [InlineData("Publisher Wins Award")]
    [InlineData("Founder Tells All!")]
    [InlineData("CEO Samir Adel")]
    [InlineData("Chairs and tables for schools")]
    [InlineData("رئيس التحرير يفتتح المعرض")]
    [InlineData("الناشرون العرب في بيروت")]
    [InlineData("رئيس مجلس الإدارة في حوار مفتوح")]
    public void A_headline_that_begins_with_an_office_stays_the_headline(string headline)
    {
        var manuscript = Pages.Read($"{headline}\nMon 28 Sep 2020 | 11:15 AM\n\nThe report came on Monday, and nobody had expected it.");
        Assert.Equal(headline, manuscript.Headline);
        Assert.Empty(manuscript.Masthead);
    }

    [Fact]
    public void A_masthead_printed_again_counts_once() =>
        Assert.Equal(
            ["Supervisor = Mona Hanna", "Publisher = Samir Adel"],
            Pages.Read("Supervisor Mona Hanna\nPublisher Samir Adel\n\nSupervisor Mona Hanna\nPublisher Samir Adel" + Story).Offices());

    [Fact]
    public void A_line_directly_above_names_the_publication()
    {
        var manuscript = Pages.Read("The Delta Gazette\nPublisher Samir Adel\nThe Delta Gazette\nPublisher Samir Adel" + Story);
        Assert.Equal("The Delta Gazette", manuscript.PublicationName);
        Assert.Equal("Harbour Opens Again", manuscript.Headline);
        Assert.Equal(["W_ZONE_ASSUMED"], manuscript.Codes());
    }

    [Fact]
    public void Other_lines_above_are_left_out_with_a_warning()
    {
        var manuscript = Pages.Read("Rain Expected on the Coast\nTrains Delayed Near the Bridge\n\nPublisher Samir Adel" + Story);
        Assert.Null(manuscript.PublicationName);
        Assert.Equal("Harbour Opens Again", manuscript.Headline);
        var warning = manuscript.Warnings[0];
        Assert.Equal(("W_PREAMBLE", 1), (warning.Code, warning.Line));
        Assert.Contains("Rain Expected on the Coast", warning.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_masthead_below_the_story_is_read_there()
    {
        var manuscript = Pages.Read(Story.Trim() + "\n\nSupervisor Mona Hanna\nPublisher Samir Adel");
        Assert.Equal(["Supervisor = Mona Hanna", "Publisher = Samir Adel"], manuscript.Offices());
        Assert.Equal(["p: The harbour opened again on Monday."], manuscript.Outline());
    }

    [Fact]
    public void Offices_that_stand_at_the_foot_only_join_those_of_the_head()
    {
        var manuscript = Pages.Read("Supervisor Mona Hanna" + Story + "\n\nEditor in Chief Samir Adel\nSupervisor Mona Hanna");
        Assert.Equal(["Supervisor = Mona Hanna", "Editor in Chief = Samir Adel"], manuscript.Offices());
        Assert.Equal(["p: The harbour opened again on Monday."], manuscript.Outline());
    }

    [Fact]
    public void One_office_below_the_story_that_its_head_does_not_print_stays_in_the_text() =>
        Assert.Equal("p: Publisher Samir Adel", Pages.Read(Story.Trim() + "\n\nPublisher Samir Adel").Outline()[^1]);
}
