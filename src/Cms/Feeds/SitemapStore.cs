using Cms.Data;
using Cms.Http;
using Cms.Taxonomy;
using Dapper;

namespace Cms.Feeds;

/// <summary>How many public stories a month has, by their own date in UTC, and when one of them last changed.</summary>
internal sealed record MonthRow
{
    public required DateTime Month { get; init; }
    public required long Stories { get; init; }
    public required DateTime UpdatedAt { get; init; }
}

/// <summary>A story as a sitemap names it.</summary>
internal sealed record SitemapRow
{
    public required string Slug { get; init; }
    public required string Headline { get; init; }
    public required string Language { get; init; }
    public string? CanonicalUrl { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required DateTime UpdatedAt { get; init; }
}

/// <summary>Reads the public addresses of a publication.</summary>
internal sealed class SitemapStore(Database database)
{
    /// <summary>The publication of this slug or id, or the default one; null when there is none.</summary>
    public async Task<Site?> FindSite(string? publication, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Site>(new CommandDefinition(
            $"""
            select {Site.Columns}
            from publications u
            where u.id = {TaxonomyStore.Home}
            """,
            new { Publication = publication, PublicationId = TaxonomyAddress.IdOf(publication) },
            cancellationToken: cancellationToken));
    }

    /// <summary>The months that have stories, oldest first. Steps from month to month along the index, and counts within it.</summary>
    public async Task<IReadOnlyList<MonthRow>> ReadMonths(Site site, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<MonthRow>(new CommandDefinition(
            """
            with recursive months as (
                select date_trunc('month', min(a.published_at), 'UTC') as month
                from public_articles a
                where a.publication_id = @Id
                union all
                select (
                    select date_trunc('month', min(a.published_at), 'UTC')
                    from public_articles a
                    where a.publication_id = @Id and a.published_at >= months.month + interval '1 month')
                from months
                where months.month is not null
            )
            select months.month, n.stories, n.updated_at
            from months
            cross join lateral (
                select count(*) as stories, max(a.updated_at) as updated_at
                from public_articles a
                where a.publication_id = @Id and a.published_at >= months.month and a.published_at < months.month + interval '1 month'
            ) n
            where n.stories > 0
            order by months.month
            """,
            new { site.Id },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>
    /// One part of a month. Ids grow with time, so that a story that comes late to an old month is put at the end and the parts before it stay.
    /// </summary>
    public async Task<IReadOnlyList<SitemapRow>> ReadMonth(Site site, SitemapPart part, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SitemapRow>(new CommandDefinition(
            $"""
            select a.slug, a.headline, a.language, a.canonical_url, a.published_at, a.updated_at
            from public_articles a
            where a.publication_id = @Id
              and a.published_at >= @From
              and a.published_at < @Until
            order by a.id
            offset @Skip
            limit {Limits.SitemapAddresses}
            """,
            new { site.Id, From = part.Month, Until = part.Month.AddMonths(1), Skip = (part.Number - 1L) * Limits.SitemapAddresses },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The stories of the last two days, newest first.</summary>
    public async Task<IReadOnlyList<SitemapRow>> ReadNews(Site site, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SitemapRow>(new CommandDefinition(
            $"""
            select a.slug, a.headline, a.language, a.canonical_url, a.published_at, a.updated_at
            from public_articles a
            where a.publication_id = @Id
              and a.published_at > now() - interval '48 hours'
            order by a.published_at desc, a.id desc
            limit {Limits.NewsAddresses}
            """,
            new { site.Id },
            cancellationToken: cancellationToken))).AsList();
    }
}
