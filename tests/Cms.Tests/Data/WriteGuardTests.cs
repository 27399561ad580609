using Cms.Data;
using Cms.Http.Writing;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Data;

public sealed class WriteGuardTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_write_that_lost_to_another_is_run_again_and_leaves_one_set_of_rows()
    {
        var id = Guid.CreateVersion7();
        var runs = 0;

        var answer = await Guard(write =>
        {
            write.Audit("test.retry", "test", id);
            write.Emit("test.retried", "test", id, "{}");
            return ++runs < 3 ? throw new PostgresException("lost", "ERROR", "ERROR", "40P01") : new Written<int>(1, 1);
        });

        Assert.Equal(3, runs);
        Assert.IsType<WrittenBytes>(answer);
        Assert.Equal((1L, 1L), await RowsOf(id));
    }

    [Fact]
    public async Task It_is_not_run_forever()
    {
        var runs = 0;

        await Assert.ThrowsAsync<PostgresException>(() => Guard(_ =>
        {
            runs++;
            throw new PostgresException("lost", "ERROR", "ERROR", "40001");
        }));

        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task A_refusal_takes_everything_back()
    {
        var id = Guid.CreateVersion7();

        await Guard(write =>
        {
            write.Audit("test.refuse", "test", id);
            write.Emit("test.refused", "test", id, "{}");
            return new Cms.Http.Problems.Clash("No.");
        });

        Assert.Equal((0L, 0L), await RowsOf(id));
    }

    [Fact]
    public async Task A_write_without_an_audit_row_is_a_fault() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Guard(_ => new Written<int>(1, 1)));

    [Fact]
    public async Task A_commit_whose_outcome_is_unknown_says_so_and_is_not_repeated()
    {
        var id = Guid.CreateVersion7();
        await using var write = new WriteTransaction(host.Services.GetRequiredService<Database>());
        await write.Begin(WriteStamp.Command, CancellationToken.None);
        await host.Execute("select pg_terminate_backend(@pid)", new { pid = write.Connection.ProcessID });

        await Assert.ThrowsAsync<CommitUnknownException>(() => write.Commit(CancellationToken.None));
    }

    [Fact]
    public async Task Events_carry_the_transaction_that_wrote_them()
    {
        var id = Guid.CreateVersion7();
        await Guard(write =>
        {
            write.Audit("test.emit", "test", id);
            write.Emit("test.emitted", "test", id, """{"a":1}""");
            write.Emit("test.emitted", "test", id, """{"a":2}""");
            return new Written<int>(1, 1);
        });

        var rows = (await host.Query<string>("select transaction || ' ' || payload from events where resource_id = @id order by transaction, id", new { id })).ToList();

        Assert.Equal(["""{"a":1}""", """{"a":2}"""], rows.Select(row => row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        Assert.Single(rows.Select(row => row.Split(' ')[0]).Distinct());
    }

    private async Task<object?> Guard(Func<WriteTransaction, object> handler)
    {
        await using var write = new WriteTransaction(host.Services.GetRequiredService<Database>());
        var context = EndpointFilterInvocationContext.Create(new DefaultHttpContext { RequestServices = host.Services }, write);
        return await WriteGuard.Invoke(context, _ => ValueTask.FromResult<object?>(handler(write)));
    }

    private async Task<(long Audit, long Events)> RowsOf(Guid id) => (
        (await host.Query<long>("select count(*) from audit where resource_id = @id", new { id })).Single(),
        (await host.Query<long>("select count(*) from events where resource_id = @id", new { id })).Single());
}
