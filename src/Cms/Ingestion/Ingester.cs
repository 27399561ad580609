using System.Data;
using System.Threading.Channels;
using Cms.Data;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Runs an ingestion: one side reads the next batch while the other writes this one, each batch in a transaction of its own.</summary>
internal sealed class Ingester(Database database, BatchReader reader, BatchCommit commit, TimeProvider clock)
{
    /// <summary>Documents of a batch at most.</summary>
    public const int BatchSize = 500;

    /// <summary>Bytes of a batch, so that large documents do not fill the memory.</summary>
    private const long BatchBytes = 16 * 1024 * 1024;

    /// <summary>Runs to the end; an interrupted run is continued by the next one.</summary>
    public async Task<Tally> Run(IngestionRequest request, CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        var publication = await RunStore.Publication(connection, reference: null, clock.GetUtcNow(), cancellationToken)
            ?? throw new InvalidOperationException("The installation has no default publication.");
        await using var held = await PublicationLock.Take(
            connection,
            publication.Id,
            () => Console.Out.WriteLine($"Another process is ingesting; {request.Folder.Name} waits for it."),
            cancellationToken);
        var run = new IngestionRun
        {
            Id = Guid.CreateVersion7(),
            PublicationId = publication.Id,
            Kind = "folder",
            Name = request.Folder.Name,
            Origin = request.Folder.Origin,
            Publishes = request.Publishes,
        };
        await RunStore.CloseInterrupted(connection, publication.Id, cancellationToken);
        await RunStore.Begin(connection, run, cancellationToken);
        var state = "failed";
        try
        {
            var tally = await Run(connection, run, request, publication, cancellationToken);
            state = "completed";
            return tally;
        }
        catch (OperationCanceledException)
        {
            state = "interrupted";
            throw;
        }
        finally
        {
            if (state != "completed" && connection.State == ConnectionState.Open)
            {
                await RunStore.End(connection, run.Id, state, new Tally(), CancellationToken.None);
            }
        }
    }

    private async Task<Tally> Run(
        NpgsqlConnection connection,
        IngestionRun run,
        IngestionRequest request,
        IngestionPublication publication,
        CancellationToken cancellationToken)
    {
        var files = request.Folder.Files;
        var progress = new IngestionProgress(run.Name, files.Count, clock);
        var batches = Channel.CreateBounded<SourceBatch>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Read(files, publication, batches.Writer, stop.Token);
        var (counted, uncounted, growing) = (new Tally(), new Tally(), 0);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                uncounted = uncounted.Plus(new Tally { Seen = batch.Unchanged, Unchanged = batch.Unchanged });
                growing += batch.Growing;
                if (batch.Documents.Count > 0 || batch.Recovered.Count > 0)
                {
                    var outcomes = await commit.Write(connection, run, batch, cancellationToken);
                    counted = counted.Plus(Tally.Of(outcomes));
                    foreach (var rejected in outcomes.Where(outcome => outcome.Outcome == DocumentOutcome.Rejected))
                    {
                        request.OnRejected(rejected);
                    }
                }

                progress.Report(counted.Plus(uncounted));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
        counted = counted.Plus(request.Folder.IsWhole ? await Miss(connection, run, files, cancellationToken) : new Tally());
        await RunStore.End(connection, run.Id, "completed", uncounted, cancellationToken);
        var total = counted.Plus(uncounted);
        progress.End(total, growing);
        return total;
    }

    private async Task Read(
        IReadOnlyList<SourceFile> files, IngestionPublication publication, ChannelWriter<SourceBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in Cut(files))
            {
                await batches.WriteAsync(await reader.Read(batch, publication, cancellationToken), cancellationToken);
            }
        }
        finally
        {
            batches.Complete();
        }
    }

    /// <summary>
    /// Cuts by place and size alone, never by what is new: a run that continues an interrupted one cuts alike, and stories that come out together
    /// see the same mastheads.
    /// </summary>
    private static IEnumerable<IReadOnlyList<SourceFile>> Cut(IReadOnlyList<SourceFile> files)
    {
        var batch = new List<SourceFile>();
        var bytes = 0L;
        foreach (var file in files)
        {
            if (batch.Count == BatchSize || (batch.Count > 0 && bytes + file.Length > BatchBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(file);
            bytes += file.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static async Task<Tally> Miss(
        NpgsqlConnection connection, IngestionRun run, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var present = files.Select(file => file.Key).Distinct().ToArray();
        var missing = await SourceStore.MarkMissing(connection, run.PublicationId, run.Origin, present, cancellationToken);
        if (missing.Count == 0)
        {
            return new Tally();
        }

        var outcomes = missing.Select((source, at) => new DocumentOutcome
        {
            Number = files.Count + at + 1,
            File = source.File,
            SourceKey = source.SourceKey,
            Outcome = DocumentOutcome.Missing,
            ArticleId = source.ArticleId,
        }).ToArray();
        await RunStore.Record(connection, run.Id, outcomes, cancellationToken);
        await RunStore.Count(connection, run.Id, Tally.Of(outcomes), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Tally.Of(outcomes);
    }
}
