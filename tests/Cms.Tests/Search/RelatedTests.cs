using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

public sealed class RelatedTests(Neighbourhood neighbourhood) : IClassFixture<Neighbourhood>
{
    [Fact]
    public async Task Stories_of_the_same_words_are_related_and_each_says_why()
    {
        var related = (await neighbourhood.Get("/v1/articles/dam-talks/related"))["data"]!.AsArray();

        Assert.Equal(["dam-tagged", "dam-plain"], related.Select(other => (string)other!["article"]!["slug"]!));
        Assert.Equal(["text:", "section:World", "tag:Nile"], Reasons(related[0]!));
        Assert.Equal(["text:"], Reasons(related[1]!));
        Assert.True((double)related[0]!["score"]! > (double)related[1]!["score"]!);
    }

    [Fact]
    public async Task Neither_itself_nor_its_translation_nor_a_hidden_story_is_related()
    {
        var slugs = (await neighbourhood.Get($"/v1/articles/{neighbourhood.Talks}/related?limit=20"))["data"]!.AsArray()
            .Select(other => (string)other!["article"]!["slug"]!);

        Assert.DoesNotContain("dam-talks", slugs);
        Assert.DoesNotContain("dam-translated", slugs);
        Assert.DoesNotContain("dam-hidden", slugs);
        Assert.DoesNotContain("recipe", slugs);
    }

    [Theory]
    [InlineData("/v1/articles/no-such-story/related", HttpStatusCode.NotFound)]
    [InlineData("/v1/articles/dam-hidden/related", HttpStatusCode.NotFound)]
    [InlineData("/v1/articles/dam-talks/related?limit=21", HttpStatusCode.BadRequest)]
    public async Task What_is_not_public_has_no_relations(string path, HttpStatusCode status) => await neighbourhood.GetProblem(path, status);

    [Fact]
    public async Task Hits_that_tell_the_same_story_are_one_and_a_walk_meets_each_once()
    {
        var plain = (await neighbourhood.Get("/v1/search?q=earthquake"))["data"]!.AsArray();
        var first = await neighbourhood.Get("/v1/search?q=earthquake&cluster=true&limit=1");
        var second = await neighbourhood.Get($"/v1/search?q=earthquake&cluster=true&limit=1&cursor={first["page"]!["nextCursor"]}");

        Assert.Equal(4, plain.Count);
        Assert.All(plain, hit => Assert.Empty(hit!["sameStory"]!.AsArray()));
        var shown = new[] { first, second }.Select(page => page["data"]![0]!).ToList();
        Assert.Equal(2, shown.SelectMany(hit => hit["sameStory"]!.AsArray()).Count());
        Assert.Equal(4, shown.SelectMany(Ids).Distinct().Count());
        Assert.False((bool)second["page"]!["hasMore"]!);
    }

    private static IEnumerable<string> Ids(JsonNode hit) =>
        hit["sameStory"]!.AsArray().Select(other => (string)other!["id"]!).Append((string)hit["article"]!["id"]!);

    private static IEnumerable<string> Reasons(JsonNode related) =>
        related["reasons"]!.AsArray().Select(reason => $"{reason!["kind"]}:{reason["label"]}");
}

/// <summary>Stories about a dam, one of them translated; three reports of one earthquake and one of another, years ago.</summary>
public sealed class Neighbourhood(Cluster cluster) : CmsHost(cluster)
{
    public Guid Talks { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var world = await this.AddSection("World");
        var nile = await this.AddTag("Nile");
        var group = Guid.CreateVersion7();
        const string dam = "Ethiopia fills the reservoir of the dam on the Nile while Sudan and Egypt protest against the filling.";
        Talks = await this.Add(new Story { Slug = "dam-talks", Headline = "Dam talks resume", Paragraphs = [dam], SectionId = world, TagIds = [nile], TranslationGroup = group });
        await this.Add(new Story { Slug = "dam-plain", Headline = "Reservoir of the dam filled", Paragraphs = [dam] });
        await this.Add(new Story { Slug = "dam-tagged", Headline = "Dam reservoir filled", Paragraphs = [dam], SectionId = world, TagIds = [nile] });
        await this.Add(new Story { Slug = "dam-translated", Headline = "Dam talks", Language = "en-GB", Paragraphs = [dam], TranslationGroup = group });
        await this.Add(new Story { Slug = "dam-hidden", Headline = "Dam talks resume", Paragraphs = [dam], IsPublished = false });
        await this.Add(new Story { Slug = "recipe", Headline = "A soup of lentils", Paragraphs = ["Boil the lentils with an onion."] });
        foreach (var (slug, day) in new[] { ("quake-1", 1), ("quake-2", 2), ("quake-3", 2), ("quake-old", -3000) })
        {
            await this.Add(new Story
            {
                Slug = slug,
                Headline = "Earthquake shakes the northern coast",
                Paragraphs = [$"An earthquake shook the northern coast, the agency said in report {slug}; houses fell in three towns."],
                PublishedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day),
            });
        }
    }
}
