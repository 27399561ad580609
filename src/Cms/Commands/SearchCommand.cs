using System.CommandLine;
using System.Globalization;
using Cms.Search;

namespace Cms.Commands;

/// <summary>`cms search rebuild`: makes what searches read anew, while the server serves.</summary>
internal static class SearchCommand
{
    /// <summary>The verb and its own verb.</summary>
    /// <param name="run">Runs work with the settings of the command line.</param>
    public static Command Of(Func<ParseResult, Func<string[], CancellationToken, Task<int>>, CancellationToken, Task<int>> run)
    {
        var rebuild = new Command("rebuild", "Make what searches read anew, while the server serves: after an upgrade that says so.");
        rebuild.SetAction((parsed, token) => run(parsed, Rebuild, token));
        return new Command("search", "What searches read.") { rebuild };
    }

    private static async Task<int> Rebuild(string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(configuration);
        await app.Services.GetRequiredService<Opening>().Open(join: true, cancellationToken);
        var told = -1L;
        var count = await app.Services.GetRequiredService<SearchRebuild>().Run(
            (done, total) =>
            {
                // A line for each percent.
                if (total > 0 && 100 * done / total != told)
                {
                    told = 100 * done / total;
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0} articles"));
                }
            },
            cancellationToken);
        if (count is null)
        {
            await Console.Error.WriteLineAsync("Another rebuild is running.");
            return 1;
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Search was rebuilt from {count:N0} articles."));
        return 0;
    }
}
