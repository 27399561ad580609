using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.EmbeddedPostgres.Tests;

/// <summary>One durable server for the tests that only ask.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public EmbeddedPostgres Postgres { get; private set; } = null!;

    public string Data => _folder.In("data");

    public async ValueTask InitializeAsync()
    {
        var options = _folder.Options with
        {
            Durable = true,
            Roles = ["cms_reader", "with \" quote"],
            Settings = new Dictionary<string, string> { ["work_mem"] = "5MB", ["search_path"] = @"'it\s', public" },
        };
        Postgres = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Postgres.DisposeAsync();
        _folder.Dispose();
    }
}
