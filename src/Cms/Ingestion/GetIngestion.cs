using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Ingestion;

/// <summary>Reads one run.</summary>
internal static class GetIngestion
{
    /// <summary>Read an ingestion</summary>
    /// <remarks>Needs the scope `ingestions:read`. One run over source documents and how many of them came to what.</remarks>
    /// <param name="id">The run's id.</param>
    public static async Task<Results<Answer<IngestionReport>, Missing>> Handle(
        Guid id, IngestionStore ingestions, CancellationToken cancellationToken) =>
        await ingestions.Find(id, cancellationToken) is { } run
            ? new Answer<IngestionReport>(run.ToReport())
            : new Missing("No ingestion has this id.");
}
