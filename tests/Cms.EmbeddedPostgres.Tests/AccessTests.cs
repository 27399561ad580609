using Cms.EmbeddedPostgres.Servers;
using Npgsql;

namespace Cms.EmbeddedPostgres.Tests;

public sealed class AccessTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("listen_addresses", "")]
    [InlineData("jit", "off")]
    [InlineData("max_connections", "100")]
    [InlineData("work_mem", "5MB")]
    [InlineData("search_path", @"'it\s', public")]
    public async Task The_server_runs_with_our_settings(string name, string value)
    {
        Assert.Equal(value, await server.Postgres.AskAsync("show " + name));
    }

    [Fact]
    public async Task It_keeps_pages_in_a_part_of_the_memory_that_there_is()
    {
        var megabytes = long.Parse(await server.Postgres.AskAsync("select setting::bigint / 128 from pg_settings where name = 'shared_buffers'"), null);

        Assert.InRange(megabytes, 128, Math.Max(128, Math.Min(2048, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 24)));
    }

    [Fact]
    public async Task Letters_beyond_ASCII_have_their_cases_and_sort_by_code_point()
    {
        Assert.Equal("é", await server.Postgres.AskAsync("select lower('É')"));
        Assert.Equal("True", await server.Postgres.AskAsync("select 'Z' < 'a'"));
    }

    [Theory]
    [InlineData("cms_reader")]
    [InlineData("with \" quote")]
    public async Task Given_roles_log_in_and_have_no_power(string role)
    {
        Assert.Equal(role, await server.Postgres.AskAsync("select current_user", role));
        const string powers = "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user";
        Assert.Equal("False", await server.Postgres.AskAsync(powers, role));
    }

    [Fact]
    public async Task A_role_that_is_not_ours_to_take_is_refused()
    {
        await server.Postgres.AskAsync("create role stranger login");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => server.Postgres.AskAsync("select 1", "stranger"));
        Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refusal.SqlState);
    }

    [Fact]
    public async Task Another_user_of_the_system_cannot_reach_the_socket()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can try as another user.");
        var socket = Path.Join(server.Data, ".s.PGSQL.5432");
        Assert.True(File.Exists(socket));

        var run = await ProgramRun.OfAsync(ServerUser.Named("nobody").Program("ls", socket), TestContext.Current.CancellationToken);
        Assert.Contains("Permission denied", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_has_a_session_of_its_own_so_that_our_terminal_cannot_stop_it()
    {
        var pid = PostmasterFile.Read(server.Data)!.Pid;
        var run = await ProgramRun.OfAsync("ps", ["-o", "sid=,pgid=", "-p", $"{pid}"], TestContext.Current.CancellationToken);

        Assert.Equal([$"{pid}", $"{pid}"], run.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.NotEqual(Environment.ProcessId, pid);
    }

    [Fact]
    public void The_connection_string_is_known_without_a_server()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = server.Data };
        Assert.Equal(server.Postgres.ConnectionString("news", "cms"), EmbeddedPostgres.ConnectionString(options, "news", "cms"));
    }
}
