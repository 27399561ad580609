using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Health;

/// <summary>Every check passed.</summary>
/// <param name="Status">Always `ready`.</param>
/// <param name="Checks">Each check and what it saw.</param>
internal sealed record Readiness(string Status, IReadOnlyDictionary<string, string> Checks);

/// <summary>Tells whether requests can be served.</summary>
internal static class GetReady
{
    /// <summary>Can it serve requests?</summary>
    /// <remarks>
    /// Asks the database for one constant. Answers 503 with the reason under `checks` while starting, stopping, or without a database.
    /// </remarks>
    public static async Task<Results<Ok<Readiness>, Unavailable>> Handle(
        HttpResponse response, HealthStore health, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var checks = await health.Check(lifetime.ApplicationStopping.IsCancellationRequested, cancellationToken);
        response.Headers.CacheControl = "no-store";
        return checks["database"] == HealthStore.Fine && checks["lifetime"] == HealthStore.Fine
            ? TypedResults.Ok(new Readiness("ready", checks))
            : new Unavailable("Not ready: see checks.", checks);
    }
}
