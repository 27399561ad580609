using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Health;

/// <summary>The process answers.</summary>
/// <param name="Status">Always `live`.</param>
internal sealed record Liveness(string Status);

/// <summary>Tells that the process answers.</summary>
internal static class GetLive
{
    /// <summary>Is the process alive?</summary>
    /// <remarks>Answers 200 as long as the process can answer at all, whatever the database does. Restart the process when it does not.</remarks>
    public static Ok<Liveness> Handle(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Liveness("live"));
    }
}
