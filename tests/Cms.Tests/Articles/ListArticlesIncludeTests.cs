using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Articles;

public sealed class ListArticlesIncludeTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const string All = "include=authors,section,publication";

    [Fact]
    public async Task Nothing_is_included_unless_it_is_asked_for()
    {
        await host.Add(new Story());

        Assert.Equal("""{"contributors":[],"sections":[],"publications":[]}""", (await host.Get("/v1/articles"))["included"]!.ToJsonString());
    }

    [Fact]
    public async Task Each_reference_of_the_page_is_included_once()
    {
        var publication = await host.AddPublication("Including");
        var world = await host.AddTo(publication, "sections", "World");
        var africa = await host.AddTo(publication, "sections", "Africa");
        await host.Move(africa, below: world);
        var mona = await host.AddTo(publication, "contributors", "Mona Adel");
        var adam = await host.AddTo(publication, "contributors", "Adam Saleh");
        await host.AddTo(publication, "contributors", "Uncredited");
        await host.Add(new Story { PublicationId = publication, SectionId = africa, AuthorIds = [mona, adam] });
        await host.Add(new Story { PublicationId = publication, SectionId = africa, AuthorIds = [mona] });

        var included = (await host.Get($"/v1/articles?publication={publication}&{All}"))["included"]!;

        Assert.Equal(["Adam Saleh", "Mona Adel"], included["contributors"]!.AsArray().Texts("name"));
        Assert.Equal("person", (string?)included["contributors"]![0]!["kind"]);
        Assert.Equal(["Africa"], included["sections"]!.AsArray().Texts("name"));
        Assert.Equal("world", (string?)included["sections"]![0]!["parent"]!["slug"]);
        Assert.Equal(["Including"], included["publications"]!.AsArray().Texts("name"));
        Assert.Equal("Africa/Cairo", (string?)included["publications"]![0]!["timeZone"]);
    }

    [Theory]
    [InlineData("authors", 1, 0, 0)]
    [InlineData("section", 0, 1, 0)]
    [InlineData("publication", 0, 0, 1)]
    [InlineData("body", 0, 0, 0)]
    public async Task Only_what_is_asked_for_is_included(string include, int contributors, int sections, int publications)
    {
        var publication = await host.AddPublication($"Including {include}");
        await host.Add(new Story
        {
            PublicationId = publication,
            SectionId = await host.AddTo(publication, "sections", "World"),
            AuthorIds = [await host.AddTo(publication, "contributors", "Mona Adel")],
        });

        var list = await host.Get($"/v1/articles?publication={publication}&include={include}");

        Assert.Equal(contributors, list["included"]!["contributors"]!.AsArray().Count);
        Assert.Equal(sections, list["included"]!["sections"]!.AsArray().Count);
        Assert.Equal(publications, list["included"]!["publications"]!.AsArray().Count);
        Assert.Equal(include == "body", list["data"]![0]!["body"] is not null);
    }

    [Fact]
    public async Task A_draft_includes_what_only_the_newsroom_sees()
    {
        var publication = await host.AddPublication("Including drafts");
        var hiddenParent = await host.AddTo(publication, "sections", "Hidden parent", isPublic: false);
        var section = await host.AddTo(publication, "sections", "Secret desk", isPublic: false);
        await host.Move(section, below: hiddenParent);
        var author = await host.AddTo(publication, "contributors", "New hand", isPublic: false);
        await host.Add(new Story { PublicationId = publication, SectionId = section, AuthorIds = [author], IsPublished = false });

        var included = (await host.GetAsAdmin($"/v1/articles?view=draft&publication={publication}&{All}"))["included"]!;

        Assert.Equal(["New hand"], included["contributors"]!.AsArray().Texts("name"));
        Assert.Equal(["Secret desk"], included["sections"]!.AsArray().Texts("name"));
        Assert.Equal("hidden-parent", (string?)included["sections"]![0]!["parent"]!["slug"]);
        Assert.Equal(["Including drafts"], included["publications"]!.AsArray().Texts("name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&view=draft")]
    public async Task A_page_of_100_takes_as_many_statements_as_a_page_of_1(string view)
    {
        var publication = await host.AddPublication($"Statements {view.Length}");
        await host.AddMany(publication, 100);
        var path = $"/v1/articles?publication={publication}&{All}{view}&count=exact&limit=";

        // In another order, so that what is remembered of names, references and keys is.
        await host.GetAsAdmin(path + "100&sort=publishedAt");
        using var statements = new StatementCount(host.DatabaseName);
        var one = await host.GetAsAdmin(path + "1");
        var forOne = statements.Value;
        var hundred = await host.GetAsAdmin(path + "100");

        Assert.Single(one["included"]!["contributors"]!.AsArray());
        Assert.Equal(100, hundred["included"]!["contributors"]!.AsArray().Count);
        Assert.Equal(100, hundred["data"]!.AsArray().Count);
        Assert.NotEqual(0, forOne);
        Assert.Equal(forOne, statements.Value - forOne);
    }

    [Theory]
    [InlineData("contributors")]
    [InlineData("sections")]
    public async Task A_list_of_the_taxonomy_takes_one_statement_whatever_its_length(string table)
    {
        var publication = await host.AddPublication($"Statements of {table}");
        await host.AddMany(publication, 100);

        foreach (var (limit, sort) in new[] { (1, "name"), (100, "name"), (1, "-articleCount"), (100, "-articleCount") })
        {
            using var statements = new StatementCount(host.DatabaseName);
            Assert.Equal(limit, (await host.List($"/v1/{table}?publication={publication}&limit={limit}&sort={sort}", "id")).Count);
            Assert.Equal(1, statements.Value);
        }
    }
}
