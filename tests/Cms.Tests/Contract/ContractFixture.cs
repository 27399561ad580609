using System.Text.Json.Nodes;
using Cms.Http.OpenApi;

namespace Cms.Tests.Contract;

/// <summary>The contract of the program under test, made without a database.</summary>
public sealed class ContractFixture : IAsyncLifetime
{
    private WebApplication app = null!;

    /// <summary>OpenAPI 3.1.</summary>
    public JsonNode Document { get; private set; } = null!;

    /// <summary>The 3.0 twin.</summary>
    public JsonNode Twin { get; private set; } = null!;

    /// <summary>Every operation of the document.</summary>
    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    /// <summary>Every route of the program that is not kept out of the document.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = [];

    public byte[] Bytes(string name) => OpenApiDocuments.Of(app, OpenApiDocuments.All.Single(form => form.Name == name));

    public ValueTask InitializeAsync()
    {
        app = Program.Build(["--ConnectionStrings:Cms=Host=127.0.0.1;Database=none"]);
        Document = JsonNode.Parse(Bytes("v1"))!;
        Twin = JsonNode.Parse(Bytes("v1-compat"))!;
        Operations =
        [
            .. from path in Document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!, Document),
        ];
        Endpoints =
        [
            .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null),
        ];
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
