using Cms.Tests.Harness;

namespace Cms.Tests.Http;

/// <summary>Pages of configured origins may write; what differs by origin says so, and what does not differ stays one copy for all.</summary>
public sealed class CorsTests(CorsTests.Trusting host) : IClassFixture<CorsTests.Trusting>
{
    private const string Trusted = "https://desk.example.org";
    private const string Stranger = "https://elsewhere.example.org";

    [Theory]
    [InlineData(Trusted, Trusted, "GET, HEAD, POST, PUT, PATCH, DELETE", "Origin")]
    [InlineData("HTTPS://DESK.EXAMPLE.ORG", "HTTPS://DESK.EXAMPLE.ORG", "GET, HEAD, POST, PUT, PATCH, DELETE", "Origin")]
    [InlineData(Stranger, "*", "GET, HEAD", null)]
    [InlineData("null", "*", "GET, HEAD", null)]
    public async Task A_preflight_tells_each_origin_what_it_may_do(string origin, string allowed, string methods, string? vary)
    {
        var reply = await host.Client.Send("OPTIONS", "/v1/articles", null, null, ("Origin", origin), ("Access-Control-Request-Method", "POST"));

        Assert.Equal(204, reply.Status);
        Assert.Equal((allowed, methods), (reply.Header("Access-Control-Allow-Origin"), reply.Header("Access-Control-Allow-Methods")));
        Assert.Equal(vary, reply.Header("Vary"));
        Assert.Equal(vary is not null, reply.Header("Access-Control-Allow-Headers")!.Contains("Authorization", StringComparison.Ordinal));
        Assert.Null(reply.Header("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_write_is_shown_to_a_configured_origin_only_and_errors_are_too()
    {
        var trusted = await host.Admin.Post("/v1/articles", "{}", ("Origin", Trusted));
        var stranger = await host.Admin.Post("/v1/articles", "{}", ("Origin", Stranger));
        var refused = await host.Admin.Post("/v1/articles", "{", ("Origin", Trusted));

        Assert.Equal((201, Trusted), (trusted.Status, trusted.Header("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", trusted.Header("Vary"));
        Assert.Null(stranger.Header("Access-Control-Allow-Origin"));
        Assert.Equal((400, Trusted), (refused.Status, refused.Header("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_public_read_is_the_same_for_every_origin()
    {
        var replies = new[]
        {
            await host.Client.Send("GET", "/v1/articles", null, null), await host.Client.Send("GET", "/v1/articles", null, null, ("Origin", Trusted)),
            await host.Client.Send("GET", "/v1/articles", null, null, ("Origin", Stranger)),
        };

        Assert.All(replies, reply => Assert.Equal("*", reply.Header("Access-Control-Allow-Origin")));
        Assert.All(replies, reply => Assert.DoesNotContain("Origin", reply.Header("Vary") ?? ""));
        Assert.All(replies, reply => Assert.DoesNotContain("Authorization", reply.Header("Vary") ?? ""));
    }

    public sealed class Trusting(Cluster cluster) : CmsHost(cluster)
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Cms:CorsOrigins", $"{Trusted}, https://other.example.org")];
    }
}
