using Cms.Articles;
using Cms.Data;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Feeds;

/// <summary>Where a feed belongs.</summary>
/// <param name="Home">The publication that it is narrowed to, else the default one.</param>
/// <param name="Sites">Every publication by its id.</param>
/// <param name="Names">The names of what else it is narrowed to.</param>
internal sealed record FeedPlace(Site Home, IReadOnlyDictionary<Guid, Site> Sites, IReadOnlyList<string> Names);

/// <summary>Reads what feeds and other formats say besides the stories themselves.</summary>
internal sealed class FeedStore(Database database)
{
    /// <summary>The publications and the names of what a feed is narrowed to, in one round trip.</summary>
    public async Task<FeedPlace> ReadPlace(FeedQuery query, Filed filed, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            select {Site.Columns}
            from publications u;

            select x.name
            from (
                select 1 as place, s.name
                from public_section_aliases n
                join public_sections s on s.id = n.current_id
                where n.id = any(@Sections) and (n.slug = @Section or n.id = @SectionId)
                union all
                select 2, c.name
                from public_contributors c
                where c.id = @Author
                union all
                select 3, t.name
                from public_tags t
                where t.id = any(@Tags)
            ) x
            order by x.place, x.name collate "und-x-icu"
            """,
            new
            {
                Sections = filed.Sections.ToArray(),
                query.Section,
                SectionId = TaxonomyAddress.IdOf(query.Section),
                filed.Author,
                Tags = filed.Tags.Concat(filed.TagsAny).ToArray(),
            },
            cancellationToken: cancellationToken));
        var sites = (await results.ReadAsync<Site>()).ToDictionary(site => site.Id);
        var names = (await results.ReadAsync<string>()).AsList();
        var home = filed.PublicationId is { } id && query.Publication is not null
            ? sites[id]
            : sites.Values.OrderByDescending(site => site.IsDefault).First();
        return new FeedPlace(home, sites, names);
    }

    /// <summary>The publication of a story, and which of its authors are agencies.</summary>
    public async Task<(Site Site, IReadOnlySet<Guid> Agencies)> ReadSite(ArticleRow row, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            select {Site.Columns}
            from publications u
            where u.id = @PublicationId;

            select c.id
            from published_authors a
            join public_contributors c on c.id = a.contributor_id
            where a.article_id = @Id and c.kind = 'agency'
            """,
            new { row.Id, row.PublicationId },
            cancellationToken: cancellationToken));
        return (await results.ReadSingleAsync<Site>(), (await results.ReadAsync<Guid>()).ToHashSet());
    }
}
