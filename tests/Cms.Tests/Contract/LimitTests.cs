using System.Globalization;
using System.Text;
using Cms.Http;
using Cms.Tests.Articles;
using Cms.Tests.Harness;
using Cms.Tests.Ingestion;

namespace Cms.Tests.Contract;

/// <summary>P12: every limit that `/v1/meta` publishes is taken to its number and not one further.</summary>
public sealed class LimitTests(CmsHost host) : IClassFixture<CmsHost>
{
    /// <summary>By the name of a limit, what shows that it is kept; given the number. A limit that is not here fails the test below.</summary>
    private static readonly Dictionary<string, Func<CmsHost, int, Task>> Proofs = new()
    {
        ["pageSizeDefault"] = async (host, limit) => Assert.Equal(limit, (int)(await host.Get("/v1/articles"))["page"]!["limit"]!),
        ["pageSizeMax"] = (host, limit) => Read(host, count => $"/v1/articles?limit={count}", limit),
        ["queryCharacters"] = (host, limit) => Read(host, count => $"/v1/search?q={Letters(count)}", limit),
        ["referenceCharacters"] = (host, limit) => Read(host, count => $"/v1/articles?section={Letters(count)}", limit),
        ["cursorCharacters"] = async (host, limit) =>
        {
            Assert.Equal("invalid-cursor", (await host.Client.Send("GET", $"/v1/articles?cursor={Letters(limit)}", null, null)).Code);
            Assert.Equal("invalid-parameter", (await host.Client.Send("GET", $"/v1/articles?cursor={Letters(limit + 1)}", null, null)).Code);
        },
        ["ids"] = (host, limit) => Read(host, count => $"/v1/articles?limit=100&ids={Joined(count, _ => Guid.NewGuid().ToString())}", limit),
        ["repeatedParameters"] = (host, limit) => Read(host, count => $"/v1/articles?{string.Join('&', Enumerable.Range(1, count).Select(tag => $"tag=t{tag}"))}", limit),
        ["suggestionsMax"] = (host, limit) => Read(host, count => $"/v1/suggestions?q=a&limit={count}", limit),
        ["jsonDepth"] = async (host, limit) =>
        {
            string Nested(int depth) => $$"""{"deep":{{new string('[', depth - 1)}}{{new string(']', depth - 1)}}}""";
            Assert.Equal(422, (await host.Admin.Post("/v1/articles", Nested(limit))).Status);
            Assert.Equal(400, (await host.Admin.Post("/v1/articles", Nested(limit + 1))).Status);
        },
        ["bodyBytes"] = (host, limit) => Write(host, "/v1/api-keys", bytes => Padded("""{"name":"Large","scopes":["audit:read"]}""", bytes), limit, 413),
        ["articleBytes"] = (host, limit) => Write(host, "/v1/articles", bytes => Padded("""{"headline":"Large"}""", bytes), limit, 413),
        ["bulkOperations"] = async (host, limit) =>
        {
            Assert.Equal(limit, (await host.Bulk("atomic", Many(limit))).Statuses().Count());
            Assert.Equal(422, (await host.Bulk("atomic", Many(limit + 1))).Status);

            static string[] Many(int count) => [.. Enumerable.Repeat(BulkRequests.Create(), count)];
        },
        ["bulkBytes"] = async (host, limit) =>
        {
            Assert.Equal(200, (await Send(limit)).Status);
            Assert.Equal(413, (await Send(limit + 1)).Status);

            Task<Reply> Send(int bytes) => host.Admin.Post(
                "/v1/articles/bulk",
                Padded($$"""{"mode":"atomic","operations":[{{BulkRequests.Create()}}]}""", bytes),
                ("Idempotency-Key", $"bytes-{bytes}"),
                // Waits for the server's word: one that refuses early breaks off the connection of a client that goes on.
                ("Expect", "100-continue"));
        },
        ["nameCharacters"] = (host, limit) => Write(host, "/v1/tags", count => $$"""{"name":"{{Letters(count)}}"}""", limit),
        ["sectionDepth"] = async (host, limit) =>
        {
            var parent = "null";
            for (var depth = 1; depth <= limit; depth++)
            {
                parent = $"\"{(await Section(depth, parent)).Id()}\"";
            }

            Assert.Equal(422, (await Section(limit + 1, parent)).Status);

            Task<Reply> Section(int depth, string above) => host.Admin.Post("/v1/sections", $$"""{"name":"Depth {{depth}}","parent":{{above}}}""");
        },
        ["fileNameCharacters"] = async (host, limit) =>
        {
            Assert.Equal(201, (await Send(limit)).Status);
            Assert.Equal(400, (await Send(limit + 1)).Status);

            Task<Reply> Send(int length) => host.SendDocument(Letters(length - 4) + ".txt", SourceFolder.Page($"A name of {length}"));
        },
        ["feedStories"] = async (host, limit) =>
        {
            Assert.Equal(200, (await host.Client.Send("GET", $"/v1/feeds/articles.rss?limit={limit}", null, null)).Status);
            Assert.Equal(400, (await host.Client.Send("GET", $"/v1/feeds/articles.rss?limit={limit + 1}", null, null)).Status);
        },
        ["sitemapAddresses"] = async (host, limit) =>
        {
            await host.AddMany(await NewPublication(host, "mapped"), limit + 1);
            var month = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            Assert.Equal(limit, await Addresses(host, $"/v1/sitemaps/{month}.xml?publication=mapped"));
            Assert.Equal(1, await Addresses(host, $"/v1/sitemaps/{month}-2.xml?publication=mapped"));
        },
        ["newsSitemapAddresses"] = async (host, limit) =>
        {
            await host.AddMany(await NewPublication(host, "hasty"), limit + 1);
            Assert.Equal(limit, await Addresses(host, "/v1/sitemaps/news.xml?publication=hasty"));
        },
        ["idempotencyKeyCharacters"] = async (host, limit) =>
        {
            Assert.Equal(201, (await host.Admin.Post("/v1/articles", "{}", ("Idempotency-Key", Letters(limit)))).Status);
            Assert.Equal(400, (await host.Admin.Post("/v1/articles", "{}", ("Idempotency-Key", Letters(limit + 1)))).Status);
        },
        ["idempotencyHours"] = async (host, limit) =>
        {
            Assert.Equal("true", (await Repeat(host, "young", minutes: (limit * 60) - 1)).Header("Idempotency-Replayed"));
            Assert.Null((await Repeat(host, "old", minutes: (limit * 60) + 1)).Header("Idempotency-Replayed"));
        },
        ["headlineCharacters"] = (host, limit) => Write(host, "/v1/articles", count => $$"""{"headline":"{{Letters(count)}}"}""", limit),
        ["lineCharacters"] = (host, limit) => Write(host, "/v1/articles", count => $$"""{"deck":"{{Letters(count)}}"}""", limit),
        ["labelCharacters"] = (host, limit) => Write(host, "/v1/articles", count => $$"""{"genre":"{{Letters(count)}}"}""", limit),
        ["articleTags"] = async (host, limit) =>
        {
            for (var tag = 1; tag <= limit + 1; tag++)
            {
                await host.AddTag($"Topic {tag}");
            }

            await Write(host, "/v1/articles", count => $$"""{"tagSlugs":[{{Joined(count, tag => $"\"topic-{tag}\"")}}]}""", limit);
        },
        ["articleAuthors"] = (host, limit) =>
            Write(host, "/v1/articles", count => $$"""{"authors":[{{Joined(count, author => $$"""{"name":"Author {{author}}"}""")}}]}""", limit),
        ["articleBlocks"] = (host, limit) => Write(host, "/v1/articles", count => $$"""{"body":[{{Joined(count, _ => """{"type":"divider"}""")}}]}""", limit),
        ["sourceDocumentBytes"] = async (host, limit) =>
        {
            Assert.Equal((1, 0), await Ingest(host, limit));
            Assert.Equal((0, 1), await Ingest(host, limit + 1));
        },
        ["estimatedCountCap"] = async (host, limit) =>
        {
            await host.AddMany((await host.Query<Guid>("select id from publications where is_default")).Single(), limit + 1);
            var total = (await host.Get("/v1/articles?count=estimated"))["page"]!["total"]!;
            Assert.Equal((limit, "atLeast"), ((int)total["value"]!, (string?)total["relation"]));
        },
        ["searchResults"] = async (host, limit) =>
        {
            await host.AddMany(await NewPublication(host, "another"), limit + 1);
            var (met, cursor) = (0, "");
            do
            {
                var page = await host.Get($"/v1/search?limit=100{cursor}");
                met += page["data"]!.AsArray().Count;
                cursor = (string?)page["page"]!["nextCursor"] is { } next ? $"&cursor={next}" : null;
            }
            while (cursor is not null);

            Assert.Equal(limit, met);
        },
        ["facetValues"] = async (host, limit) =>
        {
            var tags = new List<Guid>();
            for (var tag = 0; tag <= limit; tag++)
            {
                tags.Add(await host.AddTag($"Facet {tag}"));
            }

            await host.Add(new Story { Headline = "Filed under much", TagIds = [.. tags] });
            Assert.Equal(limit, (await host.Get("/v1/search?facet=tag"))["facets"]!["tag"]!.AsArray().Count);
        },
    };

    [Fact]
    public void Every_published_limit_has_its_proof() => Assert.Equal(Limits.Published.Keys.Order(), Proofs.Keys.Order());

    [Fact]
    public async Task The_limits_are_published()
    {
        var published = (await host.Get("/v1/meta"))["limits"]!.AsObject();

        Assert.Equal(Limits.Published, published.ToDictionary(limit => limit.Key, limit => (int)limit.Value!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_limit_is_taken_to_its_number_and_not_one_further(string name) => Proofs[name](host, Limits.Published[name]);

    public static TheoryData<string> Names() => [.. Limits.Published.Keys];

    private static async Task Read(CmsHost host, Func<int, string> path, int limit)
    {
        await host.Get(path(limit));
        await host.GetProblem(path(limit + 1), System.Net.HttpStatusCode.BadRequest);
    }

    private static async Task Write(CmsHost host, string path, Func<int, string> body, int limit, int refusal = 422)
    {
        var taken = await host.Admin.Post(path, body(limit));
        Assert.True(taken.Status == 201, taken.Text);
        Assert.Equal(refusal, (await host.Admin.Post(path, body(limit + 1))).Status);
    }

    private static async Task<Reply> Repeat(CmsHost host, string key, int minutes)
    {
        await host.Admin.Post("/v1/articles", "{}", ("Idempotency-Key", key));
        await host.Execute("update idempotency_keys set created_at = now() - make_interval(mins => @minutes) where key = @key", new { key, minutes });
        return await host.Admin.Post("/v1/articles", "{}", ("Idempotency-Key", key));
    }

    private static async Task<(int Created, int Rejected)> Ingest(CmsHost host, int bytes)
    {
        using var folder = new SourceFolder(host);
        var page = SourceFolder.Page($"A page of {bytes} bytes");
        folder.WriteBytes($"{bytes}.txt", [.. Encoding.ASCII.GetBytes(page), .. Enumerable.Repeat((byte)' ', bytes - page.Length)]);
        var tally = await folder.Ingest();
        return (tally.Created, tally.Rejected);
    }

    private static async Task<Guid> NewPublication(CmsHost host, string slug)
    {
        var id = Guid.CreateVersion7();
        await host.Execute(
            "insert into publications (id, slug, name, language, time_zone) values (@id, @slug, @slug, 'en', 'UTC')", new { id, slug });
        return id;
    }

    private static async Task<int> Addresses(CmsHost host, string path) => (await host.Client.Send("GET", path, null, null)).Text.Split("<loc>").Length - 1;

    private static string Padded(string json, int bytes) => json.PadRight(bytes);

    private static string Letters(int count) => new('a', count);

    private static string Joined(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(1, count).Select(item));
}
