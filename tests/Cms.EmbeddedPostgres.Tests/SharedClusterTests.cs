using Cms.EmbeddedPostgres.Servers;

namespace Cms.EmbeddedPostgres.Tests;

public sealed class SharedClusterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_share_one_server_and_the_last_one_out_stops_and_removes_it()
    {
        using var other = await OtherProcess.StartAsync("share", _folder.In("data"));
        var pid = _folder.PostmasterPid();
        await using (var cluster = await SharedCluster.AcquireAsync("test", OtherProcess.Options(_folder.In("data")), Cancellation))
        {
            Assert.Equal(pid, _folder.PostmasterPid());

            await other.StandardInput.WriteLineAsync();
            await other.WaitForExitAsync(Cancellation);

            Assert.Equal("off", await ServerQuestions.AskAsync(cluster.ConnectionString("postgres", EmbeddedPostgres.Superuser), "show fsync"));
        }
        Assert.False(Directory.Exists(_folder.In("data")));
        Assert.False(Postmaster.IsAlive(pid));
    }

    [Fact]
    public async Task A_cluster_that_a_killed_process_left_is_made_anew()
    {
        using (var other = await OtherProcess.StartAsync("share", _folder.In("data")))
        {
            await ServerQuestions.AskAsync(
                EmbeddedPostgres.ConnectionString(_folder.Options, "postgres", EmbeddedPostgres.Superuser), "create table left_over as select 1");
            other.Kill();
            await other.WaitForExitAsync(Cancellation);
        }
        await using var cluster = await SharedCluster.AcquireAsync("test", OtherProcess.Options(_folder.In("data")), Cancellation);

        const string table = "select coalesce(to_regclass('left_over')::text, 'gone')";
        var left = await ServerQuestions.AskAsync(cluster.ConnectionString("postgres", EmbeddedPostgres.Superuser), table);
        Assert.Equal("gone", left);
    }

    [Fact]
    public async Task Three_who_come_at_once_get_the_same_server()
    {
        var options = OtherProcess.Options(_folder.In("data")) with { Roles = ["cms_reader"] };
        var clusters = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SharedCluster.AcquireAsync("test", options, Cancellation)));

        var starts = await Task.WhenAll(clusters.Select(
            cluster => ServerQuestions.AskAsync(cluster.ConnectionString("postgres", "cms_reader"), "select pg_postmaster_start_time()::text")));
        await Task.WhenAll(clusters.Select(cluster => cluster.DisposeAsync().AsTask()));

        Assert.Single(starts.Distinct());
        Assert.False(Directory.Exists(_folder.In("data")));
    }

    [Fact]
    public async Task Without_a_folder_it_chooses_one_by_name()
    {
        string data;
        await using (var cluster = await SharedCluster.AcquireAsync("embedded-postgres-named", OtherProcess.Options(""), Cancellation))
        {
            data = cluster.DataDirectory;
            Assert.True(File.Exists(Path.Join(data, "PG_VERSION")));
        }
        Assert.StartsWith(Path.Join(Path.GetTempPath(), "embedded-postgres-named-"), data, StringComparison.Ordinal);
        File.Delete(data + ".lock");
    }

    public void Dispose() => _folder.Dispose();
}
