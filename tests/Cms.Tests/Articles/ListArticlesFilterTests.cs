using System.Globalization;
using System.Net;
using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Articles;

/// <summary>Each test has a publication of its own, so that it lists only what it made.</summary>
public sealed class ListArticlesFilterTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task By_publication()
    {
        var publication = await host.AddPublication("Own paper");
        await host.Add(new Story { Headline = "Ours", PublicationId = publication });
        await host.Add(new Story { Headline = "Theirs" });

        Assert.Equal(["Ours"], await Headlines("publication=own-paper"));
        Assert.Equal(["Ours"], await Headlines($"publication={publication}"));
    }

    [Fact]
    public async Task By_section_with_its_sub_sections()
    {
        var publication = await host.AddPublication("Filed");
        var world = await host.AddTo(publication, "sections", "World");
        var africa = await host.AddTo(publication, "sections", "Africa");
        var sport = await host.AddTo(publication, "sections", "Sport");
        await host.Move(africa, below: world);
        await host.Add(new Story { Headline = "In the world", PublicationId = publication, SectionId = world });
        await host.Add(new Story { Headline = "In Africa", PublicationId = publication, SectionId = africa });
        await host.Add(new Story { Headline = "In sport", PublicationId = publication, SectionId = sport });
        await host.Add(new Story { Headline = "Nowhere", PublicationId = publication });

        Assert.Equal(["In Africa", "In the world"], await Headlines("publication=filed&section=world&sort=headline"));
        Assert.Equal(["In Africa"], await Headlines($"section={africa}"));
        Assert.Empty(await Headlines("section=world"));
    }

    [Fact]
    public async Task By_author()
    {
        var publication = await host.AddPublication("Credited");
        var mona = await host.AddTo(publication, "contributors", "Mona Adel");
        var tayea = await host.AddTo(publication, "contributors", "H-Tayea");
        await host.Add(new Story { Headline = "Both", PublicationId = publication, AuthorIds = [tayea, mona] });
        await host.Add(new Story { Headline = "One", PublicationId = publication, AuthorIds = [mona] });
        await host.Add(new Story { Headline = "None", PublicationId = publication });

        Assert.Equal(["Both", "One"], await Headlines("publication=credited&author=mona-adel&sort=headline"));
        Assert.Equal(["Both"], await Headlines($"author={tayea}"));
    }

    [Fact]
    public async Task By_all_of_several_tags_or_by_any()
    {
        var publication = await host.AddPublication("Tagged");
        var iraq = await host.AddTo(publication, "tags", "Iraq");
        var oil = await host.AddTo(publication, "tags", "Oil");
        var embassy = await host.AddTo(publication, "tags", "Embassy");
        await host.Add(new Story { Headline = "All three", PublicationId = publication, TagIds = [iraq, oil, embassy] });
        await host.Add(new Story { Headline = "Iraq only", PublicationId = publication, TagIds = [iraq] });
        await host.Add(new Story { Headline = "Oil only", PublicationId = publication, TagIds = [oil] });

        Assert.Equal(["All three", "Iraq only"], await Headlines("publication=tagged&tag=iraq&sort=headline"));
        Assert.Equal(["All three"], await Headlines("publication=tagged&tag=iraq&tag=oil"));
        Assert.Equal(["All three"], await Headlines($"publication=tagged&tag=iraq&tag={oil}&sort=-updatedAt"));
        Assert.Equal(["All three", "Iraq only"], await Headlines($"publication=tagged&tag=iraq&tag={iraq}&sort=headline"));
        Assert.Equal(["All three", "Oil only"], await Headlines("publication=tagged&tagAny=oil&tagAny=embassy&sort=headline"));
        Assert.Equal(["All three", "Iraq only"], await Headlines("publication=tagged&tag=iraq&tagAny=iraq&tagAny=no-such-tag&sort=headline"));
        Assert.Equal(["All three"], await Headlines("publication=tagged&tag=iraq&tagAny=oil"));
    }

    [Fact]
    public async Task By_language_and_its_regions()
    {
        var publication = await host.AddPublication("Languages");
        await host.Add(new Story { Headline = "ar", Language = "ar", PublicationId = publication });
        await host.Add(new Story { Headline = "ar-EG", Language = "ar-EG", PublicationId = publication });
        await host.Add(new Story { Headline = "arz", Language = "arz", PublicationId = publication });
        await host.Add(new Story { Headline = "en", Language = "en", PublicationId = publication });

        Assert.Equal(["ar", "ar-EG"], await Headlines("publication=languages&language=ar&sort=headline"));
        Assert.Equal(["ar-EG"], await Headlines("publication=languages&language=ar-EG"));
        Assert.Empty(await Headlines("publication=languages&language=fr"));
    }

    [Fact]
    public async Task By_genre()
    {
        var publication = await host.AddPublication("Genres");
        await host.Add(new Story { Headline = "View", Genre = "opinion", PublicationId = publication });
        await host.Add(new Story { Headline = "News", Genre = "news", PublicationId = publication });

        Assert.Equal(["View"], await Headlines("publication=genres&genre=opinion"));
    }

    [Fact]
    public async Task By_date_in_the_zone_of_the_publication()
    {
        var publication = await host.AddPublication("Tokyo times", timeZone: "Asia/Tokyo");
        await host.Add(new Story { Headline = "Before midnight", PublicationId = publication, PublishedAt = Utc("2026-03-01T14:59:59") });
        await host.Add(new Story { Headline = "At midnight", PublicationId = publication, PublishedAt = Utc("2026-03-01T15:00:00") });

        Assert.Equal(["At midnight"], await Headlines("publication=tokyo-times&publishedAfter=2026-03-02"));
        Assert.Equal(["Before midnight"], await Headlines("publication=tokyo-times&publishedBefore=2026-03-02"));
        Assert.Equal(["At midnight"], await Headlines("publication=tokyo-times&publishedAfter=2026-03-01T15:00:00Z"));
        Assert.Equal(["At midnight"], await Headlines("publication=tokyo-times&publishedAfter=2026-03-02T00:00:00%2B09:00"));
        Assert.Equal(["Before midnight"], await Headlines("publication=tokyo-times&publishedAfter=2026-03-01&publishedBefore=2026-03-02"));
    }

    [Fact]
    public async Task By_the_time_of_the_last_change()
    {
        var publication = await host.AddPublication("Changes");
        await host.Add(new Story { Headline = "Old", PublicationId = publication, UpdatedAt = Utc("2026-03-01T21:59:59") });
        await host.Add(new Story { Headline = "New", PublicationId = publication, UpdatedAt = Utc("2026-03-01T22:00:00") });

        Assert.Equal(["New"], await Headlines("publication=changes&updatedAfter=2026-03-02"));
        Assert.Equal(["New", "Old"], await Headlines("publication=changes&updatedAfter=2026-03-01T21:59:59Z&sort=headline"));
    }

    [Fact]
    public async Task By_ids_in_their_order_over_pages()
    {
        var ids = new List<Guid>();
        for (var index = 0; index < 5; index++)
        {
            ids.Add(await host.Add(new Story()));
        }

        var draft = await host.Add(new Story { IsPublished = false });
        Guid[] asked = [ids[3], ids[0], draft, ids[4], Guid.CreateVersion7(), ids[1], ids[2]];

        var walked = (await host.Walk($"/v1/articles?ids={string.Join(',', asked)}", 2)).Texts("id");

        Assert.Equal(new[] { ids[3], ids[0], ids[4], ids[1], ids[2] }.Select(id => id.ToString()), walked);
        var tooMany = string.Join(',', Enumerable.Range(0, 101).Select(_ => Guid.CreateVersion7()));
        await host.GetProblem($"/v1/articles?ids={tooMany}", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("publication=no-such-paper")]
    [InlineData("section=no-such-section")]
    [InlineData("author=no-such-author")]
    [InlineData("tag=no-such-tag")]
    [InlineData("tagAny=no-such-tag")]
    [InlineData("tagAny=no-such-tag&tagAny=nor-this")]
    [InlineData("section=0199a3c2-0000-7000-8000-000000000000")]
    [InlineData("author=0199a3c2-0000-7000-8000-000000000000")]
    [InlineData("tag=0199a3c2-0000-7000-8000-000000000000")]
    public async Task A_reference_to_nothing_gives_an_empty_page(string query)
    {
        await host.Add(new Story());

        var list = await host.Get($"/v1/articles?{query}&count=exact&include=authors,section,publication");

        Assert.Empty(list["data"]!.AsArray());
        Assert.Equal("""{"nextCursor":null,"hasMore":false,"limit":20,"total":{"value":0,"relation":"exact"}}""", list["page"]!.ToJsonString());
        Assert.Equal("""{"contributors":[],"sections":[],"publications":[]}""", list["included"]!.ToJsonString());
    }

    [Fact]
    public async Task A_hidden_reference_is_nothing()
    {
        var section = await host.AddSection("Secret desk", isPublic: false);
        await host.Add(new Story { SectionId = section, IsPublished = false });

        Assert.Empty(await Headlines("section=secret-desk"));
        Assert.Single((await host.GetAsAdmin("/v1/articles?view=draft&section=secret-desk"))["data"]!.AsArray());
    }

    private Task<IReadOnlyList<string?>> Headlines(string query) => host.List($"/v1/articles?{query}", "headline");

    private static DateTime Utc(string time) => DateTime.SpecifyKind(DateTime.Parse(time, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
