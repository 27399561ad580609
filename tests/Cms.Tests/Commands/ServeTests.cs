using System.Net;
using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace Cms.Tests.Commands;

/// <summary>The program as a process, with a PostgreSQL of its own: start, stop, and everything that can come between.</summary>
public sealed class ServeTests(DataFolder folder) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task Only_the_first_start_shows_a_key_and_key_create_makes_another_beside_the_running_server()
    {
        using var fresh = new DataFolder();
        await using var first = await CmsProcess.Serve(fresh.Data).Ready();
        Assert.Contains($"Cms is ready: http://127.0.0.1:{first.Port}/v1/articles", first.Output);
        Assert.Contains($"Swagger UI:   http://127.0.0.1:{first.Port}/docs", first.Output);
        Assert.Equal(HttpStatusCode.OK, (await first.Get("/v1/articles", KeyIn(first.Output)))!.Value.Status);

        var made = await CmsProcess.Run(["key", "create", "--data", fresh.Data]);
        Assert.Equal((0, ""), (made.Code, made.Errors));
        Assert.Single(made.Output.Split('\n'));
        Assert.Equal(HttpStatusCode.OK, (await first.Get("/v1/articles", KeyIn(made.Output)))!.Value.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.Get("/v1/articles", KeyIn(made.Output) + "x"))!.Value.Status);

        Assert.Equal(0, await first.Stop());
        Assert.Null(fresh.Postmaster);
        await using var second = await CmsProcess.Serve(fresh.Data).Ready();
        Assert.DoesNotContain("Admin key", second.Output);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_folder_is_refused_and_the_first_goes_on()
    {
        await using var first = await CmsProcess.Serve(folder.Data).Ready();
        await using var second = CmsProcess.Serve(folder.Data);

        Assert.Equal(1, await second.Exit());
        Assert.Equal($"The data folder {folder.Cluster} is in use by another process; stop that process or choose another folder.", second.Errors);
        await first.WaitFor("/v1/articles", HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_program_has_no_power_over_its_PostgreSQL_beyond_its_own_database()
    {
        await using var served = await CmsProcess.Serve(folder.Data).Ready();
        await using var connection = await folder.Open();
        Assert.False(await connection.ExecuteScalarAsync<bool>(
            """
            select bool_or(rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or pg_has_role(oid, 'pg_execute_server_program', 'member'))
            from pg_roles
            where rolname in (select usename from pg_stat_activity where application_name like 'cms %')
               or rolname = 'cms'
            """));
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_line_and_no_PostgreSQL_is_left()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        var run = await CmsProcess.Run(["serve", "--data", folder.Data, "--seeds=", "--urls", address]);

        Assert.Equal(1, run.Code);
        Assert.Equal($"Cannot listen on {address}: Address already in use. Choose another address with --urls.", run.Errors);
        Assert.DoesNotContain("   at ", run.Output);
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task A_killed_server_is_followed_by_one_that_takes_its_PostgreSQL_over_and_stops_it()
    {
        await using var first = await CmsProcess.Serve(folder.Data).Ready();
        var postmaster = folder.Postmaster;
        await first.Kill();
        Assert.Equal(postmaster, folder.Postmaster);

        await using var second = await CmsProcess.Serve(folder.Data).Ready();
        Assert.Equal(postmaster, folder.Postmaster);
        Assert.Equal(0, await second.Stop());
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task A_killed_PostgreSQL_is_started_again()
    {
        await using var cms = await CmsProcess.Serve(folder.Data).Ready();
        var former = folder.Postmaster!.Value;
        CmsProcess.Kill(former);

        await cms.WaitFor("/v1/articles", HttpStatusCode.ServiceUnavailable);
        await cms.WaitFor("/v1/articles", HttpStatusCode.OK);
        Assert.NotEqual(former, folder.Postmaster);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signal_lets_the_requests_under_way_end_while_ready_says_503(bool isInterrupt)
    {
        await using var cms = await CmsProcess.Serve(folder.Data).Ready();
        await using var connection = await folder.Open();
        await using var hold = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("lock table published_articles in access exclusive mode", connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        var underWay = cms.Get("/v1/articles");
        await Task.Delay(500);
        Assert.False(underWay.IsCompleted);
        if (isInterrupt)
        {
            cms.SendInterrupt();
        }
        else
        {
            cms.SendTerminate();
        }

        await cms.WaitFor("/health/ready", HttpStatusCode.ServiceUnavailable, containing: "\"lifetime\":\"stopping\"");
        await hold.RollbackAsync();
        await connection.CloseAsync();

        Assert.Equal(HttpStatusCode.OK, (await underWay)!.Value.Status);
        Assert.Equal(0, await cms.Exit());
        Assert.Null(folder.Postmaster);
        Assert.Equal("", cms.Errors);
    }

    [Fact]
    public async Task A_command_starts_PostgreSQL_for_its_own_duration()
    {
        var run = await CmsProcess.Run(["migrate", "--data", folder.Data]);

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.EndsWith("The database is up to date.", run.Output);
        Assert.Null(folder.Postmaster);
    }

    [Fact]
    public async Task Without_any_PostgreSQL_it_says_what_to_install()
    {
        var empty = Directory.CreateDirectory(folder.In("empty")).FullName;
        await using var cms = CmsProcess.Serve(folder.In("none"), $"Cms__Postgres__BinPath={empty}", "Cms__Postgres__Download=false");

        Assert.Equal(1, await cms.Exit());
        Assert.Contains("or install it with: ", cms.Errors);
        Assert.Single(cms.Errors.Split('\n'));
    }

    [Fact]
    public async Task An_ordinary_user_can_serve()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can start it as another; any other user has shown it in the tests above.");
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "Needs setpriv.");
        string[] asNobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
        using var readable = System.Diagnostics.Process.Start(asNobody[0], [.. asNobody[1..], "test", "-x", CmsProcess.Executable]);
        await readable.WaitForExitAsync();
        Assert.SkipUnless(readable.ExitCode == 0, "The build lies in a folder that is closed to other users.");

        var home = Directory.CreateDirectory(folder.In("home")).FullName;
        using (var open = System.Diagnostics.Process.Start("chmod", ["777", home]))
        {
            await open.WaitForExitAsync();
        }

        var port = CmsProcess.FreePort();
        await using var cms = CmsProcess.Start(
            ["--data", Path.Combine(home, "data"), "--seeds", "", "--urls", $"http://127.0.0.1:{port}"], [$"HOME={home}"], port, asNobody);
        await cms.Ready();
        Assert.Equal(0, await cms.Stop());
    }

    private static string KeyIn(string output) => output.Split('\n').Single(line => line.StartsWith("Admin key", StringComparison.Ordinal)).Split(": ")[1];
}
