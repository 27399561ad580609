using System.Security.Cryptography;
using Cms.Content.Sources;
using Cms.Data;
using Cms.Http.Inputs;

namespace Cms.Ingestion;

/// <summary>A run over one document, inside a write that has begun: wholly stored with it, or not at all.</summary>
internal sealed class DocumentIngester(Settings settings, TimeProvider clock)
{
    /// <summary>No folder has this path, so that no look into a folder misses what was sent.</summary>
    private const string Origin = "upload";

    /// <summary>The run's id; null when there is no such publication.</summary>
    public async Task<Guid?> Ingest(WriteTransaction write, IngestDocumentQuery query, RawBody body, CancellationToken cancellationToken)
    {
        var connection = write.Connection;
        if (await RunStore.Publication(connection, query.Publication, clock.GetUtcNow(), cancellationToken) is not { } publication)
        {
            return null;
        }

        // Read before the others are made to wait: a large page takes its time.
        var document = ReadDocument.Of(FileOf(query.Name, body), body.Bytes.ToArray(), SHA256.HashData(body.Bytes.Span), publication);
        await PublicationLock.Hold(connection, publication.Id, cancellationToken);
        var run = new IngestionRun
        {
            Id = Guid.CreateVersion7(),
            PublicationId = publication.Id,
            Kind = Origin,
            Name = query.Name,
            Origin = Origin,
            Publishes = settings.SeedStatus == "published",
        };
        await RunStore.Begin(connection, run, cancellationToken);
        var known = await SourceStore.Known(connection, publication.Id, [document.File.Key], cancellationToken);
        var batch = BatchOf(document, known.GetValueOrDefault(document.File.Key));
        var outcomes = await BatchCommit.Add(write, run, batch, cancellationToken);
        await RunStore.End(connection, run.Id, "completed", new Tally { Seen = batch.Unchanged, Unchanged = batch.Unchanged }, cancellationToken);
        var outcome = outcomes is [var only] ? only.Outcome : DocumentOutcome.Unchanged;
        write.Audit("ingestion.create", "ingestion", run.Id, $$"""{"outcome":"{{outcome}}"}""");
        return run.Id;
    }

    private SourceFile FileOf(string name, RawBody body) => new()
    {
        Number = 1,
        Name = name,
        Path = name,
        Key = SourceKeys.FromPath(name),
        Form = SourceForm.OfMediaType(body.MediaType),
        Length = body.Bytes.Length,
        ChangedAt = clock.GetUtcNow().UtcDateTime,
    };

    private static SourceBatch BatchOf(ReadDocument document, KnownSource? known)
    {
        var isUnchanged = known is not null && known.ByteHash.AsSpan().SequenceEqual(document.ByteHash);
        return new SourceBatch
        {
            Documents = isUnchanged ? [] : [document],
            Unchanged = isUnchanged ? 1 : 0,
            Recovered = isUnchanged && known!.IsOut ? [document.File.Key] : [],
            Growing = 0,
        };
    }
}
