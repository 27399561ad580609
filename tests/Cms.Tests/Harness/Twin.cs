using Cms.Data;

namespace Cms.Tests.Harness;

/// <summary>Another process, so to speak, on the database of a host.</summary>
public sealed class Twin : CmsHost
{
    public Twin(Cluster cluster, CmsHost first) : base(cluster) => DatabaseName = first.DatabaseName;

    public override async ValueTask InitializeAsync()
    {
        await Start();
        await Services.GetRequiredService<DatabaseState>().WhenReady(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        await WaitUntil(() => Task.FromResult(Services.GetRequiredService<Database>().Changes.IsTrusted));
    }

    public static async Task<Twin> Of(Cluster cluster, CmsHost first)
    {
        var twin = new Twin(cluster, first);
        await twin.InitializeAsync();
        return twin;
    }
}
