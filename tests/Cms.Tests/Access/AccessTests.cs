using System.Net;
using System.Net.Http.Headers;
using Cms.Tests.Harness;

namespace Cms.Tests.Access;

public sealed class AccessTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_draft_is_shown_to_a_key_with_the_scope_and_to_nobody_else()
    {
        var id = await host.Add(new Story { Headline = "Not yet", IsPublished = false });

        Assert.Equal("draft", (string?)(await host.GetAsAdmin($"/v1/articles/{id}?view=draft"))["status"]);
        await host.GetProblem($"/v1/articles/{id}", HttpStatusCode.NotFound);
        Assert.Equal("unauthenticated", (string?)(await host.GetProblem($"/v1/articles/{id}?view=draft", HttpStatusCode.Unauthorized))["code"]);
        Assert.Equal("forbidden", await ErrorFor(await KeyWith("ingestions:read"), $"/v1/articles/{id}?view=draft"));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_even_where_none_is_needed()
    {
        Assert.Equal("unauthenticated", await ErrorFor("cms_wrong", "/v1/articles"));
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once()
    {
        var key = await KeyWith("articles:read-drafts");
        Assert.Null(await ErrorFor(key, "/v1/articles?view=draft"));

        await host.Execute("update api_keys set revoked_at = now() where name = @key", new { key });

        Assert.Equal("unauthenticated", await ErrorFor(key, "/v1/articles?view=draft"));
    }

    [Fact]
    public async Task An_expired_key_is_refused()
    {
        var key = await KeyWith("articles:read-drafts");
        await host.Execute("update api_keys set expires_at = now() - interval '1 second' where name = @key", new { key });

        Assert.Equal("unauthenticated", await ErrorFor(key, "/v1/articles?view=draft"));
    }

    [Fact]
    public async Task Authorisation_answers_before_validation()
    {
        await host.GetProblem("/v1/articles?view=draft&limit=-1&nonsense=1", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_a_key_shaped_is_kept_by_nobody()
    {
        using var response = await host.Admin.GetAsync("/v1/articles?view=draft");

        Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task A_key_also_travels_as_X_Api_Key()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/articles?view=draft");
        request.Headers.Add("X-Api-Key", CmsHost.AdminKey);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/articles")]
    [InlineData("/v1/articles?view=draft")]
    [InlineData("/v1/no-such-address")]
    public async Task Two_credentials_are_refused_though_both_are_right(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", CmsHost.AdminKey);
        request.Headers.Add("X-Api-Key", CmsHost.AdminKey);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer realm=\"cms\"", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Only_the_hash_of_a_key_is_stored()
    {
        var rows = await host.Query<string>("select k::text from api_keys k");

        Assert.All(rows, row => Assert.DoesNotContain(CmsHost.AdminKey, row));
    }

    private async Task<string> KeyWith(string scope)
    {
        var key = Cms.Access.KeySecret.Generate();
        await host.Execute(
            "insert into api_keys (id, name, prefix, hash, scopes) values (@Id, @Secret, @Prefix, @Hash, @Scopes)",
            new { Id = Guid.CreateVersion7(), key.Secret, key.Prefix, key.Hash, Scopes = new[] { scope } });
        return key.Secret;
    }

    private async Task<string?> ErrorFor(string key, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        using var response = await host.Client.SendAsync(request);
        return (string?)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"];
    }
}
