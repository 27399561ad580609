using System.Diagnostics;

namespace Cms.Benchmarks.Publishing;

/// <summary>Programs as an installation has them: published once into a temporary folder, when one is first asked for.</summary>
internal static class Published
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"cms-published-{Environment.ProcessId}");
    private static readonly Lazy<string> OfCms = new(() => Given ?? Publish("src", "Cms"));
    private static readonly Lazy<string> OfSlim = new(() => Publish("tests", "Cms.Benchmarks.Slim"));

    /// <summary>A program that was published before, to be measured instead.</summary>
    public static string? Given { get; set; }

    /// <summary>The product.</summary>
    public static string Cms => OfCms.Value;

    /// <summary>The least that such a program is.</summary>
    public static string Slim => OfSlim.Value;

    /// <summary>Throws away what was published.</summary>
    public static void Delete()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static string Publish(string parent, string project)
    {
        var clock = Stopwatch.StartNew();
        var source = Path.Combine(Installation.Root, parent, project);
        var output = Path.Combine(Folder, project);
        if (Refusal(source, output) is { } refusal)
        {
            // The compiler is a package that the machine may be unable to fetch; the rest can be measured without it.
            Console.WriteLine($"{project} is not compiled ahead: {refusal}");
            if (Refusal(source, output, "-p:PublishReadyToRun=false") is { } again)
            {
                throw new InvalidOperationException($"{project} cannot be published: {again}");
            }
        }

        Console.WriteLine($"{project} published in {clock.Elapsed.TotalSeconds:0.0} s");
        return Path.Combine(output, project);
    }

    private static string? Refusal(string source, string output, params string[] more)
    {
        // No build server stays behind: it would take processor time from what is measured.
        string[] arguments =
            ["publish", source, "-c", "Release", "-o", output, "-v", "q", "-clp:NoSummary", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. more];
        using var run = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0 ? null : said.Trim();
    }
}
