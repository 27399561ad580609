using System.Net;
using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Articles;

public sealed class ListArticlesPageTests(CmsHost host) : IClassFixture<CmsHost>
{
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("")]
    [InlineData("-publishedAt")]
    [InlineData("publishedAt")]
    [InlineData("-updatedAt")]
    [InlineData("updatedAt")]
    [InlineData("headline")]
    public async Task A_walk_in_any_order_meets_each_story_once_and_ties_go_by_id(string sort)
    {
        var name = $"Walk by {sort.Replace("-", "falling ", StringComparison.Ordinal)}";
        var publication = await host.AddPublication(name);
        var stories = Enumerable.Range(0, 9).Select(index => new Story
        {
            Headline = $"Story {index / 3}",
            PublicationId = publication,
            PublishedAt = Noon.AddDays(index % 2),
            UpdatedAt = Noon.AddTicks(10 * (index % 3)),
        }).ToList();
        foreach (var story in stories)
        {
            await host.Add(story);
        }

        var expected = sort switch
        {
            "" or "-publishedAt" => stories.OrderByDescending(story => story.PublishedAt).ThenByDescending(Id),
            "publishedAt" => stories.OrderBy(story => story.PublishedAt).ThenBy(Id),
            "-updatedAt" => stories.OrderByDescending(story => story.UpdatedAt).ThenByDescending(Id),
            "updatedAt" => stories.OrderBy(story => story.UpdatedAt).ThenBy(Id),
            _ => stories.OrderBy(story => story.Headline).ThenBy(Id),
        };

        foreach (var limit in new[] { 1, 2, 9 })
        {
            var walked = await host.Walk($"/v1/articles?publication={publication}{(sort.Length > 0 ? $"&sort={sort}" : "")}", limit);
            Assert.Equal(expected.Select(Id), walked.Texts("id"));
        }
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("author")]
    [InlineData("section")]
    public async Task A_walk_by_a_reference_meets_each_story_once(string filter)
    {
        var publication = await host.AddPublication($"Walk by one {filter}");
        var tag = await host.AddTo(publication, "tags", "Iraq");
        var author = await host.AddTo(publication, "contributors", "Mona Adel");
        var section = await host.AddTo(publication, "sections", "World");
        var ids = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            var id = await host.Add(new Story { PublicationId = publication, TagIds = [tag], AuthorIds = [author], SectionId = section });
            ids.Add(id.ToString());
        }

        var reference = filter switch { "tag" => tag, "author" => author, _ => section };

        Assert.Equal(ids.OrderDescending(), (await host.Walk($"/v1/articles?{filter}={reference}", 2)).Texts("id"));
    }

    [Fact]
    public async Task Headlines_of_every_script_are_in_alphabetical_order()
    {
        var publication = await host.AddPublication("Alphabets");
        foreach (var headline in new[] { "نادية", "Zoë", "Älter", "منى", "Anders", "al-Ahram" })
        {
            await host.Add(new Story { Headline = headline, PublicationId = publication });
        }

        var walked = await host.Walk($"/v1/articles?publication={publication}&sort=headline", 2);

        Assert.Equal(["al-Ahram", "Älter", "Anders", "Zoë", "منى", "نادية"], walked.Texts("headline"));
    }

    [Fact]
    public async Task Drafts_are_walked_too_and_those_without_a_date_come_last()
    {
        var publication = await host.AddPublication("Drafts");
        var dated = await host.Add(new Story { PublicationId = publication, IsPublished = false });
        var undated = await host.Add(new Story { PublicationId = publication, IsPublished = false, PublishedAt = null });
        var published = await host.Add(new Story { PublicationId = publication, PublishedAt = Noon.AddDays(1) });
        var path = $"/v1/articles?view=draft&publication={publication}";

        Assert.Equal([$"{published}", $"{dated}", $"{undated}"], (await host.Walk(path, 1, isAdmin: true)).Texts("id"));
        Assert.Equal([$"{dated}", $"{published}", $"{undated}"], (await host.Walk($"{path}&sort=publishedAt", 1, isAdmin: true)).Texts("id"));
        await host.GetProblem(path, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_cursor_serves_only_the_list_it_came_from()
    {
        await host.Add(new Story());
        await host.Add(new Story());
        var cursor = (string?)(await host.Get("/v1/articles?limit=1"))["page"]!["nextCursor"];

        foreach (var query in new[] { "sort=publishedAt", "sort=headline", "language=en", "publication=newsroom", $"ids={Guid.CreateVersion7()}" })
        {
            var problem = await host.GetProblem($"/v1/articles?{query}&cursor={cursor}", HttpStatusCode.BadRequest);
            Assert.Equal("invalid-cursor", (string?)problem["code"]);
        }

        Assert.Equal("invalid-cursor", (string?)(await host.GetProblem($"/v1/tags?cursor={cursor}", HttpStatusCode.BadRequest))["code"]);
        await host.Get($"/v1/articles?limit=5&count=exact&include=body&cursor={cursor}");
    }

    [Fact]
    public async Task A_list_is_counted_on_request_and_without_what_is_hidden()
    {
        var publication = await host.AddPublication("Counting");
        await host.Add(new Story { PublicationId = publication });
        await host.Add(new Story { PublicationId = publication });
        await host.Add(new Story { PublicationId = publication, IsPublished = false });
        var path = $"/v1/articles?publication={publication}&limit=1";

        Assert.Null((await host.Get(path))["page"]!["total"]);
        Assert.Equal("""{"value":2,"relation":"exact"}""", (await host.Get($"{path}&count=exact"))["page"]!["total"]!.ToJsonString());
        Assert.Equal("""{"value":2,"relation":"exact"}""", (await host.Get($"{path}&count=estimated"))["page"]!["total"]!.ToJsonString());
        Assert.Equal(3, (long)(await host.GetAsAdmin($"{path}&view=draft&count=exact"))["page"]!["total"]!["value"]!);
    }

    [Fact]
    public async Task An_estimate_stops_counting_at_1001()
    {
        var publication = await host.AddPublication("Many");
        await host.AddMany(publication, 1002);
        var path = $"/v1/articles?publication={publication}&limit=1";

        Assert.Equal("""{"value":1001,"relation":"atLeast"}""", (await host.Get($"{path}&count=estimated"))["page"]!["total"]!.ToJsonString());
        Assert.Equal("""{"value":1002,"relation":"exact"}""", (await host.Get($"{path}&count=exact"))["page"]!["total"]!.ToJsonString());
    }

    private static string Id(Story story) => story.Id.ToString();
}
