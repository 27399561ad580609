using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.EmbeddedPostgres.Tests;

public sealed class LifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_prepared_started_asked_and_stopped_and_leaves_no_process()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        var pid = _folder.PostmasterPid();

        Assert.True(postgres.IsSupervisor);
        Assert.StartsWith(postgres.ServerVersion, await postgres.AskAsync("show server_version"), StringComparison.Ordinal);

        await postgres.StopAsync(Cancellation);

        Assert.False(Postmaster.IsAlive(pid));
        Assert.False(File.Exists(_folder.In("data/postmaster.pid")));
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation))
        {
            await first.AskAsync("create table kept as select 42 as answer");
        }
        await using var second = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);

        Assert.Equal("42", await second.AskAsync("select answer from kept"));
    }

    [Fact]
    public async Task A_second_supervisor_on_one_folder_is_refused()
    {
        await using var first = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);

        var refusal = await Assert.ThrowsAsync<DataDirectoryInUseException>(
            () => EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation));
        Assert.Contains(_folder.In("data"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_beside_a_server_joins_it_and_leaves_it_running()
    {
        await using var first = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        await using (var joined = await EmbeddedPostgres.JoinOrStartAsync(_folder.Options, NullLogger.Instance, Cancellation))
        {
            Assert.False(joined.IsSupervisor);
            Assert.Equal(first.ServerVersion, joined.ServerVersion);
            Assert.Equal("1", await joined.AskAsync("select 1"));
        }
        Assert.Equal("1", await first.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_command_that_comes_while_the_server_is_being_prepared_waits_for_it()
    {
        var starting = EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        await using var joined = await EmbeddedPostgres.JoinOrStartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        await using var started = await starting;

        Assert.True(started.IsSupervisor);
        Assert.False(joined.IsSupervisor);
        Assert.Equal("1", await joined.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_start_that_is_given_up_leaves_no_server_and_no_lock()
    {
        await using (await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation))
        {
        }
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(60));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, soon.Token);
            await Task.Delay(Timeout.Infinite, soon.Token);
        });

        Assert.Null(PostmasterFile.Read(_folder.In("data")));
        await using var again = await EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation);
        Assert.Equal("1", await again.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_command_without_a_server_beside_it_starts_and_stops_its_own()
    {
        int pid;
        await using (var own = await EmbeddedPostgres.JoinOrStartAsync(_folder.Options, NullLogger.Instance, Cancellation))
        {
            Assert.True(own.IsSupervisor);
            pid = _folder.PostmasterPid();
        }
        Assert.False(Postmaster.IsAlive(pid));
    }

    public void Dispose() => _folder.Dispose();
}
