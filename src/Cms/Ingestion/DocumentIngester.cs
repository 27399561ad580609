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
        var file = FileOf(query.Name, body);
        var batch = Read(file, body.Bytes.ToArray(), await SourceStore.Known(connection, publication.Id, [file.Key], cancellationToken), publication);
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

    private static SourceBatch Read(
        SourceFile file, byte[] raw, IReadOnlyDictionary<string, KnownSource> known, IngestionPublication publication)
    {
        var hash = SHA256.HashData(raw);
        var isKnown = known.TryGetValue(file.Key, out var source) && source.ByteHash.AsSpan().SequenceEqual(hash);
        return new SourceBatch
        {
            Documents = isKnown ? [] : [ReadDocument.Of(file, raw, hash, publication)],
            Unchanged = isKnown ? 1 : 0,
            Recovered = isKnown && source!.IsOut ? [file.Key] : [],
            Growing = 0,
        };
    }
}
