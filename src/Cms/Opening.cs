using Cms.Access;
using Cms.Data;
using Cms.Taxonomy;

namespace Cms;

/// <summary>Opens the house: a database that answers, a schema that stands, a publication, an admin key. Commands and the server open it alike.</summary>
internal sealed class Opening(
    DatabaseStartup database, DatabaseAddress address, PrivatePostgres postgres, DefaultPublication publication, KeyStore keys, Settings settings)
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
