using Cms.Http.RateLimits;
using Cms.Tests.Harness;

namespace Cms.Tests.Http;

public sealed class RateLimitTests(RateLimitTests.Limited host) : IClassFixture<RateLimitTests.Limited>
{
    internal const int Quota = 5;

    [Fact]
    public async Task Each_caller_has_a_quota_and_is_told_what_is_left_of_it()
    {
        using var client = ClientOf(await Key("Reader"));

        for (var left = Quota - 1; left >= 0; left--)
        {
            var granted = await client.Send("GET", "/v1/articles", null, null);
            Assert.Equal(200, granted.Status);
            Assert.Equal($"\"default\";q={Quota};w=3600", granted.Header("RateLimit-Policy"));
            Assert.Matches($"^\"default\";r={left};t=\\d+$", granted.Header("RateLimit"));
        }

        var refused = await client.Send("GET", "/v1/articles", null, null);
        Assert.Equal((429, "too-many-requests"), (refused.Status, refused.Code));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        // Searches and writes are counted apart, and so are other callers.
        Assert.Equal(200, (await client.Send("GET", "/v1/search?q=x", null, null)).Status);
        using var other = ClientOf(await Key("Another reader"));
        Assert.Equal(200, (await other.Send("GET", "/v1/articles", null, null)).Status);
    }

    [Fact]
    public void Many_addresses_do_not_fill_the_memory_and_a_new_window_forgets_them()
    {
        var clock = new Clock { Now = new DateTimeOffset(2026, 1, 1, 0, 0, 1, TimeSpan.Zero) };
        var limiter = new RateLimiter(2, TimeSpan.FromMinutes(1), clock);
        for (var index = 0; index < RateLimiter.OwnCounters; index++)
        {
            limiter.Count($"{index}");
        }

        Assert.Equal(1, limiter.Look("7").Left + 1);
        // Beyond, callers share counters: far fewer than there are of them.
        var late = Enumerable.Range(0, 20_000).Count(index => limiter.Count($"late {index}").IsGranted);
        Assert.InRange(late, 1, 2 * 4096);

        clock.Now = clock.Now.AddMinutes(1);
        Assert.Equal(new Allowance(true, 1, 59), limiter.Count("7"));
    }

    private async Task<string> Key(string name)
    {
        var key = Cms.Access.KeySecret.Generate();
        await host.Execute(
            "insert into api_keys (id, name, prefix, hash, scopes) values (@Id, @name, @Prefix, @Hash, '{audit:read}')",
            new { Id = Guid.CreateVersion7(), name, key.Prefix, key.Hash });
        return key.Secret;
    }

    private HttpClient ClientOf(string secret)
    {
        var client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return client;
    }

    public sealed class Limited(Cluster cluster) : CmsHost(cluster)
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Cms:RateLimit:Requests", $"{Quota}"), new("Cms:RateLimit:WindowSeconds", "3600")];
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
