using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Feeds;

public sealed class StoryFormatTests(Newspaper host) : IClassFixture<Newspaper>
{
    public static readonly TheoryData<string, string> Formats = new()
    {
        { "html", "text/html" },
        { "md", "text/markdown" },
        { "txt", "text/plain" },
        { "jsonld", "application/ld+json" },
        { "ninjs.json", "application/json" },
    };

    [Theory, MemberData(nameof(Formats))]
    public async Task A_story_has_an_address_in_each_format_with_the_manners_of_any_answer(string extension, string mediaType)
    {
        var id = await host.Add(new Story { Headline = "Formats", Paragraphs = ["A paragraph that is there."] });
        var path = $"/v1/articles/{id}.{extension}";

        using var answer = await host.Send(path);
        using var again = await host.Send(path, answer.Headers.ETag);
        using var head = await host.Send(path, method: "HEAD");
        using var forged = await host.Send(path, host: "evil.example");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"{mediaType}; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("A paragraph that is there.", text);
        Assert.StartsWith("\"1-", answer.Headers.ETag!.Tag);
        Assert.StartsWith(id.ToString(), answer.Headers.GetValues("Surrogate-Key").Single());
        Assert.Matches($"^<{Newspaper.Root}/v1/articles/[a-z0-9-]+.html>; rel=\"canonical\"$", answer.Headers.GetValues("Link").Single());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(answer.Headers.ETag, head.Headers.ETag);
        Assert.Equal(text, await forged.Content.ReadAsStringAsync());
        Assert.Equal(extension == "html", answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task An_old_slug_leads_to_the_present_one_in_the_same_format(string extension, string mediaType)
    {
        var (old, present) = ($"old-{Guid.NewGuid():N}", $"present-{Guid.NewGuid():N}");
        var id = await host.Add(new Story { Slug = present });
        await host.Execute(
            "insert into slugs (publication_id, slug, article_id, is_current) select publication_id, @old, id, false from articles where id = @id",
            new { id, old });

        using var moved = await host.Send($"/v1/articles/{old}.{extension}?publication=newsroom");
        using var followed = await host.Send(moved.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
        Assert.Equal($"/v1/articles/{present}.{extension}?publication=newsroom", moved.Headers.Location?.ToString());
        Assert.Equal((HttpStatusCode.OK, mediaType), (followed.StatusCode, followed.Content.Headers.ContentType?.MediaType));
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task What_is_not_public_is_404_in_each_format(string extension, string mediaType)
    {
        var id = await host.Add(new Story { Headline = "A secret", Slug = $"secret-{Guid.NewGuid():N}", IsPublished = false });

        var problem = await host.GetProblem($"/v1/articles/{id}.{extension}", HttpStatusCode.NotFound);
        using var asAdmin = await host.Admin.GetAsync($"/v1/articles/{id}.{extension}");

        Assert.Equal("not-found", (string?)problem["code"]);
        Assert.Equal(HttpStatusCode.NotFound, asAdmin.StatusCode);
        Assert.NotEqual(mediaType, asAdmin.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_page_lets_nothing_run()
    {
        var id = await host.Add(new Story { Headline = "<script>alert(1)</script>", Paragraphs = ["<img src=x onerror=alert(1)>"] });

        using var answer = await host.Send($"/v1/articles/{id}.html");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html);
        Assert.DoesNotContain("<script>", html);
        Assert.DoesNotContain("<img", html);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.EndsWith("sandbox", policy);
    }

    [Fact]
    public async Task JSON_LD_leads_to_the_masthead_of_the_storys_own_day_and_tells_persons_from_agencies()
    {
        var home = await host.AddPublication("Daily Masthead");
        var (person, agency) = (await host.AddTo(home, "contributors", "Mona Adel"), await host.AddTo(home, "contributors", "News Agency"));
        await host.Execute("update contributors set kind = 'agency' where id = @agency", new { agency });
        await host.AddEvidence(home, "Editor in Chief", "2019-01-01", "The First");
        await host.AddEvidence(home, "Editor in Chief", "2021-01-01", "The Second");
        // Half past midnight of the next day in Cairo.
        var late = new DateTime(2020, 1, 5, 22, 30, 0, DateTimeKind.Utc);
        var id = await host.Add(new Story { PublicationId = home, AuthorIds = [person, agency], PublishedAt = late });

        var story = JsonNode.Parse(await host.Text($"/v1/articles/{id}.jsonld"))!;
        var principles = (string)story["publishingPrinciples"]!;
        var masthead = await host.Get(principles[Newspaper.Root.Length..]);

        Assert.Equal($"{Newspaper.Root}/v1/publications/daily-masthead/masthead?at=2020-01-06", principles);
        Assert.Equal(["The First"], masthead["data"]!.AsArray().Select(term => (string?)term!["name"]));
        Assert.Equal(["Person", "Organization"], story["author"]!.AsArray().Select(author => (string?)author!["@type"]));
    }

    [Fact]
    public async Task A_story_is_at_its_canonical_address_else_on_its_publications_site_else_here()
    {
        var home = await host.AddPublication("With a Site");
        var id = await host.Add(new Story { PublicationId = home, Slug = "قصة" });
        async Task<string> Address() => (string)JsonNode.Parse(await host.Text($"/v1/articles/{id}.jsonld"))!["url"]!;

        Assert.Equal($"{Newspaper.Root}/v1/articles/%D9%82%D8%B5%D8%A9.html?publication=with-a-site", await Address());
        await host.Execute(
            "update publications set site_url = 'https://news.example.org/', article_path = '/stories/{slug}' where id = @home", new { home });
        Assert.Equal("https://news.example.org/stories/%D9%82%D8%B5%D8%A9", await Address());
        await host.Execute("update published_articles set canonical_url = 'https://elsewhere.example/1' where article_id = @id", new { id });
        Assert.Equal("https://elsewhere.example/1", await Address());
    }
}
