using System.Globalization;
using System.Runtime.InteropServices;
using Cms.EmbeddedPostgres.Installations;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>Makes the data folder ready for a start: a whole new cluster, or the one that is there in the right hands.</summary>
internal sealed class ClusterPreparation(EmbeddedPostgresOptions options, ServerUser user)
{
    private readonly string _data = options.Data;

    private Task _writtenOut = Task.CompletedTask;

    /// <summary>Upper and lower case beyond ASCII in as many installations as possible; sorting stays by code point.</summary>
    private static readonly string[] CharacterTypes = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "C"];

    private string Marker => MarkerOf(_data);

    /// <summary>Whether a new cluster may not be on the disk yet: then it is made again, and nobody stores anything in it.</summary>
    public static bool IsUnfinished(string data) => new FileInfo(MarkerOf(data)) is { Exists: true, Length: 0 };

    /// <summary>The release that made the data; null when there is none.</summary>
    public int? Major()
    {
        var file = Path.Join(_data, "PG_VERSION");
        if (IsUnfinished(_data) || !File.Exists(file))
        {
            return null;
        }
        var text = File.ReadAllText(file).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new EmbeddedPostgresException($"The data folder {_data} was made by PostgreSQL {text}, which is too old.");
    }

    /// <summary>Ends when the server may be started; a new cluster may still be on its way to the disk.</summary>
    public async Task PrepareAsync(PostgresInstallation installation, CancellationToken cancellation)
    {
        if (Major() is null)
        {
            await InitialiseAsync(installation, cancellation);
        }
        else if (user.Name is not null && await FileOwner.OfAsync(_data, cancellation) != user.Name)
        {
            // It could not write to files that are no longer its user's.
            await StopRunningAsync(cancellation);
            await FileOwner.GiveAsync(_data, user, cancellation);
        }
        await SocketDirectory.PrepareAsync(_data, user, cancellation);
    }

    /// <summary>Ends when all of a new cluster is on the disk; whoever starts after that finds it, and before that makes another.</summary>
    public async Task FinishAsync()
    {
        await _writtenOut;
        if (IsUnfinished(_data))
        {
            // A deletion can be undone by a power cut, a mark that was written out cannot.
            await using (var marker = new FileStream(Marker, FileMode.Open, FileAccess.Write))
            {
                marker.Write("done"u8);
                marker.Flush(flushToDisk: true);
            }
        }
        File.Delete(Marker);
    }

    /// <summary>Lies beside the folder until the new cluster is on the disk, so that half a cluster is known as such.</summary>
    private static string MarkerOf(string data) => data + ".init";

    private async Task StopRunningAsync(CancellationToken cancellation)
    {
        if (PostmasterFile.Read(_data) is not { } file || !Postmaster.IsAlive(file.Pid))
        {
            return;
        }
        var isOurs = await WorkingDirectory.IsAsync(file.Pid, _data, cancellation)
            ?? await ServerConnection.AskAsync(_data, cancellation) is not ServerAnswer.Silence;
        if (isOurs)
        {
            await Postmaster.StopAsync(file.Pid, cancellation);
        }
    }

    private async Task InitialiseAsync(PostgresInstallation installation, CancellationToken cancellation)
    {
        options.Report($"Preparing the data folder {_data} for PostgreSQL {installation.Version} …");
        if (IsUnfinished(_data) && Directory.Exists(_data))
        {
            await StopRunningAsync(cancellation);
            Empty();
        }
        if (Directory.Exists(_data) && Directory.EnumerateFileSystemEntries(_data).Any())
        {
            throw new EmbeddedPostgresException($"The folder {_data} is not empty and holds no PostgreSQL data; choose another data folder.");
        }
        await using (var marker = new FileStream(Marker, FileMode.Create))
        {
            marker.Flush(flushToDisk: true);
        }
        Directory.CreateDirectory(_data);
        await FileOwner.GiveAsync(_data, user, cancellation);
        await InitdbAsync(installation, cancellation);
        if (options.Durable)
        {
            _writtenOut = Task.Run(() => SyncAsync(installation, cancellation), cancellation);
        }
        if (!options.Durable || !OperatingSystem.IsLinux())
        {
            // Only Linux writes out while the server starts; elsewhere each file is looked at, of which none may go meanwhile.
            await FinishAsync();
        }
    }

    private async Task InitdbAsync(PostgresInstallation installation, CancellationToken cancellation)
    {
        foreach (var characterType in CharacterTypes)
        {
            var run = await ProgramRun.OfAsync(
                user.Program(
                    installation.Initdb, "-D", _data, "-U", EmbeddedPostgres.Superuser, "-E", "UTF8", "--locale-provider=libc", "--locale=C",
                    "--lc-ctype=" + characterType, "--data-checksums", "--no-sync", "--no-instructions",
                    OperatingSystem.IsWindows() ? "--auth=trust" : "--auth-local=peer", "--auth-host=reject"),
                cancellation);
            if (run.Succeeded)
            {
                return;
            }
            if (!run.Errors.Contains("invalid locale name", StringComparison.Ordinal) || characterType == CharacterTypes[^1])
            {
                throw new EmbeddedPostgresException($"The data folder {_data} could not be prepared: {FirstFailure(run)}");
            }
        }
    }

    /// <summary>The line that matters among all that initdb and its server say.</summary>
    private static string FirstFailure(ProgramRun run)
    {
        foreach (var line in run.Errors.Split('\n'))
        {
            foreach (var mark in (string[])["FATAL:", "PANIC:", "error:"])
            {
                if (line.IndexOf(mark, StringComparison.Ordinal) is var start and >= 0)
                {
                    return line[(start + mark.Length)..].Trim();
                }
            }
        }
        return run.Complaint;
    }

    /// <summary>Keeps the folder itself, which may be a mount point.</summary>
    private void Empty()
    {
        foreach (var entry in new DirectoryInfo(_data).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    private async Task SyncAsync(PostgresInstallation installation, CancellationToken cancellation)
    {
        if (OperatingSystem.IsLinux())
        {
            using var file = File.OpenHandle(Path.Join(_data, "PG_VERSION"));
            if (SyncFileSystem(file) == 0)
            {
                return;
            }
        }
        var run = await ProgramRun.OfAsync(user.Program(installation.Initdb, "-D", _data, "--sync-only"), cancellation);
        if (!run.Succeeded)
        {
            throw new EmbeddedPostgresException($"The data folder {_data} could not be written to disk: {run.Complaint}");
        }
    }

    [DllImport("libc", EntryPoint = "syncfs")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncFileSystem(SafeHandle file);
}
