using System.IO.Compression;
using Cms.Tests.Articles;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Http.Caching;

public sealed class AnswerCacheTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>
{
    private static readonly string[] OfTheRequest = ["Date", "X-Request-Id", "Server-Timing"];

    [Theory]
    [InlineData("/v1/articles/a-kept-story")]
    [InlineData("/v1/articles?limit=1")]
    [InlineData("/v1/search?q=story")]
    [InlineData("/v1/publications")]
    [InlineData("/v1/publications/newsroom/masthead")]
    [InlineData("/v1/meta")]
    public async Task A_kept_answer_has_the_bytes_and_the_headers_of_the_first(string address)
    {
        await AddStory("A kept story");
        var first = await Read("GET", address);
        Assert.Equal(200, first.Status);
        await host.Warm(address);

        foreach (var method in new[] { "GET", "HEAD" })
        {
            var kept = await Read(method, address);
            Assert.Equal(first.Headers, kept.Headers);
            Assert.Equal(method == "GET" ? first.Body : [], kept.Body);
        }

        var tag = first.Headers.Single(header => header.StartsWith("ETag", StringComparison.Ordinal))["ETag: ".Length..];
        var known = await Read("GET", address, ("If-None-Match", tag));
        using var forgetful = Forgetful();
        var knownAtFirst = await Read("GET", address, forgetful, ("If-None-Match", tag));
        Assert.Equal((304, 304), (known.Status, knownAtFirst.Status));
        Assert.Equal(knownAtFirst.Headers, known.Headers);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip;q=1, br;q=0", "gzip")]
    [InlineData("GZIP ; q=0.5, br;q=0.1", "gzip")]
    public async Task A_kept_answer_goes_out_compressed_under_an_etag_of_its_own(string accepted, string coding)
    {
        var address = $"/v1/articles/{await AddStory("A long story")}";
        await host.Warm(address);
        var plain = await Read("GET", address);
        var compressed = plain;
        await CmsHost.WaitUntil(async () => (compressed = await Read("GET", address, ("Accept-Encoding", accepted))).Has("Content-Encoding"));

        Assert.Equal(coding, compressed.Header("Content-Encoding"));
        Assert.Equal("Accept-Encoding", compressed.Header("Vary"));
        Assert.Equal($"{plain.Header("ETag")!.TrimEnd('"')}-{coding}\"", compressed.Header("ETag"));
        Assert.True(compressed.Body.Length < plain.Body.Length);
        Assert.Equal(plain.Body, Unpack(compressed.Body, coding));
        // Whoever has it is told so, also by a process that has not made it.
        var known = await Read("GET", address, ("If-None-Match", $"\"x\", W/{compressed.Header("ETag")}"), ("Accept-Encoding", accepted));
        using var forgetful = Forgetful();
        var knownElsewhere = await Read("GET", address, forgetful, ("If-None-Match", compressed.Header("ETag")!));
        Assert.Equal((304, compressed.Header("ETag")), (known.Status, known.Header("ETag")));
        Assert.Equal((304, compressed.Header("ETag")), (knownElsewhere.Status, knownElsewhere.Header("ETag")));
    }

    [Fact]
    public async Task What_a_key_reads_is_neither_kept_nor_answered_from_what_is_kept()
    {
        var draft = (await host.Write()).Id();
        var address = $"/v1/articles/{await AddStory("Read by all")}";
        await host.Warm(address);

        var keyed = await host.Admin.Send("GET", address, null, null);
        var other = await host.Admin.Send("GET", "/v1/articles?limit=7", null, null);
        await host.Admin.Send("GET", $"/v1/articles/{draft}?view=draft", null, null);

        Assert.Equal("no-store, private", keyed.Headers.CacheControl?.ToString());
        Assert.Null(keyed.Header("Surrogate-Key"));
        Assert.Equal(200, other.Status);
        Assert.False(host.Keeps("/v1/articles?limit=7"));
        Assert.False(host.Keeps($"/v1/articles/{draft}?view=draft"));
        Assert.Equal(401, (await host.Client.Send("GET", $"/v1/articles/{draft}?view=draft", null, null)).Status);
        Assert.Equal(401, (await host.Client.Send("GET", address, null, null, ("X-Api-Key", "wrong"))).Status);
    }

    [Theory]
    [InlineData("/v1/articles/no-such-story", 404)]
    [InlineData("/v1/articles?limit=0", 400)]
    [InlineData("/v1/articles?view=draft", 401)]
    [InlineData("/health/live", 200)]
    public async Task What_is_not_a_public_200_of_the_api_is_not_kept(string address, int status)
    {
        Assert.Equal(status, (await host.Client.Send("GET", address, null, null)).Status);
        Assert.Equal(status, (await host.Client.Send("GET", address, null, null)).Status);
        Assert.False(host.Keeps(address));
    }

    [Fact]
    public async Task A_request_that_would_be_refused_is_refused_although_the_answer_is_kept()
    {
        var address = $"/v1/articles/{await AddStory("Kept but refused")}";
        await host.Warm(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Content = new ByteArrayContent([1]) };
        request.Content.Headers.ContentEncoding.Add("gzip");

        using var refused = await host.Client.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Fact]
    public async Task A_story_names_all_that_it_shows_and_a_list_what_it_is_filtered_by()
    {
        var (section, tag, author) = (await host.AddSection("World"), await host.AddTag("Harbour"), await host.AddContributor("Mona Said"));
        var id = await host.Add(new Story { Headline = "With keys", Slug = "with-keys", SectionId = section, TagIds = [tag], AuthorIds = [author] });
        var publication = (await host.Query<Guid>("select id from publications")).Single();

        var story = await host.Client.Send("GET", "/v1/articles/with-keys", null, null);
        var list = await host.Client.Send("GET", "/v1/articles?tag=harbour", null, null);

        Assert.Equal(
            new[] { id, publication, section, tag, author }.Select(key => key.ToString()).Order(),
            story.Header("Surrogate-Key")!.Split(' ').Order());
        Assert.Equal(
            new[] { id, publication, tag }.Select(key => key.ToString()).Append("collections").Order(),
            list.Header("Surrogate-Key")!.Split(' ').Order());
    }

    [Fact]
    public async Task An_unchanged_list_answers_without_asking_the_database()
    {
        await AddStory("In a list");
        const string address = "/v1/articles?limit=3";
        await host.Warm(address);
        using var client = host.NewDirectClient();
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName) + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("lock table published_articles in access exclusive mode", connection, transaction))
        {
            await command.ExecuteNonQueryAsync();
        }

        var list = await client.Send("GET", address, null, null);
        var unchanged = await client.Send("GET", address, null, null, ("If-None-Match", list.ETag));

        Assert.Equal((200, 304), (list.Status, unchanged.Status));
    }

    private async Task<string> AddStory(string headline)
    {
        var slug = Cms.Content.Text.Slugs.From(headline);
        var isThere = (await host.Query<bool>("select exists (select from slugs where slug = @slug)", new { slug })).Single();
        if (!isThere)
        {
            var text = string.Join(' ', Enumerable.Repeat("The harbour opens again on Monday.", 100));
            await host.Add(new Story { Headline = headline, Slug = slug, Paragraphs = [text] });
        }

        return slug;
    }

    /// <summary>A client of a process that has just forgotten all that it kept.</summary>
    private HttpClient Forgetful()
    {
        host.Services.GetRequiredService<Cms.Data.Database>().Changes.Forget();
        return host.NewDirectClient();
    }

    private async Task<Bytes> Read(string method, string address, params (string Name, string Value)[] headers)
    {
        using var client = host.NewDirectClient();
        return await Read(method, address, client, headers);
    }

    private static async Task<Bytes> Read(string method, string address, HttpClient client, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var lines = response.Headers.Concat(response.Content.Headers)
            .Where(header => !OfTheRequest.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        return new Bytes((int)response.StatusCode, lines, await response.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Unpack(byte[] body, string coding)
    {
        using var packed = new MemoryStream(body);
        using Stream stream = coding == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    private sealed record Bytes(int Status, IReadOnlyList<string> Headers, byte[] Body)
    {
        public bool Has(string name) => Header(name) is not null;

        public string? Header(string name) =>
            Headers.SingleOrDefault(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))?[(name.Length + 2)..];
    }
}
