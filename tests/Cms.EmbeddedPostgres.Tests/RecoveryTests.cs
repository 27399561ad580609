using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cms.EmbeddedPostgres.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class RecoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_server_is_back_with_what_was_committed()
    {
        var durable = _folder.Options with { Durable = true };
        await using var postgres = await EmbeddedPostgres.StartAsync(durable, NullLogger.Instance, Cancellation);
        await postgres.AskAsync("create table kept as select 42 as answer");
        var killed = _folder.PostmasterPid();

        Process.GetProcessById(killed).Kill();

        Assert.Equal("42", await postgres.AskUntilAnsweredAsync("select answer from kept"));
        Assert.NotEqual(killed, _folder.PostmasterPid());
    }

    [Fact]
    public async Task A_server_killed_under_a_busy_backend_is_back_once_that_ends()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        await using var busy = new NpgsqlConnection(postgres.ConnectionString("postgres", EmbeddedPostgres.Superuser) + ";Pooling=false");
        await busy.OpenAsync(Cancellation);
        // A loop without a wait looks for its postmaster at the end only.
        await using var command = new NpgsqlCommand("select count(*) from generate_series(1, 8000000) as n where n % 7 = 3", busy);
        var work = Record.ExceptionAsync(async () => await command.ExecuteNonQueryAsync(Cancellation));

        Process.GetProcessById(_folder.PostmasterPid()).Kill();

        Assert.Equal("1", await postgres.AskUntilAnsweredAsync("select 1"));
        await work;
    }

    [Fact]
    public async Task A_server_that_outlived_its_supervisor_is_adopted_and_then_stopped()
    {
        var pid = await AbandonedServerAsync();
        Assert.True(Postmaster.IsAlive(pid));

        var options = OtherProcess.Options(_folder.In("data"));
        await using (var heir = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, Cancellation))
        {
            Assert.Equal(pid, _folder.PostmasterPid());
            Assert.Equal("1", await heir.AskAsync("select 1"));
        }
        Assert.False(File.Exists(_folder.In("data/postmaster.pid")));
    }

    [Fact]
    public async Task An_adopted_server_with_other_settings_is_restarted_with_ours()
    {
        var pid = await AbandonedServerAsync();
        var options = _folder.Options with { Settings = new Dictionary<string, string> { ["max_connections"] = "33" } };

        await using var heir = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, Cancellation);

        Assert.NotEqual(pid, _folder.PostmasterPid());
        Assert.Equal("33", await heir.AskAsync("show max_connections"));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead | UnixFileMode.OtherExecute)]
    [InlineData(UnixFileMode.None)]
    public async Task A_server_that_is_to_die_with_its_supervisor_does_whatever_user_it_runs_as(UnixFileMode forOthers)
    {
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | forOthers);
        using var supervisor = await OtherProcess.StartAsync("take along", _folder.In("data"));
        Assert.True(File.Exists(_folder.In("data/postmaster.pid")));

        supervisor.Kill();

        for (var waited = 0; waited < 200 && File.Exists(_folder.In("data/postmaster.pid")); waited++)
        {
            await Task.Delay(50, Cancellation);
        }
        Assert.False(File.Exists(_folder.In("data/postmaster.pid")));
    }

    [Fact]
    public async Task A_stale_file_that_names_another_process_does_not_keep_it_from_starting()
    {
        string[] left;
        await using (await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation))
        {
            left = await File.ReadAllLinesAsync(_folder.In("data/postmaster.pid"), Cancellation);
        }
        // Another process of the server's own user, by whose pid PostgreSQL alone would be refused for ever.
        var sleep = new ProcessStartInfo("sleep", "60") { WorkingDirectory = "/" };
        var owner = await FileOwner.OfAsync(_folder.In("data"), Cancellation);
        sleep.UserName = owner == Environment.UserName ? "" : owner;
        using var other = Process.Start(sleep)!;
        left[0] = other.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(_folder.In("data/postmaster.pid"), left, Cancellation);

        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);

        Assert.Equal("1", await postgres.AskAsync("select 1"));
        Assert.False(other.HasExited);
        other.Kill();
    }

    [Fact]
    public async Task A_preparation_that_was_cut_off_is_done_again()
    {
        Directory.CreateDirectory(_folder.In("data/base"));
        await File.WriteAllTextAsync(_folder.In("data/PG_VERSION"), "15\n", Cancellation);
        await File.WriteAllTextAsync(_folder.In("data.init"), "", Cancellation);

        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);

        Assert.Equal("1", await postgres.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_before_all_was_on_the_disk_is_made_again_and_its_server_stopped()
    {
        var pid = await AbandonedServerAsync();
        await File.WriteAllTextAsync(_folder.In("data/of-the-first"), "", Cancellation);
        await File.WriteAllTextAsync(_folder.In("data.init"), "", Cancellation);

        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options with { Durable = true }, NullLogger.Instance, Cancellation);

        Assert.False(Postmaster.IsAlive(pid));
        Assert.Equal("1", await postgres.AskAsync("select 1"));
        Assert.False(File.Exists(_folder.In("data/of-the-first")));
        Assert.False(File.Exists(_folder.In("data.init")));
    }

    [Fact]
    public async Task Nobody_joins_a_new_server_before_its_folder_is_on_the_disk()
    {
        await using var first = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        await File.WriteAllTextAsync(_folder.In("data.init"), "", Cancellation);

        var joining = EmbeddedPostgres.JoinOrStartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        await Task.Delay(300, Cancellation);
        Assert.False(joining.IsCompleted);

        await File.WriteAllTextAsync(_folder.In("data.init"), "done", Cancellation);
        await using var second = await joining;
        Assert.Equal("1", await second.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_mark_that_a_power_cut_brings_back_throws_nothing_away()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation))
        {
            await first.AskAsync("create table kept as select 42 as answer");
        }
        await File.WriteAllTextAsync(_folder.In("data.init"), "done", Cancellation);

        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);

        Assert.Equal("42", await postgres.AskAsync("select answer from kept"));
        Assert.False(File.Exists(_folder.In("data.init")));
    }

    /// <summary>The pid of a server whose supervisor was killed.</summary>
    private async Task<int> AbandonedServerAsync()
    {
        using var supervisor = await OtherProcess.StartAsync("supervise", _folder.In("data"));
        var pid = _folder.PostmasterPid();
        supervisor.Kill();
        await supervisor.WaitForExitAsync(Cancellation);
        return pid;
    }

    public void Dispose() => _folder.Dispose();
}
