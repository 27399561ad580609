using System.Security.Cryptography;
using Cms.Content.Text;
using Cms.Data;

namespace Cms.Ingestion;

/// <summary>
/// Reads files on all cores but one, which is left to whoever writes meanwhile: bytes whose hash is known are skipped, the others become stories
/// or refusals.
/// </summary>
internal sealed class BatchReader(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly int Cores = Math.Max(1, Environment.ProcessorCount - 1);
    private static readonly TimeSpan SecondLook = TimeSpan.FromMilliseconds(200);

    public async Task<SourceBatch> Read(IReadOnlyList<SourceFile> files, IngestionPublication publication, CancellationToken cancellationToken)
    {
        if (files.Any(file => clock.GetUtcNow().UtcDateTime - file.ChangedAt < Fresh))
        {
            // Written just now: time for a second look to tell whether it is still being written.
            await Task.Delay(SecondLook, clock, cancellationToken);
        }

        var known = await Known(files, publication, cancellationToken);
        var readings = new FileReading[files.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Cores, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, files.Count, options, (at, _) =>
        {
            readings[at] = Read(files[at], known.GetValueOrDefault(files[at].Key), publication);
            return ValueTask.CompletedTask;
        });
        return new SourceBatch
        {
            Documents = [.. readings.Select(reading => reading.Document).OfType<ReadDocument>()],
            Unchanged = readings.Count(reading => reading is { Document: null, IsGrowing: false }),
            Recovered =
            [
                .. files.Where((file, at) => readings[at] is { Document: null, IsGrowing: false } && known[file.Key].IsOut).Select(file => file.Key),
            ],
            Growing = readings.Count(reading => reading.IsGrowing),
        };
    }

    private async Task<IReadOnlyDictionary<string, KnownSource>> Known(
        IReadOnlyList<SourceFile> files, IngestionPublication publication, CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        return await SourceStore.Known(connection, publication.Id, [.. files.Select(file => file.Key)], cancellationToken);
    }

    private static FileReading Read(SourceFile file, KnownSource? known, IngestionPublication publication)
    {
        if (file.NamesakeOf is { } first)
        {
            return Refused(file, "E_DUPLICATE_KEY", $"Expected a key of its own, found {file.Key}, which {first} has.");
        }

        if (file.Length < 0)
        {
            return Refused(file, "E_IO", "The file cannot be read.");
        }

        if (file.Length == 0)
        {
            // Never opened: a pipe or a device has no length either, and opening one could wait for ever.
            return Refused(file, "E_EMPTY", "Expected a page, found no bytes.");
        }

        if (file.Length > SourceText.MaxBytes)
        {
            return Refused(file, "E_TOO_LARGE", $"Expected at most {SourceText.MaxBytes} bytes, found {file.Length}.");
        }

        byte[] raw;
        try
        {
            // Small and near: to read it at once is quicker than to be called back.
            raw = File.ReadAllBytes(file.Path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // Gone or replaced since the folder was listed: the next run sees what became of it.
            return new FileReading(null, IsGrowing: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(file, "E_IO", exception is UnauthorizedAccessException ? "The file may not be read." : "The file cannot be read.");
        }

        if (raw.Length != file.Length)
        {
            return new FileReading(null, IsGrowing: true);
        }

        var hash = SHA256.HashData(raw);
        if (known is not null && known.ByteHash.AsSpan().SequenceEqual(hash))
        {
            return default;
        }

        return new FileReading(ReadDocument.Of(file, raw, hash, publication), IsGrowing: false);
    }

    private static FileReading Refused(SourceFile file, string code, string detail) =>
        new(ReadDocument.Refused(file, code, detail), IsGrowing: false);

    private readonly record struct FileReading(ReadDocument? Document, bool IsGrowing);
}
