using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Http;
using Cms.Http.OpenApi;

namespace Cms.Health;

/// <summary>The door of the room: is it alive, is it ready, what is it.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        HttpJson.AddShapes(services, HealthJson.Default).AddSingleton<HealthStore>().AddExamples(HealthExamples.All);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("").WithTags("Operations").IsPublic();

        health.Get("/", GetIndex.Handle).WithName("getIndex");
        health.Get("/health/live", GetLive.Handle).WithName("getLive");
        health.Get("/health/ready", GetReady.Handle).WithName("getReady");
        health.Get("/v1/meta", GetMeta.Handle).WithName("getMeta");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ApiIndex))]
[JsonSerializable(typeof(Liveness))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(Meta))]
internal sealed partial class HealthJson : JsonSerializerContext;
