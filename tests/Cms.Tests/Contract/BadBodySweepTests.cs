using System.Text;
using System.Text.Json.Nodes;
using Cms.Http.Problems;
using Cms.Tests.Harness;

namespace Cms.Tests.Contract;

/// <summary>P10 for bodies: each operation's own example, spoiled in every way. No 5xx, every refusal a problem, nothing stored that was refused.</summary>
public sealed class BadBodySweepTests(CmsHost host, ContractFixture contract) : IClassFixture<CmsHost>, IClassFixture<ContractFixture>
{
    private const string RowCount =
        """
        select sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', tablename), false, true, '')))[1]::text::bigint)::bigint
        from pg_tables
        where schemaname = 'public'
          -- The memory of the watch over changes is swept while the test runs.
          and tablename not in ('public_changes', 'watching_processes')
        """;

    private static readonly string[] Confusions =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "\"1\"", "[]", "[null]", "[[]]", "{}", "{\"a\":1}",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"2020-02-30T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"",
    ];

    private static readonly string[] MassAssignment =
        ["id", "version", "revision", "status", "createdAt", "updatedAt", "deletedAt", "hash", "isBootstrap", "__proto__", "constructor", "$type", "$id", "$ref", ""];

    private readonly List<string> wrong = [];
    private int refusals;

    [Fact]
    public async Task What_must_be_refused_is_refused_and_stores_nothing()
    {
        foreach (var (operation, mediaType, example) in Examples())
        {
            var before = await Rows();
            foreach (var body in Spoiled(example))
            {
                await MustRefuse(operation, body, mediaType);
            }

            var sound = Encoding.UTF8.GetBytes(example.ToJsonString());
            foreach (var other in new[] { "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-7", "*/*" })
            {
                await MustRefuse(operation, sound, other);
            }

            Assert.Equal(before, await Rows());
        }

        Assert.Empty(wrong);
        Assert.True(refusals > 50, $"Only {refusals} bodies were refused.");
    }

    [Fact]
    public async Task No_confusion_of_types_takes_the_service_down_and_nothing_refused_is_stored()
    {
        foreach (var (operation, mediaType, example) in Examples())
        {
            foreach (var member in example.Select(member => member.Key).ToList())
            {
                foreach (var confusion in Confusions)
                {
                    var before = await Rows();
                    var rest = example.Where(other => other.Key != member).Select(other => $"\"{other.Key}\":{other.Value?.ToJsonString() ?? "null"}");
                    var body = $"{{{string.Join(',', rest.Append($"\"{member}\":{confusion}"))}}}";
                    var reply = await Send(operation, Encoding.UTF8.GetBytes(body), mediaType);
                    if (reply.Status >= 400 && await Rows() != before)
                    {
                        wrong.Add($"{operation.Id} stored {body}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    private IEnumerable<(Operation Operation, string MediaType, JsonObject Example)> Examples() =>
        from operation in contract.Operations
        from content in operation.Node["requestBody"]?["content"]?.AsObject() ?? []
        where content.Key.EndsWith("json", StringComparison.Ordinal)
        from example in content.Value!["examples"]!.AsObject()
        select (operation, content.Key, operation.Look(example.Value!)["value"]!.AsObject());

    private static IEnumerable<byte[]> Spoiled(JsonObject example)
    {
        var sound = example.ToJsonString();
        string With(string member) => $"{sound[..^1]}{(example.Count > 0 ? "," : "")}{member}}}";
        var texts = MassAssignment.Where(name => !example.ContainsKey(name)).Select(name => With($"\"{name}\":1"))
            .Concat(example.Select(member => With($"\"{member.Key}\":{member.Value?.ToJsonString() ?? "null"}")))
            .Concat(["", " ", "[]", "null", "1", "\"x\"", sound + "x", sound + sound, sound[..^1], $"[{sound}]"])
            .Append(With("\"a\\ud800\":1"))
            .Append(With($"\"deep\":{new string('[', 40)}{new string(']', 40)}"))
            .Select(Encoding.UTF8.GetBytes);
        return texts
            .Append([.. Encoding.UTF8.GetBytes(sound), 0xFF])
            .Append([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(sound)])
            .Append(Encoding.Unicode.GetBytes(sound));
    }

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

    private async Task<Reply> Send(Operation operation, byte[] body, string mediaType)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{\w+\}", _ => Guid.NewGuid().ToString());
        var reply = await host.Admin.Send(operation.Method, path, body, mediaType, ("If-Match", "\"1-x\""), ("Idempotency-Key", Guid.NewGuid().ToString()));
        var isProblem = reply.MediaType == "application/problem+json" && ProblemKind.All.Any(kind => kind.Code == reply.Code);
        if (reply.Status >= 500 || (reply.Status >= 400 && !isProblem))
        {
            wrong.Add($"{operation.Id} answered {reply.Status} to {Encoding.UTF8.GetString(body)}: {reply.Text}");
        }

        return reply;
    }

    private async Task<long> Rows() => (await host.Query<long>(RowCount)).Single();
}
