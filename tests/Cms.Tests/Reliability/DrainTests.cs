using Cms.Data;
using Cms.EmbeddedPostgres;
using Cms.Tests.Commands;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.Tests.Reliability;

/// <summary>P13: SIGTERM under concurrent writers. What was answered is stored, what was stored was answered, and the program ends well.</summary>
public sealed class DrainTests(DataFolder folder) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task A_stop_under_writers_answers_every_write_that_it_stores()
    {
        var port = CmsProcess.FreePort();
        await using var cms = await DurableCms.Serve(folder, port).Ready();
        using var writers = new Writers("drain", port, repeats: false);
        await writers.More(24);

        cms.SendTerminate();
        var code = await cms.Exit();
        await writers.Stop();

        Assert.Equal((0, ""), (code, cms.Errors));
        Assert.Null(folder.Postmaster);
        Assert.DoesNotContain(" 500", cms.Output);
        await using var server = await EmbeddedPostgres.EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = folder.Cluster, Roles = ["cms", Database.ReaderRole] }, NullLogger.Instance);
        await using var connection = await folder.Open();
        await Books.MustAgree(connection, writers);
        await Books.MustBeAnswered(connection, writers);
    }
}
