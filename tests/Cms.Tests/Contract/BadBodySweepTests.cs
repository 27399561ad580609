using System.Text;
using System.Text.Json.Nodes;
using Cms.Http.Problems;
using Cms.Tests.Harness;

namespace Cms.Tests.Contract;

/// <summary>P10 for bodies: each operation's own example, spoiled in every way. No 5xx, every refusal a problem, nothing stored that was refused.</summary>
public sealed class BadBodySweepTests(CmsHost host, ContractFixture contract) : IClassFixture<CmsHost>, IClassFixture<ContractFixture>
{
    private static readonly string[] Confusions =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "\"1\"", "[]", "[null]", "[[]]", "{}", "{\"a\":1}",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"2020-02-30T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"",
    ];

    private readonly List<string> wrong = [];
    private int refusals;

    [Fact]
    public async Task What_must_be_refused_is_refused_and_stores_nothing()
    {
        foreach (var (operation, mediaType, example) in contract.Bodies())
        {
            var before = await host.Rows();
            foreach (var body in SpoiledBodies.Of(example))
            {
                await MustRefuse(operation, body, mediaType);
            }

            var sound = Encoding.UTF8.GetBytes(example.ToJsonString());
            foreach (var other in new[] { "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-7", "*/*" })
            {
                await MustRefuse(operation, sound, other);
            }

            Assert.Equal(415, (await Send(operation, sound, mediaType, ("Content-Encoding", "gzip"))).Status);
            foreach (var member in operation.ReadOnlyMembers())
            {
                var reply = await Send(operation, SpoiledBodies.With(example, $"\"{member}\":1"), mediaType);
                if (reply.Status != 422 || !reply.Errors.Contains($"/{member} read-only"))
                {
                    wrong.Add($"{operation.Id} took {member}: {reply.Status} {reply.Text}");
                }
            }

            Assert.Equal(before, await host.Rows());
        }

        Assert.Empty(wrong);
        Assert.True(refusals > 50, $"Only {refusals} bodies were refused.");
    }

    [Fact]
    public async Task No_confusion_of_types_takes_the_service_down_and_nothing_refused_is_stored()
    {
        foreach (var (operation, mediaType, example) in contract.Bodies())
        {
            var refused = new List<byte[]>();
            foreach (var body in Confused(example))
            {
                if ((await Send(operation, body, mediaType)).Status >= 400)
                {
                    refused.Add(body);
                }
            }

            // Once more, now that nothing is stored in between.
            var before = await host.Rows();
            foreach (var body in refused)
            {
                await Send(operation, body, mediaType);
            }

            Assert.Equal(before, await host.Rows());
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<byte[]> Confused(JsonObject example) =>
        from member in example
        let rest = example.Where(other => other.Key != member.Key).Select(other => $"\"{other.Key}\":{other.Value?.ToJsonString() ?? "null"}")
        from confusion in Confusions
        select Encoding.UTF8.GetBytes($"{{{string.Join(',', rest.Append($"\"{member.Key}\":{confusion}"))}}}");

    private async Task MustRefuse(Operation operation, byte[] body, string mediaType)
    {
        var isLeftOut = body.Length == 0 && operation.Node["requestBody"]!["required"] is null;
        var reply = await Send(operation, body, mediaType);
        refusals += reply.Status >= 400 ? 1 : 0;
        if (!isLeftOut && reply.Status is < 400 or 404 or 412 or 428)
        {
            wrong.Add($"{operation.Id} took {mediaType} {Encoding.UTF8.GetString(body)}: {reply.Status}");
        }
    }

    private async Task<Reply> Send(Operation operation, byte[] body, string mediaType, params (string, string)[] headers)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{\w+\}", _ => Guid.NewGuid().ToString());
        var reply = await host.Admin.Send(operation.Method, path, body, mediaType,
            [("If-Match", "\"1-x\""), ("Idempotency-Key", Guid.NewGuid().ToString()), .. headers]);
        var isProblem = reply.MediaType == "application/problem+json" && ProblemKind.All.Any(kind => kind.Code == reply.Code);
        if (reply.Status >= 500 || (reply.Status >= 400 && !isProblem))
        {
            wrong.Add($"{operation.Id} answered {reply.Status} to {Encoding.UTF8.GetString(body)}: {reply.Text}");
        }

        return reply;
    }
}
