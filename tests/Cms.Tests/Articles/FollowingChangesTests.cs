using System.Globalization;
using Cms.Articles;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Articles;

/// <summary>Whoever walks by `updatedAt` and comes back with the last one seen must not miss a change, however long its transaction was open.</summary>
public sealed class FollowingChangesTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>
{
    [Theory]
    [InlineData("")]
    [InlineData("&view=draft")]
    public async Task A_change_that_took_its_time_early_and_was_stored_late_is_not_stepped_over(string view)
    {
        var since = DateTime.UtcNow;
        var (slow, quick) = (await Published(), await Published());
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName) + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ArticleWriter.Publish(connection, [Guid.Parse(slow)], CancellationToken.None);
        await Task.Delay(5);
        var changed = await Publish(quick, "\"2-\"");

        var first = await Follow(since, view);
        await transaction.CommitAsync();
        var second = await Follow(first.Count == 0 ? since : Instant(first[^1]), view);

        Assert.DoesNotContain(changed, first.Select(seen => (seen.Id, seen.UpdatedAt)));
        Assert.Equal(new[] { slow, quick }, second.Select(seen => seen.Id).Where(id => id == slow || id == quick).TakeLast(2));
        Assert.Contains(changed, second.Select(seen => (seen.Id, seen.UpdatedAt)));
    }

    [Fact]
    public async Task A_change_is_shown_at_once_when_nothing_earlier_is_open()
    {
        var id = await Published();
        Assert.Equal(id, (await Follow(DateTime.UtcNow.AddHours(-1), ""))[^1].Id);
        Assert.Equal(id, (await Follow(DateTime.UtcNow.AddHours(-1), "&view=draft"))[^1].Id);
    }

    [Fact]
    public async Task A_reader_gets_no_more_than_an_instant()
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName, Cms.Data.Database.ReaderRole) + ";Pooling=false");
        await connection.OpenAsync();
        await using var writer = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName) + ";Pooling=false");
        await writer.OpenAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        var began = await Scalar(new NpgsqlCommand("select now()", writer, transaction));

        Assert.Equal(began, await Scalar(new NpgsqlCommand("select settled_until()", connection)));
        await transaction.CommitAsync();
        Assert.True(began < await Scalar(new NpgsqlCommand("select settled_until()", connection)));
    }

    private async Task<string> Published()
    {
        var made = await host.Write();
        await host.Act(made.Id(), "publish", made.ETag);
        return made.Id();
    }

    private async Task<(string, string)> Publish(string id, string etag)
    {
        var published = await host.Act(id, "publish", etag);
        var story = await host.Get($"/v1/articles/{published.Id()}");
        return (id, (string)story["updatedAt"]!);
    }

    private async Task<IReadOnlyList<Seen>> Follow(DateTime since, string view)
    {
        var after = Uri.EscapeDataString(since.ToString("O", CultureInfo.InvariantCulture));
        var items = await host.Walk($"/v1/articles?sort=updatedAt&updatedAfter={after}{view}", 1, isAdmin: true);
        return [.. items.Select(item => new Seen((string)item["id"]!, (string)item["updatedAt"]!))];
    }

    private static DateTime Instant(Seen seen) => DateTime.Parse(seen.UpdatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private static async Task<DateTime> Scalar(NpgsqlCommand command)
    {
        await using (command)
        {
            return (DateTime)(await command.ExecuteScalarAsync())!;
        }
    }

    private sealed record Seen(string Id, string UpdatedAt);
}
