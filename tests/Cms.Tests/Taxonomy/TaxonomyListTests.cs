using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

/// <summary>What the lists of contributors, sections and tags have in common.</summary>
public sealed class TaxonomyListTests(CmsHost host) : IClassFixture<CmsHost>
{
    public static readonly TheoryData<string> Tables = ["contributors", "sections", "tags"];

    [Theory, MemberData(nameof(Tables))]
    public async Task Names_of_every_script_are_in_alphabetical_order_and_a_walk_meets_each_once(string table)
    {
        var publication = await host.AddPublication($"Order of {table}");
        string[] expected = ["al-Ahram", "Älter", "Anders", "Mona", "mona", "Zoë", "منى", "نادية"];
        foreach (var (name, index) in expected.Reverse().Select((name, index) => (name, index)))
        {
            await host.AddTo(publication, table, name, slug: $"name-{index}");
        }

        await host.AddTo(publication, table, "Mona", slug: "another");

        var walked = (await host.Walk($"/v1/{table}?publication={publication}", 2)).Texts("name");

        Assert.Equal(["al-Ahram", "Älter", "Anders", "mona", "Mona", "Mona", "Zoë", "منى", "نادية"], walked);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task The_most_used_come_first_and_ties_are_walked_without_loss(string table)
    {
        var publication = await host.AddPublication($"Use of {table}");
        var ids = new List<Guid>();
        foreach (var stories in new[] { 0, 2, 1, 1, 0, 1, 3 })
        {
            var id = await host.AddTo(publication, table, $"Used {ids.Count}");
            ids.Add(id);
            for (var story = 0; story < stories; story++)
            {
                await host.Add(Filed(table, id) with { PublicationId = publication });
            }
        }

        var walked = await host.Walk($"/v1/{table}?publication={publication}&sort=-articleCount", 2);

        Assert.Equal([3, 2, 1, 1, 1, 0, 0], walked.Select(item => (long)item["articleCount"]!));
        Assert.Equal(ids.Select(id => id.ToString()).Order(), walked.Texts("id").Order());

        var byName = await host.Walk($"/v1/{table}?publication={publication}", 3);
        Assert.Equal([3, 2, 1, 1, 1, 0, 0], byName.Select(item => (long)item["articleCount"]!).OrderDescending());
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task What_no_public_story_uses_yet_is_neither_shown_nor_counted(string table)
    {
        var publication = await host.AddPublication($"Hidden {table}");
        var shown = await host.AddTo(publication, table, "Shown");
        await host.Add(Filed(table, shown) with { PublicationId = publication });
        var list = $"/v1/{table}?publication={publication}&count=exact";
        var before = await host.Client.GetStringAsync(list);

        var hidden = await host.AddTo(publication, table, "Hidden", isPublic: false);
        await host.Add(Filed(table, hidden) with { PublicationId = publication, IsPublished = false });
        await host.Add(Filed(table, shown) with { PublicationId = publication, IsPublished = false });

        Assert.Equal(before, await host.Client.GetStringAsync(list));
        await host.GetProblem($"/v1/{table}/{hidden}", HttpStatusCode.NotFound);
        await host.GetProblem($"/v1/{table}/hidden?publication={publication}", HttpStatusCode.NotFound);
        Assert.Equal(1, (long)(await host.Get($"/v1/{table}/{shown}"))["articleCount"]!);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task A_slug_is_looked_up_in_the_publication_that_is_named_else_in_the_default_one(string table)
    {
        var publication = await host.AddPublication($"Slugs of {table}");
        var ours = await host.AddTo(publication, table, "Shared name");
        await host.AddTo(await DefaultPublication(), table, "Shared name");

        var inDefault = await host.Get($"/v1/{table}/shared-name");
        var inOurs = await host.Get($"/v1/{table}/shared-name?publication=slugs-of-{table}");

        Assert.Equal("newsroom", (string?)inDefault["publication"]!["slug"]);
        Assert.Equal(ours.ToString(), (string?)inOurs["id"]);
        Assert.Equal(inOurs.ToJsonString(), (await host.Get($"/v1/{table}/shared-name?publication={publication}")).ToJsonString());
        Assert.Equal(inOurs.ToJsonString(), (await host.Get($"/v1/{table}/{ours}")).ToJsonString());
        Assert.Equal(inOurs.ToJsonString(), (await host.Get($"/v1/{table}/{ours.ToString().ToUpperInvariant()}")).ToJsonString());
        await host.GetProblem($"/v1/{table}/shared-name?publication=no-such-paper", HttpStatusCode.NotFound);
        await host.GetProblem($"/v1/{table}/no-such-name", HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task A_list_is_of_all_publications_or_of_one_or_of_none(string table)
    {
        var first = await host.AddPublication($"First with {table}");
        var second = await host.AddPublication($"Second with {table}");
        await host.AddTo(first, table, "Of the first");
        await host.AddTo(second, table, "Of the second");

        Assert.Equal(["Of the first"], await host.List($"/v1/{table}?publication=first-with-{table}", "name"));
        Assert.Equal(["Of the second"], await host.List($"/v1/{table}?publication={second}", "name"));
        Assert.Empty(await host.List($"/v1/{table}?publication=no-such-paper", "name"));
        var all = (await host.Walk($"/v1/{table}", 100)).Texts("name").ToList();
        Assert.Contains("Of the first", all);
        Assert.Contains("Of the second", all);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task A_list_is_counted_on_request(string table)
    {
        var publication = await host.AddPublication($"Counted {table}");
        await host.AddTo(publication, table, "One");
        await host.AddTo(publication, table, "Two");
        var path = $"/v1/{table}?publication={publication}&limit=1";

        Assert.Null((await host.Get(path))["page"]!["total"]);
        Assert.Equal("""{"value":2,"relation":"exact"}""", (await host.Get($"{path}&count=exact"))["page"]!["total"]!.ToJsonString());
        Assert.Equal("""{"value":2,"relation":"exact"}""", (await host.Get($"{path}&count=estimated"))["page"]!["total"]!.ToJsonString());
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task A_cursor_serves_only_the_list_it_came_from(string table)
    {
        var publication = await host.AddPublication($"Cursors of {table}");
        await host.AddTo(publication, table, "One");
        await host.AddTo(publication, table, "Two");
        var cursor = (string?)(await host.Get($"/v1/{table}?publication={publication}&limit=1"))["page"]!["nextCursor"];

        foreach (var other in new[] { $"{table}?", $"{table}?publication={publication}&sort=-articleCount&", "articles?", "publications?" })
        {
            var problem = await host.GetProblem($"/v1/{other}cursor={cursor}", HttpStatusCode.BadRequest);
            Assert.Equal("invalid-cursor", (string?)problem["code"]);
        }

        foreach (var other in Tables.Select(row => row.Data).Where(other => other != table))
        {
            await host.GetProblem($"/v1/{other}?publication={publication}&cursor={cursor}", HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("sort=-name")]
    [InlineData("count=all")]
    [InlineData("publication=")]
    [InlineData("section=x")]
    [InlineData("cursor=nonsense")]
    public async Task A_bad_parameter_is_refused(string query)
    {
        foreach (var table in Tables.Select(row => row.Data))
        {
            var problem = await host.GetProblem($"/v1/{table}?{query}", HttpStatusCode.BadRequest);
            Assert.NotNull(problem["errors"]![0]!["parameter"]);
        }
    }

    [Fact]
    public async Task The_next_page_is_linked()
    {
        var publication = await host.AddPublication("Linked");
        await host.AddTo(publication, "tags", "One");
        await host.AddTo(publication, "tags", "Two");

        using var response = await host.Client.GetAsync($"/v1/tags?publication={publication}&limit=1");
        var link = response.Headers.GetValues("Link").Single();
        var next = await host.Get(link[1..link.IndexOf('>')]);

        Assert.EndsWith("rel=\"next\"", link);
        Assert.Equal("Two", (string?)next["data"]![0]!["name"]);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task What_identifies_an_item_is_written_first_and_its_history_last(string table)
    {
        var id = await host.AddTo(await DefaultPublication(), table, "Written in order");

        var members = (await host.Get($"/v1/{table}/{id}")).AsObject().Select(member => member.Key).ToList();

        Assert.Equal(["id", "slug", "name"], members.Take(3));
        Assert.Equal(["version", "createdAt", "updatedAt"], members.TakeLast(3));
    }

    private static Story Filed(string table, Guid id) => table switch
    {
        "contributors" => new Story { AuthorIds = [id] },
        "sections" => new Story { SectionId = id },
        _ => new Story { TagIds = [id] },
    };

    private async Task<Guid> DefaultPublication() => (await host.Query<Guid>("select id from publications where is_default")).Single();
}
