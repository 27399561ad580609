using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class PublicationTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task The_default_publication_is_answered_by_slug_and_by_id_alike()
    {
        var bySlug = await host.Get("/v1/publications/newsroom");
        var byId = await host.Get($"/v1/publications/{bySlug["id"]}");

        Assert.Equal(bySlug.ToJsonString(), byId.ToJsonString());
        Assert.Equal("Newsroom", (string?)bySlug["name"]);
        Assert.Equal("ltr", (string?)bySlug["direction"]);
        Assert.Equal("Africa/Cairo", (string?)bySlug["timeZone"]);
        Assert.Equal("/{slug}", (string?)bySlug["articlePath"]);
        Assert.True((bool)bySlug["isDefault"]!);
        Assert.True(bySlug.AsObject().ContainsKey("siteUrl"));
    }

    [Fact]
    public async Task A_publication_written_from_right_to_left_says_so()
    {
        await host.AddPublication("Arabic edition", language: "ar-EG");

        Assert.Equal("rtl", (string?)(await host.Get("/v1/publications/arabic-edition"))["direction"]);
    }

    [Fact]
    public async Task Only_public_stories_are_counted()
    {
        var publication = await host.AddPublication("Counted");
        await host.Add(new Story { PublicationId = publication });
        await host.Add(new Story { PublicationId = publication });
        var before = await host.Client.GetStringAsync("/v1/publications/counted");
        await host.Add(new Story { PublicationId = publication, IsPublished = false });

        Assert.Equal(2, (long)(await host.Get("/v1/publications/counted"))["articleCount"]!);
        Assert.Equal(before, await host.Client.GetStringAsync("/v1/publications/counted"));
    }

    [Fact]
    public async Task Publications_are_listed_by_name_or_by_their_number_of_stories()
    {
        var large = await host.AddPublication("Zenith");
        await host.AddPublication("Écho");
        await host.AddPublication("Evening");
        await host.Add(new Story { PublicationId = large });
        await host.Add(new Story { PublicationId = large });
        await host.Add(new Story { PublicationId = large });

        var byName = (await host.Walk("/v1/publications", 2)).Texts("name").ToList();
        var byCount = (await host.Walk("/v1/publications?sort=-articleCount", 2)).Texts("name").ToList();

        Assert.Equal(["Écho", "Evening", "Newsroom", "Zenith"], byName.Where(name => name is "Écho" or "Evening" or "Newsroom" or "Zenith"));
        Assert.Equal("Zenith", byCount[0]);
        Assert.Equal(byName.Order(), byCount.Order());
    }

    [Theory]
    [InlineData("no-such-paper")]
    [InlineData("0199a3c2-0000-7000-8000-000000000000")]
    public async Task An_unknown_publication_is_404(string idOrSlug)
    {
        var problem = await host.GetProblem($"/v1/publications/{idOrSlug}", HttpStatusCode.NotFound);

        Assert.Equal("not-found", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("/v1/publications?publication=newsroom")]
    [InlineData("/v1/publications?sort=slug")]
    [InlineData("/v1/publications/newsroom?publication=newsroom")]
    public async Task What_the_address_does_not_take_is_refused(string path) => await host.GetProblem(path, HttpStatusCode.BadRequest);

    [Fact]
    public async Task The_version_leads_the_entity_tag()
    {
        using var response = await host.Client.GetAsync("/v1/publications/newsroom");

        Assert.StartsWith("\"1-", response.Headers.ETag!.Tag);
        Assert.Contains("max-age=30", response.Headers.CacheControl!.ToString());
    }
}
