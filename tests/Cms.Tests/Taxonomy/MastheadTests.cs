using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class MastheadTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const string Editor = "Editor in Chief";
    private const string Supervisor = "Supervisor";

    [Fact]
    public async Task A_term_runs_from_its_first_page_until_another_name_is_printed()
    {
        var publication = await host.AddPublication("History");
        // Not in the order of time: pages arrive as they may.
        await host.AddEvidence(publication, Editor, "2021-03-01", "Nadia Farouk");
        await host.AddEvidence(publication, Editor, "2020-09-28", "Samir Halim");
        await host.AddEvidence(publication, Editor, "2020-12-31", "Samir Halim");
        await host.AddEvidence(publication, Editor, "2022-01-01", "Samir Halim");
        await host.AddEvidence(publication, Supervisor, "2020-10-01", "Elham Ezzat");

        Assert.Equal(
            [
                "Editor in Chief Samir Halim 2020-09-28 2021-03-01",
                "Editor in Chief Nadia Farouk 2021-03-01 2022-01-01",
                "Editor in Chief Samir Halim 2022-01-01 ",
                "Supervisor Elham Ezzat 2020-10-01 ",
            ],
            await Terms("/v1/publications/history/masthead"));
    }

    [Theory]
    [InlineData("2019-01-01", "")]
    [InlineData("2020-09-27", "")]
    [InlineData("2020-09-28", "Samir Halim")]
    [InlineData("2021-02-28", "Samir Halim")]
    [InlineData("2021-03-01", "Nadia Farouk")]
    [InlineData("9999-12-31", "Nadia Farouk")]
    [InlineData("0001-01-01", "")]
    public async Task A_day_is_answered_with_who_held_the_office_then(string day, string holder)
    {
        var name = $"On {day}";
        var publication = await host.AddPublication(name);
        await host.AddEvidence(publication, Editor, "2020-09-28", "Samir Halim");
        await host.AddEvidence(publication, Editor, "2021-03-01", "Nadia Farouk");

        var terms = await host.List($"/v1/publications/{publication}/masthead?at={day}", "name");

        Assert.Equal(holder.Length == 0 ? [] : [holder], terms);
    }

    [Fact]
    public async Task The_name_on_most_pages_of_a_day_counts_and_a_name_on_none_does_not()
    {
        var publication = await host.AddPublication("Disagreement");
        await host.AddEvidence(publication, Editor, "2020-09-28", "Misprinted Name", stories: 2);
        await host.AddEvidence(publication, Editor, "2020-09-28", "Samir Halim", stories: 5);
        await host.AddEvidence(publication, Editor, "2020-09-29", "Withdrawn Name", stories: 0);

        Assert.Equal(["Editor in Chief Samir Halim 2020-09-28 "], await Terms("/v1/publications/disagreement/masthead"));
    }

    [Fact]
    public async Task Ten_years_of_daily_pages_are_reckoned_to_their_terms()
    {
        var publication = await host.AddPublication("Ten years");
        await host.Execute(
            """
            insert into masthead_evidence (publication_id, role, printed_on, name, stories)
            select @publication, r, date '2015-01-01' + d, 'Holder ' || (d / 1000), 3
            from generate_series(0, 3649) d, unnest(array['Editor in Chief', 'Supervisor']) r
            """,
            new { publication });

        var terms = await Terms("/v1/publications/ten-years/masthead");

        Assert.Equal(8, terms.Count);
        Assert.Equal("Editor in Chief Holder 1 2017-09-27 2020-06-23", terms[1]);
    }

    [Fact]
    public async Task The_present_masthead_is_part_of_the_publication()
    {
        var publication = await host.AddPublication("Present");
        await host.AddEvidence(publication, Supervisor, "2020-10-01", "Elham Ezzat");
        await host.AddEvidence(publication, Editor, "2020-09-28", "Samir Halim");
        await host.AddEvidence(publication, Editor, "2021-03-01", "Nadia Farouk");
        await host.AddEvidence(publication, Editor, "9000-01-01", "Wrongly Dated");

        var masthead = (await host.Get("/v1/publications/present"))["masthead"]!;

        Assert.Equal(
            ["Editor in Chief Nadia Farouk 2021-03-01", "Supervisor Elham Ezzat 2020-10-01"],
            masthead.AsArray().Select(office => $"{office!["role"]} {office["name"]} {office["since"]}"));
    }

    [Fact]
    public async Task A_publication_without_pages_has_an_empty_masthead()
    {
        await host.AddPublication("Unprinted");

        Assert.Empty((await host.Get("/v1/publications/unprinted/masthead"))["data"]!.AsArray());
        Assert.Empty((await host.Get("/v1/publications/unprinted"))["masthead"]!.AsArray());
    }

    [Theory]
    [InlineData("2020-9-28")]
    [InlineData("28.09.2020")]
    [InlineData("2020-09-28T09:15:00Z")]
    [InlineData("2020-02-30")]
    [InlineData("")]
    public async Task The_day_is_a_date_and_nothing_else(string day)
    {
        var problem = await host.GetProblem($"/v1/publications/newsroom/masthead?at={day}", HttpStatusCode.BadRequest);

        Assert.Equal("at", (string?)problem["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task An_unknown_publication_has_no_masthead() =>
        await host.GetProblem("/v1/publications/no-such-paper/masthead", HttpStatusCode.NotFound);

    private async Task<IReadOnlyList<string>> Terms(string path) =>
        [.. (await host.Get(path))["data"]!.AsArray().Select(term => $"{term!["role"]} {term["name"]} {term["from"]} {term["until"]}")];
}
