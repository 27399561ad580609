using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>All that the server reads at its start: settings, who may come in, and a hash of both that a running server can be asked for.</summary>
internal sealed class ServerSettings
{
    private const string FileName = "embedded.conf";
    private const string Include = $"include = '{FileName}'";

    private readonly string _data;
    private readonly string _settings;
    private readonly string _hostBasedAuthentication;
    private readonly string _identities;

    public ServerSettings(EmbeddedPostgresOptions options, IEnumerable<string> systemUsers)
    {
        _data = options.Data;
        // Windows has no peer authentication; there the folder alone is the guard.
        _hostBasedAuthentication = OperatingSystem.IsWindows() ? "local all all trust\n" : "local all all peer map=embedded\n";
        _identities = string.Concat(
            from user in systemUsers.Distinct()
            from role in options.Roles.Prepend(EmbeddedPostgres.Superuser).Distinct()
            select $"embedded \"{user}\" \"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        var lines = string.Concat(Named(options).Select(setting => $"{setting.Key} = '{Quoted(setting.Value)}'\n"));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines + _hostBasedAuthentication + _identities)))[..16];
        _settings = $"# Written anew at every start; changes belong into the program's settings.\n{lines}embedded.settings = '{Hash}'\n";
    }

    public string Hash { get; }

    public async Task WriteAsync(ServerUser user, CancellationToken cancellation)
    {
        await WriteAsync("pg_hba.conf", _hostBasedAuthentication, user, cancellation);
        await WriteAsync("pg_ident.conf", _identities, user, cancellation);
        await WriteAsync(FileName, _settings, user, cancellation);
        var main = Path.Join(_data, "postgresql.conf");
        if (!(await File.ReadAllLinesAsync(main, cancellation)).Contains(Include))
        {
            await File.AppendAllTextAsync(main, $"\n{Include}\n", cancellation);
        }
    }

    private async Task WriteAsync(string name, string text, ServerUser user, CancellationToken cancellation)
    {
        var path = Path.Join(_data, name);
        var isNew = !File.Exists(path);
        if (isNew || await File.ReadAllTextAsync(path, cancellation) != text)
        {
            await File.WriteAllTextAsync(path, text, cancellation);
        }
        if (isNew)
        {
            await FileOwner.GiveAsync(path, user, cancellation);
        }
    }

    /// <summary>
    /// A sixteenth of the memory of this machine or container, within bounds; it is taken only as far as there are pages to keep. A large
    /// archive is searched several times faster from it than from the system's cache, where every page is copied and its checksum proved.
    /// </summary>
    private static long SharedMegabytes() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 16 / 1048576 / 64 * 64, 128, 2048);

    private static string Quoted(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);

    private static Dictionary<string, string> Named(EmbeddedPostgresOptions options)
    {
        var durable = options.Durable ? "on" : "off";
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["listen_addresses"] = "",
            ["port"] = ServerConnection.Port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = SocketDirectory.For(options.Data),
            ["max_connections"] = "100",
            ["shared_buffers"] = $"{SharedMegabytes()}MB",
            ["jit"] = "off",
            ["random_page_cost"] = "1.1",
            ["wal_compression"] = "pglz",
            ["max_wal_size"] = "1GB",
            ["fsync"] = durable,
            ["synchronous_commit"] = durable,
            ["full_page_writes"] = durable,
            ["timezone"] = "UTC",
            ["lc_messages"] = "C",
            ["logging_collector"] = "on",
            ["log_directory"] = "log",
            // A file per weekday, emptied a week later.
            ["log_filename"] = "postgresql-%a.log",
            ["log_rotation_age"] = "1d",
            ["log_rotation_size"] = "0",
            ["log_truncate_on_rotation"] = "on",
            ["log_timezone"] = "UTC",
        };
        if (!OperatingSystem.IsWindows())
        {
            settings["unix_socket_permissions"] = "0700";
        }
        if (OperatingSystem.IsLinux())
        {
            settings["recovery_init_sync_method"] = "syncfs";
        }
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }
        return settings;
    }
}
