using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class SectionWritingTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const int Deepest = 10;

    [Fact]
    public async Task A_move_carries_the_stories_of_all_sub_sections_at_once()
    {
        var (world, sport) = (await Section("World"), await Section("Sport"));
        var africa = await Section("Africa", "world");
        var egypt = await Section("Egypt", (string)africa.Json["id"]!);
        await host.Add(new Story { SectionId = egypt.NewId() });
        Assert.Equal(1, await Stories("world"));

        var moved = await host.MustAlter("/v1/sections/africa", africa.ETag, """{"parent": "sport"}""");

        Assert.Equal("sport", (string?)moved.Json["parent"]!["slug"]);
        Assert.Equal((0, 1), (await Stories("world"), await Stories("sport")));
        Assert.Equal(0, (int)(await host.Get($"/v1/sections/{world.NewId()}"))["articleCount"]!);
        Assert.Equal(1, (int)(await host.Get($"/v1/sections/{sport.NewId()}"))["articleCount"]!);
        var top = await host.MustAlter("/v1/sections/africa", moved.ETag, """{"parent": null}""");
        Assert.Null(top.Json["parent"]);
        Assert.Equal(0, await Stories("sport"));
    }

    [Fact]
    public async Task A_section_never_lies_below_itself()
    {
        var top = await Section("Top");
        await Section("Middle", "top");
        var bottom = await Section("Bottom", "middle");

        Assert.Equal(["/parent invalid"], (await host.Alter("/v1/sections/top", top.ETag, """{"parent": "bottom"}""")).Errors);
        Assert.Equal(["/parent invalid"], (await host.Alter("/v1/sections/top", top.ETag, """{"parent": "top"}""")).Errors);
        Assert.Equal(["/parent unknown-reference"], (await host.Alter("/v1/sections/top", top.ETag, """{"parent": "nowhere"}""")).Errors);
        var replaced = await host.Replace("/v1/sections/top", $$"""{"name": "Top", "parent": "{{bottom.NewId()}}"}""", ("If-Match", top.ETag));
        Assert.Equal(422, replaced.Status);
    }

    [Fact]
    public async Task Two_moves_at_once_make_no_circle()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (await Section($"One {round}"), await Section($"Two {round}"));

            var replies = await Task.WhenAll(
                host.Alter($"/v1/sections/{one.NewId()}", one.ETag, $$"""{"parent": "{{two.NewId()}}"}"""),
                host.Alter($"/v1/sections/{two.NewId()}", two.ETag, $$"""{"parent": "{{one.NewId()}}"}"""));

            Assert.Equal([200, 422], replies.Select(reply => reply.Status).Order());
        }
    }

    [Fact]
    public async Task Sections_are_nested_as_deep_as_meta_says_and_no_deeper()
    {
        Assert.Equal(Deepest, (int)(await host.Get("/v1/meta"))["limits"]!["sectionDepth"]!);
        string? parent = null;
        for (var depth = 1; depth <= Deepest; depth++)
        {
            parent = (string?)(await Section($"Depth {depth}", parent)).Json["id"];
        }

        var deeper = await host.Admin.Post("/v1/sections", $$"""{"name": "Too deep", "parent": "{{parent}}"}""");
        var tree = await Section("A tree");
        await Section("Its branch", "a-tree");
        var moved = await host.Alter("/v1/sections/a-tree", tree.ETag, """{"parent": "depth-9"}""");

        Assert.Equal((422, 422), (deeper.Status, moved.Status));
        Assert.Equal(["/parent too-deep"], deeper.Errors);
        Assert.Equal(["/parent too-deep"], moved.Errors);
        Assert.Equal(200, (await host.Alter("/v1/sections/a-tree", tree.ETag, """{"parent": "depth-8"}""")).Status);
    }

    [Fact]
    public async Task A_section_with_stories_or_sub_sections_goes_only_when_another_takes_them_over()
    {
        var old = await Section("Old desk");
        var below = await Section("Below", "old-desk");
        var heir = await Section("New desk");
        var story = await host.Add(new Story { SectionId = old.NewId(), Headline = "Moved by its desk" });
        await host.Add(new Story { SectionId = old.NewId(), IsPublished = false });

        var refused = await host.Remove("/v1/sections/old-desk", old.ETag);
        Assert.Equal(
            """{"published":"1","working":"2","trashed":"0","revisions":"0","pending":"0","sections":"1"}""",
            refused.Json["errors"]![0]!["meta"]!.ToJsonString());
        Assert.Equal(400, (await host.Remove("/v1/sections/old-desk?reassignTo=below", old.ETag)).Status);

        var deleted = await host.Remove("/v1/sections/old-desk?reassignTo=new-desk", old.ETag);

        Assert.True(deleted.Status == 200, deleted.Text);
        Assert.Equal(
            new[] { $"section.delete {old.NewId()}", $"section.update {below.NewId()}" },
            (await host.Audited(deleted)).Order(StringComparer.Ordinal));
        Assert.Equal("new-desk", (string?)(await host.Get("/v1/sections/below"))["parent"]!["slug"]);
        Assert.Equal(2, (int)(await host.Get("/v1/sections/below"))["version"]!);
        Assert.Equal("new-desk", (string?)(await host.Get($"/v1/articles/{story}"))["section"]!["slug"]);
        Assert.Equal(1, await Stories("new-desk"));
        Assert.Equal(1, (int)(await host.Get($"/v1/sections/{heir.NewId()}"))["articleCount"]!);
        var found = await host.Get("/v1/search?q=desk&facet=section");
        Assert.Equal(["new-desk"], found["facets"]!["section"]!.AsArray().Texts("value"));
        Assert.Contains("New desk", await host.List("/v1/suggestions?q=new&kinds=section", "text"));
        Assert.Equal("New desk", (string?)(await host.Get("/v1/articles?section=new-desk"))["data"]![0]!["section"]!["name"]);
        Assert.Equal(2, (await host.GetAsAdmin("/v1/articles?view=draft&section=new-desk"))["data"]!.AsArray().Count);
        Assert.Equal("404", (await host.Read("/v1/sections/old-desk")).Leads());
        await host.MustAlter("/v1/sections/new-desk", heir.ETag, """{"name": "Renamed desk"}""");
        Assert.Equal("Renamed desk", (string?)(await host.Get("/v1/articles?section=new-desk"))["data"]![0]!["section"]!["name"]);
        var most = (await host.Get("/v1/sections?sort=-articleCount&limit=1"))["data"]![0]!;
        Assert.Equal(1, (int)most["articleCount"]!);
    }

    private Task<Reply> Section(string name, string? parent = null) =>
        host.Make("/v1/sections", $$"""{"name": "{{name}}", "parent": {{(parent is null ? "null" : $"\"{parent}\"")}}}""");

    private async Task<int> Stories(string section) =>
        (int)(await host.Get($"/v1/articles?section={section}&count=exact"))["page"]!["total"]!["value"]!;
}
