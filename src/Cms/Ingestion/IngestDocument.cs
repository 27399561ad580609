using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Cms.Data;
using Cms.Http;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Queries;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Ingestion;

/// <summary>What is said of a document that is sent.</summary>
internal sealed record IngestDocumentQuery
{
    /// <summary>
    /// The document's file name, without folders. It identifies the document in its publication: the next version under it changes the same story.
    /// </summary>
    [MaxLength(Limits.FileName), RegularExpression(@"^[^/\\]+$")]
    public required string Name { get; init; }

    /// <summary>The publication that the document belongs to, by slug or id; default: the installation's.</summary>
    [Reference]
    public string? Publication { get; init; }

    /// <summary>`true` tells what would become of the document, and stores nothing.</summary>
    [DefaultValue(false)]
    public bool? DryRun { get; init; }
}

/// <summary>Ingests a document that is sent.</summary>
internal static class IngestDocument
{
    /// <summary>Ingest a document</summary>
    /// <remarks>
    /// Reads one document as a file of a seed folder is read: a page as text, Markdown with front matter, or the HTML page of an article. A new
    /// one becomes a story, a changed one a new revision of its story, at once public where the installation's seeds are. Where
    /// an editor has changed the story meanwhile, the document waits as a pending revision.
    /// A document that cannot be read is answered with 201 too: the run counts it as `rejected`, and its documents tell line and code.
    /// The encoding is told from the bytes. With `dryRun=true` the answer is 200 with the report, and nothing is stored, no retry's answer either.
    /// </remarks>
    public static async Task<Results<Added<IngestionReport>, Rehearsed<IngestionTrial>, InvalidParameters>> Handle(
        [AsParameters] IngestDocumentQuery query,
        [MediaTypes(SourceForm.Text, SourceForm.Markdown, SourceForm.Html)] RawBody document,
        WriteTransaction write,
        DocumentIngester ingester,
        CancellationToken cancellationToken)
    {
        if (await ingester.Ingest(write, query, document, cancellationToken) is not { } runId)
        {
            return new InvalidParameters("publication", ErrorCode.UnknownReference, "No publication has this slug or id.");
        }

        var report = (await IngestionStore.Find(write.Connection, runId, cancellationToken))!.ToReport();
        if (query.DryRun is not true)
        {
            return new Added<IngestionReport>(report, version: null, $"/v1/ingestions/{runId}");
        }

        var documents = await IngestionStore.Documents(write.Connection, runId, outcome: null, after: 0, limit: 1, cancellationToken);
        return new Rehearsed<IngestionTrial>(IngestionTrial.Of(report, documents));
    }
}
