using System.Text;
using Cms.Access;
using Cms.Http.Inputs;
using Cms.Tests.Harness;

namespace Cms.Tests.Http;

public sealed class PatchTests(CmsHost host) : IClassFixture<CmsHost>
{
    private static readonly ApiKeyInput Present = new()
    {
        Name = "Desk",
        Scopes = ["audit:read"],
        ExpiresAt = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public async Task What_is_absent_stays_and_null_clears()
    {
        var patch = await Read("""{"expiresAt":null,"scopes":["admin"]}""");

        var (value, refusal) = patch.Apply(Present);

        Assert.Null(refusal);
        Assert.Equal(("Desk", (DateTimeOffset?)null), (value!.Name, value.ExpiresAt));
        Assert.Equal(["admin"], value.Scopes);
        Assert.True(patch.Names("expiresAt"));
        Assert.False(patch.Names("name"));
    }

    [Theory]
    [InlineData("""{"name":null}""", "/name required")]
    [InlineData("""{"name":""}""", "/name required")]
    [InlineData("""{"name":5}""", "/name type")]
    [InlineData("""{"name":{"a":null}}""", "/name type")]
    [InlineData("""{"scopes":["x"]}""", "/scopes/0 not-in-list")]
    public async Task The_whole_is_held_to_the_rules(string json, string error)
    {
        var (_, refusal) = (await Read(json)).Apply(Present);

        Assert.Equal(error, refusal!.Describe("").Errors!.Select(found => $"{found.Pointer} {found.Code}").Single());
    }

    [Theory]
    [InlineData("""{"name":"a","name":"b"}""", "duplicate")]
    [InlineData("""{"nmae":null}""", "unknown")]
    [InlineData("""{"id":null}""", "read-only")]
    [InlineData("[]", "type")]
    [InlineData("null", "type")]
    [InlineData("{", "malformed")]
    [InlineData("""{"name":"\udc00"}""", "malformed")]
    public async Task What_a_merge_would_lose_is_refused_before_it(string json, string code)
    {
        Assert.Equal(code, (await Read(json)).Refusal!.Describe("").Errors!.Single().Code);
    }

    [Fact]
    public async Task Another_media_type_is_told_the_right_one()
    {
        var patch = await Read("{}", "application/json");

        Assert.Equal(415, patch.Refusal!.StatusCode);
        Assert.Equal("application/merge-patch+json", patch.Refusal.Headers["Accept-Patch"]);
    }

    private async Task<Patch<ApiKeyInput>> Read(string json, string mediaType = "application/merge-patch+json")
    {
        var context = new DefaultHttpContext { RequestServices = host.Services };
        context.Request.Method = "PATCH";
        context.Request.ContentType = mediaType;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return (await Patch<ApiKeyInput>.BindAsync(context))!;
    }
}
