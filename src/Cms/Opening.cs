using Cms.Access;
using Cms.Articles;
using Cms.Data;
using Cms.Taxonomy;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Cms;

/// <summary>
/// Opens the house: a database that answers, a schema that stands, a publication, an admin key. Commands and the server open it alike.
/// </summary>
internal sealed class Opening(
    DatabaseStartup database,
    DatabaseAddress address,
    PrivatePostgres postgres,
    DefaultPublication publication,
    KeyStore keys,
    Settings settings,
    IOptions<JsonOptions> json)
{
    /// <summary>A command has somebody waiting for it; a server waits as long as it takes.</summary>
    private static readonly TimeSpan CommandPatience = TimeSpan.FromSeconds(10);

    /// <summary>Runs until everything stands.</summary>
    /// <param name="join">True for a command, which may join the PostgreSQL of a running server and does not wait for ever.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task Open(bool join, CancellationToken cancellationToken)
    {
        if (address.IsPrivate)
        {
            await postgres.Start(join, cancellationToken);
        }

        await database.Run(Furnish, join ? CommandPatience : null, cancellationToken);
    }

    /// <summary>
    /// While the house is built, on another processor: what takes the program longest is to compile and load what it does for the first time.
    /// Whether the database answers shows later.
    /// </summary>
    public async Task Prepare()
    {
        var shapes = Task.Run(() =>
        {
            json.Value.SerializerOptions.MakeReadOnly();
            json.Value.SerializerOptions.GetTypeInfo(typeof(Article));
        });
        if (!address.IsPrivate)
        {
            await database.Knock();
        }

        await shapes;
    }

    private async Task Furnish(CancellationToken cancellationToken)
    {
        await publication.Create(cancellationToken);
        if (await keys.Bootstrap(settings.BootstrapKey, cancellationToken) is { } key)
        {
            // To standard output, never through the logger: logs are kept and shipped.
            Console.Out.WriteLine($"Admin key (shown once, keep it): {key.Secret}");
        }
    }
}
