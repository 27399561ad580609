using Cms.Http.OpenApi;

namespace Cms.Health;

/// <summary>What the OpenAPI document shows of the room.</summary>
internal static class HealthExamples
{
    /// <summary>Every example of the room.</summary>
    public static readonly Example[] All =
    [
        new(typeof(ApiIndex), "index", "Where everything is", GetIndex.Answered),
        new(typeof(Liveness), "live", "The process answers", new Liveness("live")),
        new(typeof(Readiness), "ready", "Every check passed", new Readiness("ready", new Dictionary<string, string>
        {
            ["database"] = HealthStore.Fine,
            ["lifetime"] = HealthStore.Fine,
            ["reader"] = "role",
            ["durability"] = HealthStore.Fine,
        })),
        new(typeof(Meta), "meta", "This version of the program", GetMeta.Answered),
    ];
}
