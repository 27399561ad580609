using System.Text;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Contract;

/// <summary>P10: who may not enter learns nothing else. Without the scope, whatever is wrong with a request, it is answered 401 or 403, and nothing is stored.</summary>
public sealed class ClosedDoorSweepTests(CmsHost host, ContractFixture contract) : IClassFixture<CmsHost>, IClassFixture<ContractFixture>
{
    private static readonly string[] BadQueries = ["?nonsense=1", "?limit=-1", "?limit=x&limit=y", "?cursor=%00", "?publication=", "?%ff=1", "?" + "a=1&a=2&"];

    private readonly List<string> wrong = [];

    [Theory]
    [InlineData(false, 401)]
    [InlineData(true, 403)]
    public async Task Without_the_scope_nothing_else_is_looked_at(bool hasKey, int status)
    {
        using var caller = hasKey ? await Scopeless() : host.NewClient();
        var before = await host.Rows();
        foreach (var operation in Closed())
        {
            foreach (var query in BadQueries)
            {
                await MustRefuse(caller, operation, status, query, null, null);
            }

            await MustRefuse(caller, operation, status, "", [1, 2, 3], "text/plain");
            await MustRefuse(caller, operation, status, "", new byte[2 * 1024 * 1024], "application/json");
            await MustRefuse(caller, operation, status, "", "{}"u8.ToArray(), "application/json", ("Content-Encoding", "gzip"), ("Idempotency-Key", ""), ("If-Match", "*"));
            foreach (var (_, mediaType, example) in contract.Bodies().Where(body => body.Operation == operation))
            {
                foreach (var body in SpoiledBodies.Of(example).Append(Encoding.UTF8.GetBytes(example.ToJsonString())))
                {
                    await MustRefuse(caller, operation, status, "", body, mediaType);
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await host.Rows());
    }

    /// <summary>Operations that no request without a key may use.</summary>
    private IEnumerable<Operation> Closed() =>
        contract.Operations.Where(operation => operation.Node["security"] is JsonArray { Count: > 0 } security && security.All(way => way!.AsObject().Count > 0));

    private async Task MustRefuse(
        HttpClient caller, Operation operation, int status, string query, byte[]? body, string? mediaType, params (string, string)[] headers)
    {
        var reply = await caller.Send(operation.Method, Path(operation) + query, operation.Method == "GET" ? null : body, mediaType, headers);
        if (reply.Status != status || reply.MediaType != "application/problem+json")
        {
            wrong.Add($"{operation.Id}{query} {mediaType}: {reply.Status} {reply.Text}");
        }
    }

    /// <summary>The path with values that its routes take.</summary>
    private static string Path(Operation operation) => operation.Parameters
        .Where(parameter => (string?)parameter["in"] == "path")
        .Aggregate(operation.Path, (path, parameter) => path.Replace(
            $"{{{parameter["name"]}}}",
            (string?)parameter["schema"]!["type"] == "integer" ? "1" : Guid.NewGuid().ToString(),
            StringComparison.Ordinal));

    private async Task<HttpClient> Scopeless()
    {
        var key = Cms.Access.KeySecret.Generate();
        await host.Execute(
            "insert into api_keys (id, name, prefix, hash, scopes) values (@Id, 'Scopeless', @Prefix, @Hash, '{}')",
            new { Id = Guid.CreateVersion7(), key.Prefix, key.Hash });
        var client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
        return client;
    }
}
