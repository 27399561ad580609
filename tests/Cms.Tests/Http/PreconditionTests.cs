using Cms.Http.Writing;
using Cms.Tests.Harness;

namespace Cms.Tests.Http;

public sealed class PreconditionTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Theory]
    [InlineData(null, 428, "precondition-required")]
    [InlineData("*", 428, "precondition-required")]
    [InlineData("W/\"1-x\"", 428, "precondition-required")]
    [InlineData("\"1-x\", W/\"2-x\"", 428, "precondition-required")]
    [InlineData("1-x", 400, "invalid-parameter")]
    [InlineData("\"1-x", 400, "invalid-parameter")]
    [InlineData("\"7-x\"", 412, "precondition-failed")]
    [InlineData("\"nonsense\"", 412, "precondition-failed")]
    public async Task A_change_needs_the_etag_of_what_it_changes(string? ifMatch, int status, string code)
    {
        var made = await Make();

        var reply = await host.Admin.Post(made.Header("Location") + "/rotate", null, ifMatch is null ? [] : [("If-Match", ifMatch)]);

        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Equal(1, (int)(await host.GetAsAdmin(made.Header("Location")!))["version"]!);
    }

    [Fact]
    public async Task A_stale_change_is_told_the_present_etag()
    {
        var made = await Make();
        await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag));

        var stale = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag));
        using var present = await host.Admin.GetAsync(made.Header("Location"));

        Assert.Equal(412, stale.Status);
        Assert.Equal(present.Headers.ETag?.ToString(), stale.ETag);
        Assert.Equal(200, (await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", stale.ETag))).Status);
    }

    [Fact]
    public async Task Only_the_version_is_compared_and_any_of_several_tags_will_do()
    {
        var made = await Make();

        var reply = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", "\"9-a\", \"1-another-hash\""));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Of_many_writers_with_one_etag_one_wins()
    {
        var made = await Make();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag))));

        Assert.Equal([200, 412, 412, 412, 412, 412, 412, 412], replies.Select(reply => reply.Status).Order());
        Assert.Equal(2, (int)(await host.GetAsAdmin(made.Header("Location")!))["version"]!);
    }

    [Theory]
    [InlineData(null, "*", null, true)]
    [InlineData("\"1-x\"", null, null, false)]
    [InlineData(null, null, "precondition-required", false)]
    [InlineData("\"1-x\"", "*", "invalid-parameter", true)]
    [InlineData(null, "\"1-x\"", "invalid-parameter", false)]
    public async Task A_put_says_whether_it_creates_or_replaces(string? ifMatch, string? ifNoneMatch, string? code, bool creates)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfMatch = ifMatch;
        context.Request.Headers.IfNoneMatch = ifNoneMatch;

        var condition = await PutCondition.BindAsync(context);

        Assert.Equal((code, creates), (condition!.Refusal?.Kind.Code, condition.Creates));
        Assert.Equal(ifMatch is not null, condition.Matches(1));
    }

    private async Task<Reply> Make() => await host.Admin.Post("/v1/api-keys", """{"name":"Guarded","scopes":["audit:read"]}""");
}
