using System.Runtime.Versioning;
using System.Text;
using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.EmbeddedPostgres.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class PlaceTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a folder whose path is far longer than a socket's name may be, though no single part of it is at all unusual")]
    [InlineData("with, comma")]
    [InlineData("مجلد البيانات")]
    public async Task A_server_can_lie_anywhere(string name)
    {
        var options = _folder.Options with { DataDirectory = _folder.In(name) };
        Assert.True(Encoding.UTF8.GetByteCount(SocketDirectory.For(options.DataDirectory)) <= SocketDirectory.LongestPath);

        await using var postgres = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, Cancellation);

        Assert.Equal("1", await postgres.AskAsync("select 1"));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(SocketDirectory.For(options.DataDirectory)));
    }

    [Fact]
    public async Task Below_a_closed_folder_of_root_it_runs_in_a_namespace_and_its_files_stay_roots()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root has to become somebody else.");
        Assert.SkipUnless((await ProgramRun.OfAsync("unshare", ["-U", "true"], Cancellation)).Succeeded, "There are no user namespaces here.");
        File.SetUnixFileMode(_folder.Path, OwnerOnly);

        foreach (var start in (string[])["first", "second"])
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);
            Assert.Equal("1", await postgres.AskAsync("select 1"));
            Assert.Equal("root", await FileOwner.OfAsync(_folder.In("data"), Cancellation));
        }
    }

    [Fact]
    public async Task A_user_who_cannot_enter_a_parent_folder_is_refused_by_that_folders_name()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can run it as another user.");
        File.SetUnixFileMode(_folder.Path, OwnerOnly);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(_folder.Options with { RunAs = "nobody" }, NullLogger.Instance, Cancellation));
        Assert.Contains($"chmod o+x {_folder.Path}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_user_owns_the_data_even_if_it_was_anothers()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can run it as another user.");
        await using (await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation))
        {
        }
        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options with { RunAs = "nobody" }, NullLogger.Instance, Cancellation);

        Assert.Equal("1", await postgres.AskAsync("select 1"));
        Assert.Equal("nobody", await FileOwner.OfAsync(_folder.In("data/postmaster.pid"), Cancellation));
    }

    [Fact]
    public async Task A_user_who_does_not_exist_is_named()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can run it as another user.");
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(_folder.Options with { RunAs = "no-such-user" }, NullLogger.Instance, Cancellation));
        Assert.Contains("no-such-user", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        Directory.CreateDirectory(_folder.In("data"));
        await File.WriteAllTextAsync(_folder.In("data/letter.txt"), "Dear reader", Cancellation);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation));
        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.In("data/letter.txt")));
    }

    [Fact]
    public async Task A_setting_it_does_not_know_is_quoted_from_its_log()
    {
        var options = _folder.Options with { Settings = new Dictionary<string, string> { ["max_connections"] = "many" } };

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(options, NullLogger.Instance, Cancellation));
        Assert.Contains("max_connections", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_setsid_it_is_started_by_its_own_control_program()
    {
        var (detached, _, _) = await Supervisor.PrepareAsync(_folder.Options, NullLogger.Instance, Cancellation);
        detached.Setsid = null;

        await detached.EnsureRunningAsync(Cancellation);

        var pid = _folder.PostmasterPid();
        Assert.True(detached.IsAlive);
        await detached.StopAsync(Cancellation);
        Assert.False(Postmaster.IsAlive(pid));
    }

    public void Dispose()
    {
        foreach (var socket in Directory.GetDirectories(_folder.Path).Select(SocketDirectory.For).Except(Directory.GetDirectories(_folder.Path)))
        {
            Directory.Delete(socket, recursive: true);
        }
        _folder.Dispose();
    }
}
