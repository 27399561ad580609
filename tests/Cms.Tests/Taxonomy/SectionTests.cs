using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class SectionTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_section_names_its_parent_and_its_children_and_counts_what_lies_below()
    {
        var world = await host.AddSection("World");
        var africa = await host.AddSection("Africa", world);
        var asia = await host.AddSection("Asia", world);
        var egypt = await host.AddSection("Egypt", africa);
        await host.Add(new Story { SectionId = world });
        await host.Add(new Story { SectionId = egypt });
        await host.Add(new Story { SectionId = egypt });
        await host.Add(new Story { SectionId = egypt, IsPublished = false });

        var read = await host.Get("/v1/sections/world");

        Assert.Null(read["parent"]);
        Assert.Equal(["Africa", "Asia"], read["children"]!.AsArray().Texts("name"));
        Assert.Equal(3, (long)read["articleCount"]!);
        Assert.Equal("world", (string?)(await host.Get($"/v1/sections/{africa}"))["parent"]!["slug"]);
        Assert.Equal(0, (long)(await host.Get($"/v1/sections/{asia}"))["articleCount"]!);
        Assert.Equal(3, (long)(await host.Get("/v1/articles?section=world&count=exact"))["page"]!["total"]!["value"]!);

        var byCount = (await host.Get("/v1/sections?publication=newsroom&sort=-articleCount"))["data"]!.AsArray();
        Assert.Equal([3, 2, 2, 0], byCount.Select(section => (long)section!["articleCount"]!));
    }

    [Fact]
    public async Task The_children_of_one_section_are_listed_by_slug_or_id()
    {
        var publication = await host.AddPublication("Tree");
        var sport = await host.AddTo(publication, "sections", "Sport");
        var football = await host.AddTo(publication, "sections", "Football");
        var league = await host.AddTo(publication, "sections", "League");
        await host.Move(football, below: sport);
        await host.Move(league, below: football);

        Assert.Equal(["Football"], await host.List("/v1/sections?publication=tree&parent=sport", "name"));
        Assert.Equal(["Football"], await host.List($"/v1/sections?parent={sport}", "name"));
        Assert.Empty(await host.List("/v1/sections?parent=sport", "name"));
        Assert.Empty(await host.List("/v1/sections?publication=tree&parent=league", "name"));
        Assert.Empty(await host.List("/v1/sections?parent=no-such-section", "name"));
    }

    [Fact]
    public async Task A_hidden_section_shows_neither_as_parent_nor_as_child()
    {
        var publication = await host.AddPublication("Half hidden");
        var hidden = await host.AddTo(publication, "sections", "Hidden", isPublic: false);
        var shown = await host.AddTo(publication, "sections", "Shown");
        var below = await host.AddTo(publication, "sections", "Hidden below", isPublic: false);
        await host.Move(shown, below: hidden);
        await host.Move(below, below: shown);

        var read = await host.Get($"/v1/sections/{shown}");

        Assert.Null(read["parent"]);
        Assert.Empty(read["children"]!.AsArray());
        Assert.Empty(await host.List($"/v1/sections?parent={hidden}", "name"));
        Assert.Empty(await host.List("/v1/sections?publication=half-hidden&parent=hidden", "name"));
    }

    [Fact]
    public async Task A_parameter_of_another_list_is_refused() =>
        await host.GetProblem("/v1/sections?kind=person", HttpStatusCode.BadRequest);
}
