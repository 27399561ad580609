using System.Text;
using Cms.Http;
using Cms.Tests.Harness;

namespace Cms.Tests.Http;

public sealed class StrictBodyTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Theory]
    [InlineData("""{"name":"x","scopes":["audit:read"],"nmae":"y"}""", "/nmae unknown")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"a/b~c":1}""", "/a~1b~0c unknown")]
    [InlineData("""{"name":"x","name":"y","scopes":["audit:read"]}""", "/name duplicate")]
    [InlineData("""{"name":"x","n\u0061me":"y","scopes":["audit:read"]}""", "/name duplicate")]
    [InlineData("""{"n\u0061me":"","scopes":["audit:read"]}""", "/name required")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"nmae":"y","nmae":"z"}""", "/nmae unknown", "/nmae duplicate")]
    [InlineData("""{"name":"x","scopes":["audit:read","audit:read"]}""", "/scopes duplicate")]
    [InlineData("""{"name":"x","scopes":[]}""", "/scopes required")]
    [InlineData("""{"name":"x","scopes":["audit:raed"]}""", "/scopes/0 not-in-list")]
    [InlineData("""{"name":"x","scopes":[null]}""", "/scopes/0 type")]
    [InlineData("""{"name":"x","scopes":{}}""", "/scopes type")]
    [InlineData("""{"name":null,"scopes":["audit:read"]}""", "/name type")]
    [InlineData("""{"name":1,"scopes":["audit:read"]}""", "/name type")]
    [InlineData("""{"scopes":["audit:read"]}""", "/name required")]
    [InlineData("""{"name":"","scopes":["audit:read"]}""", "/name required")]
    [InlineData("""{"name":"a\u0000b","scopes":["audit:read"]}""", "/name pattern")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"expiresAt":"2099-01-01"}""", "/expiresAt pattern")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"expiresAt":"2099-01-01T00:00:00"}""", "/expiresAt pattern")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"expiresAt":4070908800}""", "/expiresAt type")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"expiresAt":"2001-01-01T00:00:00Z"}""", "/expiresAt out-of-range")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"id":"0199a3c2-6d10-7c4e-9b28-5a7f3e0d1c92"}""", "/id read-only")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"version":7}""", "/version read-only")]
    [InlineData("""{"name":"x","scopes":["audit:read"],"secret":"mine"}""", "/secret read-only")]
    [InlineData("""{"Name":"x","scopes":["audit:read"]}""", "/Name unknown", "/name required")]
    [InlineData("""{"name":"","scopes":["x"],"extra":1,"id":1}""", "/extra unknown", "/id read-only", "/name required", "/scopes/0 not-in-list")]
    [InlineData("[]", " type")]
    [InlineData("null", " type")]
    [InlineData("\"x\"", " type")]
    public async Task A_body_that_breaks_rules_is_a_422_that_names_them_all_and_stores_nothing(string json, params string[] errors)
    {
        var before = await Count();

        var reply = await host.Admin.Post("/v1/api-keys", json);

        Assert.Equal((422, "unprocessable"), (reply.Status, reply.Code));
        Assert.Equal(errors, reply.Errors);
        Assert.Equal(before, await Count());
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("{", "malformed")]
    [InlineData("""{"name":"x",}""", "malformed")]
    [InlineData("""{"name":"x"} x""", "malformed")]
    [InlineData("""{"name":"x"}{}""", "malformed")]
    [InlineData("""{/* no */"name":"x"}""", "malformed")]
    [InlineData("""{"name":NaN}""", "malformed")]
    [InlineData("""{"name":"\ud800"}""", "malformed")]
    [InlineData("""{"\udc00":1}""", "malformed")]
    [InlineData("\uFEFF{}", "malformed")]
    public async Task A_body_that_cannot_be_read_is_a_400_that_says_where(string json, string code)
    {
        var reply = await host.Admin.Post("/v1/api-keys", json);

        Assert.Equal((400, "bad-request"), (reply.Status, reply.Code));
        Assert.Equal(code, (string?)reply.Json["errors"]![0]!["code"]);
        Assert.NotNull(reply.Json["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_found_at_their_place()
    {
        var reply = await host.Admin.Send("POST", "/v1/api-keys", [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8], "application/json");

        Assert.Equal((400, "9"), (reply.Status, (string?)reply.Json["errors"]![0]!["meta"]!["byte"]));
    }

    [Fact]
    public async Task Nesting_is_taken_to_the_limit_and_no_deeper()
    {
        static string Nested(int depth) => $$"""{"name":"x","scopes":["audit:read"],"deep":{{new string('[', depth - 1)}}{{new string(']', depth - 1)}}}""";

        var atLimit = await host.Admin.Post("/v1/api-keys", Nested(Limits.JsonDepth));
        var beyond = await host.Admin.Post("/v1/api-keys", Nested(Limits.JsonDepth + 1));

        Assert.Equal(["/deep unknown"], atLimit.Errors);
        Assert.Equal((400, "too-deep"), (beyond.Status, (string?)beyond.Json["errors"]![0]!["code"]));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(3_000)]
    public async Task However_much_is_wrong_it_is_told_of_and_no_fault(int members)
    {
        var unknown = string.Join(',', Enumerable.Range(0, members).Select(number => $"\"k{number}\":1"));

        var reply = await host.Admin.Post("/v1/api-keys", $$"""{"name":"x","scopes":["audit:read"],{{unknown}}}""");

        Assert.Equal(422, reply.Status);
        Assert.Equal(100, reply.Errors.Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_is_taken_to_the_limit_and_no_larger(bool isChunked)
    {
        byte[] Sized(int size) => [.. """{"name":"Large","scopes":["audit:read"]}"""u8, .. Enumerable.Repeat((byte)' ', size - 40)];

        async Task<Reply> Post(byte[] body) =>
            await host.Admin.Send("POST", "/v1/api-keys", body, "application/json", isChunked ? [("Transfer-Encoding", "chunked")] : []);

        Assert.Equal(201, (await Post(Sized(Limits.BodyBytes))).Status);
        var beyond = await Post(Sized(Limits.BodyBytes + 1));
        Assert.Equal((413, "payload-too-large"), (beyond.Status, beyond.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=bogus")]
    [InlineData("nonsense")]
    public async Task Another_media_type_is_a_415_that_says_which_is_taken(string? mediaType)
    {
        var reply = await host.Admin.Send("POST", "/v1/api-keys", Encoding.UTF8.GetBytes("""{"name":"x","scopes":["audit:read"]}"""), mediaType);

        Assert.Equal((415, "unsupported-media-type"), (reply.Status, reply.Code));
        Assert.Equal("application/json", reply.Header("Accept-Post"));
    }

    [Fact]
    public async Task Authorisation_answers_before_the_body_is_looked_at()
    {
        Assert.Equal(401, (await host.Client.Post("/v1/api-keys", "{")).Status);
        Assert.Equal(401, (await host.Client.Send("POST", "/v1/api-keys", [1], "text/plain")).Status);
    }

    private async Task<long> Count() => (await host.Query<long>("select (select count(*) from api_keys) + (select count(*) from audit)")).Single();
}
