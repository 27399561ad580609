using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;

namespace Cms.Ingestion;

/// <summary>The door of the room.</summary>
internal static class IngestionEndpoints
{
    public static IServiceCollection AddIngestion(this IServiceCollection services) =>
        HttpJson.AddShapes(services, IngestionJson.Default)
            .AddExamples(IngestionExamples.All)
            .AddSingleton<IngestionStore>()
            .AddSingleton<BatchReader>()
            .AddSingleton<BatchCommit>()
            .AddSingleton<Ingester>()
            .AddHostedService<SeedLoader>();

    public static void MapIngestion(this IEndpointRouteBuilder routes)
    {
        var ingestions = routes.MapGroup("/v1/ingestions").WithTags("Ingestion").RequiresScope(Scopes.IngestionsRead);

        ingestions.MapGet("/", ListIngestions.Handle).WithName("listIngestions");
        ingestions.MapGet("/{id:guid}", GetIngestion.Handle).WithName("getIngestion");
        ingestions.MapGet("/{id:guid}/documents", ListIngestionDocuments.Handle).WithName("listIngestionDocuments");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IngestionReport))]
[JsonSerializable(typeof(ListOf<IngestionReport>))]
[JsonSerializable(typeof(ListOf<IngestionDocument>))]
internal sealed partial class IngestionJson : JsonSerializerContext;
