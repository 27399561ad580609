using Cms.Data;
using Cms.Taxonomy;
using Dapper;
using Npgsql;

namespace Cms.Articles.Revisions;

/// <summary>Reads what was saved of a story, for the newsroom.</summary>
internal sealed class RevisionStore(Database database)
{
    private const string Columns =
        """
        r.number, r.created_at, r.created_by, coalesce(r.headline, '') as headline, r.word_count,
        exists (select from published_articles p where p.article_id = r.article_id and p.revision = r.number) as is_public
        """;

    /// <summary>The story that a path names, those in the trash too; null when there is none.</summary>
    public async Task<Guid?> Find(ArticleAddress address, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            $"""
            select a.id
            from articles a
            where a.id = @Id
               or a.id = (
                   select s.article_id
                   from slugs s
                   where @Id::uuid is null
                     and s.slug = @IdOrSlug
                     and s.is_current
                     and s.publication_id = {TaxonomyStore.Home})
            """,
            address,
            cancellationToken: cancellationToken));
    }

    /// <summary>One page of a story's revisions, newest first, and one row more when there is another page.</summary>
    public async Task<IReadOnlyList<RevisionRow>> List(Guid id, int before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RevisionRow>(new CommandDefinition(
            $"""
            select {Columns}
            from revisions r
            where r.article_id = @id
              and r.number < @before
            order by r.number desc
            limit @rows
            """,
            new { id, before, rows = limit + 1 },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>One page of what waits beside a story, newest first, and one row more when there is another page.</summary>
    public async Task<IReadOnlyList<(PendingRow Pending, ArticleRow Article)>> ListPending(
        Guid id, Guid before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        return await PendingStore.List(connection, id, before, limit, cancellationToken);
    }

    /// <summary>One revision and the story as it was; null when there is none of that number.</summary>
    public async Task<(RevisionRow Revision, ArticleRow Article)?> Read(Guid id, int number, CancellationToken cancellationToken)
    {
        await using var connection = await database.Newsroom.OpenConnectionAsync(cancellationToken);
        var revision = await connection.QuerySingleOrDefaultAsync<RevisionRow>(new CommandDefinition(
            $"""
            select {Columns}
            from revisions r
            where r.article_id = @id
              and r.number = @number
            """,
            new { id, number },
            cancellationToken: cancellationToken));
        return revision is null ? null : (revision, await ReadArticle(connection, id, number, cancellationToken));
    }

    private static Task<ArticleRow> ReadArticle(NpgsqlConnection connection, Guid id, int number, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<ArticleRow>(new CommandDefinition(
            $"""
            select {ArticleRow.SummaryColumns}, a.body, a.masthead, a.source
            from revised_articles a
            where a.id = @id
              and a.revision = @number
            """,
            new { id, number },
            cancellationToken: cancellationToken));
}
