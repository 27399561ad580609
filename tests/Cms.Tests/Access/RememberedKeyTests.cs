using Cms.Data;
using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Access;

/// <summary>A key that was used a moment ago opens without a look into the database, and never longer than it should.</summary>
public sealed class RememberedKeyTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_remembered_key_is_refused_once_it_is_revoked()
    {
        var made = await Make("Revoked");
        using var client = await Used(made);

        var revoked = await host.Admin.Send("DELETE", made.Header("Location")!, null, null, ("If-Match", made.ETag));

        Assert.Equal(200, revoked.Status);
        Assert.Equal(401, await Status(client));
    }

    [Fact]
    public async Task A_remembered_secret_is_refused_once_a_rotation_closed_it()
    {
        var made = await Make("Rotated");
        using var client = await Used(made);

        await host.Admin.Post(made.Header("Location") + "/rotate", """{"overlapHours":0}""", ("If-Match", made.ETag));

        Assert.Equal(401, await Status(client));
    }

    [Fact]
    public async Task A_remembered_key_and_a_former_secret_are_refused_from_their_end_on()
    {
        var ending = await Make("Ending");
        var former = await Make("Former");
        await host.Admin.Post(former.Header("Location") + "/rotate", null, ("If-Match", former.ETag));
        await host.Execute(
            """
            update api_keys set expires_at = now() + interval '2 s' where name = 'Ending';
            update api_keys set previous_expires_at = now() + interval '2 s' where name = 'Former'
            """);
        await host.Services.GetRequiredService<Database>().Watch.CatchUp();
        using var one = await Used(ending);
        using var other = await Used(former);

        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);

        Assert.Equal((401, 401), (await Status(one), await Status(other)));
    }

    [Fact]
    public async Task A_key_that_nobody_changed_is_looked_up_once()
    {
        using var client = await Used(await Make("Remembered"));
        using var statements = new StatementCount(host.DatabaseName);

        // Refused by what is known of the key alone.
        Assert.Equal(403, await Status(client, "/v1/api-keys"));

        Assert.Equal(0, statements.Value);
    }

    private Task<Reply> Make(string name) => host.Admin.Post("/v1/api-keys", $$"""{"name":"{{name}}","scopes":["articles:read-drafts"]}""");

    /// <summary>A client that does not tell the program of changes, and whose key the program has just seen.</summary>
    private async Task<HttpClient> Used(Reply made)
    {
        var client = host.NewDirectClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)made.Json["secret"]!);
        Assert.Equal(200, await Status(client));
        Assert.Equal(200, await Status(client));
        return client;
    }

    private static async Task<int> Status(HttpClient client, string path = "/v1/articles?view=draft") => (await client.Send("GET", path, null, null)).Status;
}
