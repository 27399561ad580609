using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Access;

public sealed class ApiKeyTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_new_key_shows_its_secret_once_and_opens_what_its_scopes_say()
    {
        var made = await Make("Desk", "articles:read-drafts");

        Assert.Equal($"/v1/api-keys/{made.Json["id"]}", made.Header("Location"));
        Assert.StartsWith("\"1-", made.ETag);
        Assert.Equal(200, await StatusFor(Secret(made), "/v1/articles?view=draft"));
        Assert.Equal(403, await StatusFor(Secret(made), "/v1/api-keys"));
        var read = await host.GetAsAdmin(made.Header("Location")!);
        Assert.Equal("Desk", (string?)read["name"]);
        Assert.False(read.AsObject().ContainsKey("secret"));
        Assert.DoesNotContain(Secret(made), (await host.GetAsAdmin("/v1/api-keys")).ToJsonString());
    }

    [Fact]
    public async Task A_key_cannot_give_what_it_does_not_hold()
    {
        using var manager = ClientOf(Secret(await Make("Manager", "keys:manage", "articles:write")));

        var refused = await manager.Post("/v1/api-keys", """{"name":"More","scopes":["articles:write","admin"]}""");
        var granted = await manager.Post("/v1/api-keys", """{"name":"Less","scopes":["articles:write"]}""");

        Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
        Assert.Equal(["/scopes/1 not-in-list"], refused.Errors);
        Assert.Equal(201, granted.Status);
        var admin = await Make("Another admin", "admin");
        var taken = await manager.Post(admin.Header("Location") + "/rotate", null, ("If-Match", admin.ETag));
        Assert.Equal(403, taken.Status);
        var ended = await manager.Send("DELETE", admin.Header("Location")!, null, null, ("If-Match", admin.ETag));
        Assert.Equal((403, "forbidden"), (ended.Status, ended.Code));
        Assert.Equal(200, await StatusFor(Secret(admin), "/v1/api-keys"));
    }

    [Fact]
    public async Task A_key_that_ends_makes_none_that_outlives_it()
    {
        var made = await host.Admin.Post(
            "/v1/api-keys", """{"name":"For a year","scopes":["keys:manage"],"expiresAt":"2099-01-01T00:00:00Z"}""");
        using var manager = ClientOf(Secret(made));

        var forEver = await manager.Post("/v1/api-keys", """{"name":"For ever","scopes":["keys:manage"]}""");
        var longer = await manager.Post("/v1/api-keys", """{"name":"Longer","scopes":["keys:manage"],"expiresAt":"2099-01-01T00:00:01Z"}""");
        var asLong = await manager.Post("/v1/api-keys", """{"name":"As long","scopes":["keys:manage"],"expiresAt":"2099-01-01T00:00:00Z"}""");

        Assert.Equal((403, "/expiresAt out-of-range"), (forEver.Status, forEver.Errors.Single()));
        Assert.Equal(403, longer.Status);
        Assert.Equal(201, asLong.Status);
    }

    [Fact]
    public async Task Both_secrets_of_a_rotated_key_open_until_the_overlap_ends()
    {
        var made = await Make("Rotating", "articles:read-drafts");

        var rotated = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag));

        Assert.Equal(200, rotated.Status);
        Assert.NotEqual(Secret(made), Secret(rotated));
        Assert.Equal(2, (int)rotated.Json["version"]!);
        var overlap = (DateTimeOffset)rotated.Json["formerSecretExpiresAt"]! - DateTimeOffset.UtcNow;
        Assert.InRange(overlap.TotalHours, 23.9, 24.1);
        Assert.Equal(200, await StatusFor(Secret(made), "/v1/articles?view=draft"));
        Assert.Equal(200, await StatusFor(Secret(rotated), "/v1/articles?view=draft"));

        await host.Execute("update api_keys set previous_expires_at = now() - interval '1 second' where name = 'Rotating'");

        Assert.Equal(401, await StatusFor(Secret(made), "/v1/articles?view=draft"));
        Assert.Equal(200, await StatusFor(Secret(rotated), "/v1/articles?view=draft"));
    }

    [Fact]
    public async Task A_rotation_without_overlap_closes_the_former_secret_at_once()
    {
        var made = await Make("Lost", "articles:read-drafts");

        var rotated = await host.Admin.Post(made.Header("Location") + "/rotate", """{"overlapHours":0}""", ("If-Match", made.ETag));
        var tooLong = await host.Admin.Post(made.Header("Location") + "/rotate", """{"overlapHours":721}""", ("If-Match", rotated.ETag));

        Assert.Equal(401, await StatusFor(Secret(made), "/v1/articles?view=draft"));
        Assert.Equal(200, await StatusFor(Secret(rotated), "/v1/articles?view=draft"));
        Assert.Equal(["/overlapHours out-of-range"], tooLong.Errors);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_from_the_answer_on_with_both_secrets()
    {
        var made = await Make("Gone", "articles:read-drafts");
        var rotated = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag));

        var revoked = await host.Admin.Send("DELETE", made.Header("Location")!, null, null, ("If-Match", rotated.ETag));

        Assert.Equal(200, revoked.Status);
        Assert.NotNull(revoked.Json["revokedAt"]);
        Assert.Equal(401, await StatusFor(Secret(made), "/v1/articles?view=draft"));
        Assert.Equal(401, await StatusFor(Secret(rotated), "/v1/articles?view=draft"));
        var again = await host.Admin.Send("DELETE", made.Header("Location")!, null, null, ("If-Match", revoked.ETag));
        Assert.Equal((200, revoked.Text), (again.Status, again.Text));
        var rotatedLate = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", revoked.ETag));
        Assert.Equal((409, "conflict"), (rotatedLate.Status, rotatedLate.Code));
    }

    [Fact]
    public async Task The_key_of_the_setting_is_changed_by_the_setting_only()
    {
        var id = (await host.Query<Guid>("select id from api_keys where is_bootstrap")).Single();

        var revoked = await host.Admin.Send("DELETE", $"/v1/api-keys/{id}", null, null, ("If-Match", "\"1-x\""));

        Assert.Equal((409, "conflict"), (revoked.Status, revoked.Code));
        Assert.Equal(200, await StatusFor(CmsHost.AdminKey, "/v1/api-keys"));
    }

    [Fact]
    public async Task A_walk_through_the_list_meets_every_key_once()
    {
        var made = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            made.Add((string)(await Make($"Walk {index}", "audit:read")).Json["id"]!);
        }

        var met = new List<string>();
        string? cursor = null;
        do
        {
            var page = await host.GetAsAdmin($"/v1/api-keys?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            met.AddRange(page["data"]!.AsArray().Select(key => (string)key!["id"]!));
            cursor = (string?)page["page"]!["nextCursor"];
        }
        while (cursor is not null);

        Assert.Distinct(met);
        Assert.Subset(met.ToHashSet(), made.ToHashSet());
    }

    [Fact]
    public async Task Every_write_has_one_audit_row_and_no_refusal_has_one()
    {
        var made = await Make("Audited", "audit:read");
        var id = (Guid)made.Json["id"]!;
        var rotated = await host.Admin.Post($"/v1/api-keys/{id}/rotate", null, ("If-Match", made.ETag));
        await host.Admin.Post($"/v1/api-keys/{id}/rotate", null, ("If-Match", made.ETag));
        await host.Admin.Post($"/v1/api-keys/{id}/rotate", """{"overlap":1}""", ("If-Match", rotated.ETag));
        var revoked = await host.Admin.Send("DELETE", $"/v1/api-keys/{id}", null, null, ("If-Match", rotated.ETag));

        var rows = await host.Query<string>(
            "select action || ' ' || request_id || ' ' || (caller = (select id::text from api_keys where is_bootstrap)) from audit where resource_id = @id order by id", new { id });

        Assert.Equal(
            [
                $"apiKey.create {made.Header("X-Request-Id")} true", $"apiKey.rotate {rotated.Header("X-Request-Id")} true",
                $"apiKey.revoke {revoked.Header("X-Request-Id")} true",
            ],
            rows);
    }

    [Fact]
    public async Task No_secret_is_in_any_table()
    {
        var made = await host.Admin.Post("/v1/api-keys", """{"name":"Secret","scopes":["audit:read"]}""", ("Idempotency-Key", "secret-1"));
        var secret = Secret(made);

        foreach (var table in new[] { "audit", "events", "api_keys" })
        {
            Assert.All(await host.Query<string>($"select t::text from {table} t"), row => Assert.DoesNotContain(secret, row));
        }

        var kept = await host.Query<string>("select convert_from(body, 'UTF8') from idempotency_keys");
        Assert.Contains(kept, body => body.Contains("\"secret\":null"));
        Assert.All(kept, body => Assert.DoesNotContain(secret, body));
    }

    private async Task<Reply> Make(string name, params string[] scopes)
    {
        var input = new JsonObject { ["name"] = name, ["scopes"] = new JsonArray([.. scopes.Select(scope => JsonValue.Create(scope))]) };
        var made = await host.Admin.Post("/v1/api-keys", input.ToJsonString());
        Assert.True(made.Status == 201, made.Text);
        return made;
    }

    private static string Secret(Reply reply) => (string)reply.Json["secret"]!;

    private HttpClient ClientOf(string secret)
    {
        var client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return client;
    }

    private async Task<int> StatusFor(string secret, string path)
    {
        using var client = ClientOf(secret);
        using var response = await client.GetAsync(path);
        return (int)response.StatusCode;
    }
}
