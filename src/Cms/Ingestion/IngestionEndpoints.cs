using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;
using Cms.Http.Writing;

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
            .AddSingleton<DocumentIngester>()
            .AddHostedService<SeedLoader>();

    public static void MapIngestion(this IEndpointRouteBuilder routes)
    {
        var ingestions = routes.MapGroup("/v1/ingestions").WithTags("Ingestion").RequiresScope(Scopes.IngestionsRead);

        ingestions.Get("/", ListIngestions.Handle).WithName("listIngestions");
        ingestions.Get("/{id:guid}", GetIngestion.Handle).WithName("getIngestion");
        ingestions.Get("/{id:guid}/documents", ListIngestionDocuments.Handle).WithName("listIngestionDocuments");

        var writes = routes.MapGroup("/v1/ingestions").WithTags("Ingestion").RequiresScope(Scopes.IngestionsWrite).TakesWrites();
        writes.Post("/", IngestDocument.Handle).WithName("ingestDocument").RequiresIdempotencyKey().TakesBodyUpTo(Limits.SourceDocumentBytes);
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IngestionReport))]
[JsonSerializable(typeof(IngestionTrial))]
[JsonSerializable(typeof(ListOf<IngestionReport>))]
[JsonSerializable(typeof(ListOf<IngestionDocument>))]
internal sealed partial class IngestionJson : JsonSerializerContext;
