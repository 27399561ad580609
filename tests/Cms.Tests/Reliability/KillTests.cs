using System.Net;
using Cms.Tests.Commands;
using Dapper;

namespace Cms.Tests.Reliability;

/// <summary>P1: what was answered with 2xx survives `kill -9` of the program and of PostgreSQL, and nothing is written twice.</summary>
public sealed class KillTests(DataFolder folder) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task The_program_killed_under_writers_loses_nothing_and_doubles_nothing()
    {
        var port = CmsProcess.FreePort();
        await using var first = await DurableCms.Serve(folder, port).Ready();
        Assert.Contains("\"durability\":\"ok\"", await first.WaitFor("/health/ready", HttpStatusCode.OK));
        using var writers = new Writers("program", port);
        await writers.More(24);

        await first.Kill();
        await using var second = await DurableCms.Serve(folder, port).Ready();
        await writers.More(24);
        await writers.Stop();

        await using var connection = await folder.Open();
        await Books.MustAgree(connection, writers);
    }

    [Fact]
    public async Task PostgreSQL_killed_under_writers_loses_nothing_and_doubles_nothing()
    {
        var port = CmsProcess.FreePort();
        await using var cms = await DurableCms.Serve(folder, port).Ready();
        using var writers = new Writers("server", port);
        await writers.More(24);

        CmsProcess.Kill(folder.Postmaster!.Value);
        await writers.More(24);
        await KillBackend();
        await writers.More(24);
        await writers.Stop();

        await using var connection = await folder.Open();
        await Books.MustAgree(connection, writers);
    }

    private async Task KillBackend()
    {
        await using var connection = await folder.Open();
        CmsProcess.Kill(await connection.QueryFirstAsync<int>("select pid from pg_stat_activity where application_name = 'cms writes' order by state_change desc"));
    }
}
