using System.Diagnostics;
using System.Net;
using Cms.Tests.Commands;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>P18: a key revoked through one process is refused by another one within a second.</summary>
public sealed class RevocationTests(Cluster cluster)
{
    [Fact]
    public async Task A_key_revoked_through_one_process_is_refused_by_the_other()
    {
        var database = $"ConnectionStrings__Cms={cluster.ConnectionString(await cluster.Clone())}";
        await using var one = await CmsProcess.Serve(null, database, $"Cms__BootstrapKey={CmsHost.AdminKey}").Ready();
        await using var other = await CmsProcess.Serve(null, database, $"Cms__BootstrapKey={CmsHost.AdminKey}").Ready();
        using var admin = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{one.Port}") };
        admin.DefaultRequestHeaders.Authorization = new("Bearer", CmsHost.AdminKey);
        var made = await admin.Post("/v1/api-keys", """{"name":"Short-lived","scopes":["articles:read-drafts"]}""");
        var secret = (string)made.Json["secret"]!;
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/v1/articles?view=draft", secret))!.Value.Status);

        var revoked = await admin.Send("DELETE", made.Header("Location")!, null, null, ("If-Match", made.ETag));
        var since = Stopwatch.StartNew();

        Assert.Equal(200, revoked.Status);
        HttpStatusCode status;
        do
        {
            status = (await other.Get("/v1/articles?view=draft", secret))!.Value.Status;
        }
        while (status != HttpStatusCode.Unauthorized && since.Elapsed < TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await one.Get("/v1/articles?view=draft", secret))!.Value.Status);
    }
}
