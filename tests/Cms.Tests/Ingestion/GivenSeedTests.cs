using Cms.Ingestion;
using Cms.Tests.Harness;

namespace Cms.Tests.Ingestion;

public sealed class GivenSeedTests(GivenSeedTests.SeededHost host) : IClassFixture<GivenSeedTests.SeededHost>
{
    private const string Slug = "will-u-s-really-plan-to-withdraw-its-embassy-from-iraq";

    [Fact]
    public async Task The_given_page_reads_as_it_is_printed()
    {
        var article = await host.Get($"/v1/articles/{Slug}");

        Assert.Equal("Will U.S. Really Plan to Withdraw Its Embassy from Iraq?", (string?)article["headline"]);
        Assert.Equal("2020-09-28T09:15:00Z", (string?)article["publishedAt"]);
        Assert.Equal("H-Tayea", (string?)article["byline"]);
        Assert.Equal("h-tayea", (string?)article["authors"]!.AsArray().Single()!["slug"]);
        Assert.Equal(390, (int)article["wordCount"]!);
        Assert.Equal(2, (int)article["readingMinutes"]!);
        Assert.Equal(("en", "ltr"), ((string)article["language"]!, (string)article["direction"]!));
        Assert.Equal(12, article["body"]!.AsArray().Count);
        Assert.All(article["body"]!.AsArray(), block => Assert.Equal("paragraph", (string?)block!["type"]));
        Assert.Equal(
            """[{"role":"Supervisor","name":"Elham AbolFateh"},{"role":"Editor in Chief","name":"Mohamed Wadie"}]""",
            article["masthead"]!.ToJsonString());
        Assert.Equal(196, ((string)article["excerpt"]!).Length);
        Assert.Null(article["section"]);
        Assert.Null(article["kicker"]);
        Assert.Null(article["deck"]);
        Assert.Null(article["dateline"]);
        Assert.Empty(article["tags"]!.AsArray());
        Assert.Equal(
            """{"kind":"textPage","key":"da3166f39741e689","file":"000_da3166f39741e689.txt","publishedAtPrinted":"Mon 28 Sep 2020 | 11:15 AM","publishedAtPrecision":"minute","updatedAtPrinted":null,"timeZone":"Africa/Cairo","timeZoneAssumed":true,"warnings":["W_ZONE_ASSUMED"]}""",
            article["source"]!.ToJsonString());
    }

    [Theory]
    [InlineData("html", "bodyHtml", "<p id=\"b1\">On Monday, many reports")]
    [InlineData("markdown", "bodyMarkdown", "On Monday, many reports")]
    [InlineData("text", "bodyText", "On Monday, many reports")]
    public async Task Its_body_comes_in_the_form_that_is_asked_for(string form, string member, string start)
    {
        var article = await host.Get($"/v1/articles/{Slug}?body={form}");

        Assert.StartsWith(start, (string)article[member]!);
        Assert.Empty(article["body"]!.AsArray());
    }

    [Fact]
    public async Task Search_finds_it_with_highlights()
    {
        var hit = (await host.Get("/v1/search?q=embassy%20baghdad"))["data"]![0]!;

        Assert.Equal(Slug, (string?)hit["article"]!["slug"]);
        Assert.Contains("<em>Embassy</em>", (string)hit["highlights"]!["headline"]!);
        Assert.Contains(hit["highlights"]!["body"]!.AsArray(), snippet => ((string)snippet!).Contains("<em>Baghdad</em>"));
    }

    [Theory]
    [InlineData("الصيادون", "صياد")]
    [InlineData("مدرسة", "مدرس")]
    public async Task Arabic_stories_are_found_by_stem(string query, string stem)
    {
        var hits = (await host.Get($"/v1/search?q={Uri.EscapeDataString(query)}"))["data"]!.AsArray();

        Assert.NotEmpty(hits);
        Assert.Contains(hits[0]!["highlights"]!["body"]!.AsArray().Append(hits[0]!["highlights"]!["headline"]), text => ((string?)text ?? "").Contains($"{stem}"));
    }

    [Fact]
    public async Task Every_page_that_ships_is_read_and_only_the_undated_one_is_held()
    {
        var run = (await host.GetAsAdmin("/v1/ingestions"))["data"]!.AsArray().Single()!;
        var seeds = Directory.GetFiles(Path.Combine(Installation.Root, "seeds")).Length;

        Assert.True(seeds > 60);
        Assert.Equal(seeds, (int)run["counts"]!["created"]!);
        Assert.Equal(0, (int)run["counts"]!["rejected"]!);
        Assert.Equal(seeds - 1, (int)(await host.Get("/v1/articles?count=exact"))["page"]!["total"]!["value"]!);
        Assert.Equal("W_NO_DATE", (string?)(await host.GetAsAdmin($"/v1/ingestions/{run["id"]}/documents?outcome=created&limit=100"))["data"]!.AsArray()
            .Single(document => document!["warnings"]!.AsArray().Any(warning => (string?)warning!["code"] == "W_NO_DATE"))!["warnings"]![0]!["code"]);
    }

    [Fact]
    public async Task The_masthead_has_the_history_that_the_pages_print()
    {
        async Task<string> EditorOn(string day) => (string)(await host.Get($"/v1/publications/newsroom/masthead?at={day}"))["data"]!.AsArray()
            .Single(term => (string?)term!["role"] == "Editor in Chief")!["name"]!;

        Assert.Equal("Nermeen Galal", await EditorOn("2019-06-01"));
        Assert.Equal("Mohamed Wadie", await EditorOn("2020-09-28"));
        Assert.Equal("Sherif Tewfik", await EditorOn("2026-01-01"));
        Assert.Equal("[]", (await host.Get("/v1/publications/newsroom/masthead?at=2010-01-01"))["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_run_over_unchanged_pages_writes_its_own_row_only()
    {
        async Task<string> Everything() => string.Join('|', await host.Query<string>(
            """
            select (select md5(string_agg(a::text, '' order by a.id)) from articles a)
                || (select md5(string_agg(r::text, '' order by r.article_id, r.number)) from revisions r)
                || (select md5(string_agg(p::text, '' order by p.article_id)) from published_articles p)
                || (select md5(string_agg(s::text, '' order by s.id)) from source_documents s)
                || (select md5(string_agg(m::text, '' order by m.*)) from masthead_evidence m)
                || (select count(*) from ingestion_documents)
            """));
        var before = await Everything();

        var tally = await host.Services.GetRequiredService<Ingester>().Run(
            new IngestionRequest { Folder = SeedFolder.Open(Path.Combine(Installation.Root, "seeds")), Publishes = true, OnRejected = _ => { } },
            CancellationToken.None);

        Assert.Equal(tally.Seen, tally.Unchanged);
        Assert.Equal(before, await Everything());
        await host.Execute("delete from ingestions where unchanged > 0");
    }

    public sealed class SeededHost(Cluster cluster) : CmsHost(cluster)
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Cms:Seeds", Path.Combine(Installation.Root, "seeds"))];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await WaitUntil(async () => (await Query<string>("select state from ingestions")).Any(state => state == "completed"));
        }
    }
}
