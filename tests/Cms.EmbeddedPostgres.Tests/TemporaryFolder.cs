namespace Cms.EmbeddedPostgres.Tests;

/// <summary>A folder that PostgreSQL's user can enter, gone at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = System.IO.Path.Join(System.IO.Path.GetTempPath(), "embedded-postgres-test-" + Guid.NewGuid().ToString("N")[..12]);
        Directory.CreateDirectory(Path);
        Options = new() { DataDirectory = In("data"), Durable = false, DiesWithParent = true, Download = false };
    }

    public string Path { get; }

    /// <summary>A quick server whose data lies in this folder, and which a killed test run takes along.</summary>
    public EmbeddedPostgresOptions Options { get; }

    public string In(string name) => System.IO.Path.Join(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
