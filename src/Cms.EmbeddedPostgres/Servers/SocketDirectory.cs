using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>Where the server's only door, its unix socket, lies: in the data folder, which is closed to all but its owner.</summary>
internal static class SocketDirectory
{
    /// <summary>A socket's whole path holds 107 bytes, of which the file name and a reserve take 17.</summary>
    public const int LongestPath = 90;

    /// <summary>What PostgreSQL's or the driver's list of hosts would not take as part of a name.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(",:;'\"\\");

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The same for every process and user, so that others find the server of a data folder.</summary>
    public static string For(string data)
    {
        if (OperatingSystem.IsWindows() || (Encoding.UTF8.GetByteCount(data) <= LongestPath && !data.AsSpan().ContainsAny(Special)))
        {
            return data;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..16];
        return $"/tmp/embedded-postgres-{hash}";
    }

    public static async Task PrepareAsync(string data, ServerUser user, CancellationToken cancellation)
    {
        var folder = For(data);
        if (OperatingSystem.IsWindows() || folder == data)
        {
            return;
        }
        Directory.CreateDirectory(folder, OwnerOnly);
        var owner = await FileOwner.OfAsync(folder, cancellation);
        if (new DirectoryInfo(folder).LinkTarget is not null || (owner != Environment.UserName && owner != user.Name))
        {
            // The name can be guessed and /tmp is everybody's.
            throw new EmbeddedPostgresException($"The folder {folder}, meant for PostgreSQL's socket, belongs to {owner}; remove it.");
        }
        File.SetUnixFileMode(folder, OwnerOnly);
        await FileOwner.GiveAsync(folder, user, cancellation);
    }
}
