using Cms.Data;
using Dapper;

namespace Cms.Taxonomy;

/// <summary>Makes the default publication of a new installation from its settings; later starts leave it alone.</summary>
internal sealed class DefaultPublication(Database database, Settings settings)
{
    public async Task Create(CancellationToken cancellationToken)
    {
        await using var connection = await database.Maintenance.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into publications (id, slug, name, language, time_zone, site_url, article_path, is_default)
            values (@Id, @Slug, @Name, @Language, @TimeZone, @SiteUrl, @ArticlePath, true)
            on conflict do nothing
            """,
            new
            {
                Id = Guid.CreateVersion7(),
                settings.Publication.Slug,
                settings.Publication.Name,
                settings.Publication.Language,
                settings.Publication.TimeZone,
                settings.Publication.SiteUrl,
                settings.Publication.ArticlePath,
            },
            cancellationToken: cancellationToken));
    }
}
