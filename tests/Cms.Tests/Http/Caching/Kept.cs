using Cms.Data;
using Cms.Http.Caching;
using Cms.Tests.Harness;

namespace Cms.Tests.Http.Caching;

/// <summary>Looks at what a host keeps.</summary>
internal static class Kept
{
    public static AnswerStore Store(this CmsHost host) => host.Services.GetRequiredService<AnswerCache>().Store!;

    /// <summary>Whether the next request for the address is answered from memory.</summary>
    public static bool Keeps(this CmsHost host, string address)
    {
        var changes = host.Services.GetRequiredService<Database>().Changes;
        return changes.IsTrusted && host.Store().Find(address)?.Answer is { } answer && answer.IsCurrent(changes, TimeProvider.System);
    }

    /// <summary>Asks until the answer is kept.</summary>
    public static async Task Warm(this CmsHost host, string address)
    {
        using var client = host.NewClient();
        await CmsHost.WaitUntil(async () =>
        {
            await client.Send("GET", address, null, null);
            return host.Keeps(address);
        });
    }

    /// <summary>The story's text as readers get it; null where it is not public.</summary>
    public static async Task<string?> Headline(this HttpClient client, string address)
    {
        var answer = await client.Send("GET", address, null, null);
        Assert.True(answer.Status is 200 or 404, answer.Text);
        return answer.Status == 200 ? (string?)answer.Json["headline"] : null;
    }
}
