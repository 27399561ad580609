using Cms.Tests.Harness;

namespace Cms.Tests.Http;

/// <summary>Apart from other quotas: an address that has tried too many wrong keys is not asked for right ones any more.</summary>
public sealed class AddressQuotaTests(RateLimitTests.Limited host) : IClassFixture<RateLimitTests.Limited>
{
    private const int Quota = RateLimitTests.Quota;

    [Fact]
    public async Task Without_a_key_the_address_is_counted_and_wrong_keys_are_counted_too()
    {
        Reply reply;
        var asked = 0;
        do
        {
            reply = await host.Client.Send("GET", "/v1/meta", null, null, ("X-Forwarded-For", $"192.0.2.{asked}"));
            asked++;
        }
        while (reply.Status == 200);

        Assert.Equal((429, Quota + 1), (reply.Status, asked));
        var statuses = new List<int>();
        for (var index = 0; index < Quota + 1; index++)
        {
            statuses.Add((await host.Client.Send("GET", "/v1/meta", null, null, ("X-Api-Key", $"wrong-{index}"))).Status);
        }

        Assert.Equal([.. Enumerable.Repeat(401, Quota), 429], statuses);
        for (var probe = 0; probe < 2 * Quota; probe++)
        {
            Assert.Equal(200, (await host.Client.Send("GET", "/health/live", null, null)).Status);
            Assert.Equal(200, (await host.Client.Send("GET", "/health/ready", null, null, ("X-Api-Key", "wrong"))).Status);
        }
    }
}
