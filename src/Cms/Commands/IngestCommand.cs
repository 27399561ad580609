using Cms.Ingestion;

namespace Cms.Commands;

/// <summary>`cms ingest &lt;path&gt;`: ingests a file or a folder into the default publication, and stops.</summary>
internal static class IngestCommand
{
    public static async Task<int> Run(string path, string[] configuration, CancellationToken cancellationToken)
    {
        // The caller's folder: the program's own is only its content root.
        var full = Path.GetFullPath(path);
        if (!File.Exists(full) && !Directory.Exists(full))
        {
            await Console.Error.WriteLineAsync($"There is nothing at {full}.");
            return 1;
        }

        await using var app = Program.Build(configuration);
        await app.Services.GetRequiredService<Opening>().Open(join: true, cancellationToken);
        try
        {
            var tally = await app.Services.GetRequiredService<Ingester>().Run(
                new IngestionRequest
                {
                    Folder = SeedFolder.Open(full),
                    Publishes = app.Services.GetRequiredService<Settings>().SeedStatus == "published",
                    OnRejected = outcome => Console.Error.WriteLine(outcome),
                },
                cancellationToken);
            return tally.Rejected == 0 ? 0 : 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
