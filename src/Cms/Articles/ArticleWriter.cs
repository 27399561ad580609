using Cms.Taxonomy;
using Dapper;
using Npgsql;

namespace Cms.Articles;

/// <summary>Writes sets of stories inside the caller's transaction, in a number of statements that does not grow with the set.</summary>
internal static class ArticleWriter
{
    private const string Saved = "id, version, revision, slug, status, published_at, first_published_at";

    private const string SaveStatement =
        $"""
        with draft as (
            select *
            from {DraftRows.Table}
        ),
        created as (
            insert into articles (id, publication_id, slug, status, published_at, translation_group)
            select d.id, d.publication_id, d.slug, 'draft', d.published_at, d.translation_group
            from draft d
            where d.expected_version is null
            -- A client may choose the id; the story that has it already stays as it is.
            on conflict (id) do nothing
            returning {Saved}
        ),
        changed as (
            update articles a
            set version = a.version + 1,
                revision = a.revision + 1,
                published_at = coalesce(d.published_at, a.first_published_at),
                -- A claimed slug moves only when a person moves it.
                slug = case when a.first_published_at is null then d.slug else a.slug end,
                updated_at = clock_timestamp()
            from draft d
            where a.id = d.id
              and a.version = d.expected_version
            returning a.id, a.version, a.revision, a.slug, a.status, a.published_at, a.first_published_at
        ),
        saved as (
            select * from created
            union all
            select * from changed
        ),
        written as (
            insert into revisions (article_id, number, {DraftRows.RevisionColumns})
            select s.id, s.revision, {DraftRows.RevisionValues}
            from saved s
            join draft d on d.id = s.id
        )
        select {Saved}
        from saved
        """;

    /// <summary>
    /// Writes a revision of each story that a document makes, new ones first of all their article. A draft that expects another version than it
    /// finds is not saved.
    /// </summary>
    public static async Task<IReadOnlyList<SavedArticle>> Save(
        NpgsqlConnection connection, IReadOnlyList<ArticleDraft> drafts, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        var saved = await connection.QueryAsync<SavedArticle>(new CommandDefinition(
            SaveStatement,
            new DraftRows(drafts),
            cancellationToken: cancellationToken));
        return saved.AsList();
    }

    /// <summary>
    /// Makes the newest revisions of these stories what readers see. The version stays: a save has counted it up, and an action of its own
    /// counts it up with its precondition.
    /// </summary>
    public static async Task Publish(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return;
        }

        // One writer at a time per story, taken in one order, so that nobody else claims, projects or counts for them meanwhile.
        await connection.ExecuteAsync(new CommandDefinition(
            """
            select id
            from articles
            where id = any(@ids)
            order by id
            for update
            """,
            new { ids },
            cancellationToken: cancellationToken));
        await SlugClaims.Move(connection, ids, cancellationToken);
        await SlugClaims.Claim(connection, ids, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update articles
            set status = 'published',
                first_published_at = coalesce(first_published_at, now()),
                published_at = coalesce(published_at, first_published_at, now()),
                updated_at = clock_timestamp()
            where id = any(@ids)
            """,
            new { ids },
            cancellationToken: cancellationToken));
        await MastheadEvidence.Remove(connection, ids, cancellationToken);
        await MastheadEvidence.Add(connection, ids, cancellationToken);
        await PublishedProjection.Write(connection, ids, cancellationToken);
        await FiledLinks.Write(connection, ids, cancellationToken);
        await FilingStore.Reveal(connection, ids, cancellationToken);
    }

    /// <summary>Takes these stories down: nothing public holds them, or counts them, from the commit on.</summary>
    public static async Task TakeDown(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        await MastheadEvidence.Remove(connection, ids, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from published_articles
            where article_id = any(@ids);

            update articles
            set status = 'unpublished'
            where id = any(@ids)
              and status = 'published'
            """,
            new { ids },
            cancellationToken: cancellationToken));
    }

    /// <summary>Counts up the version of a story for a person's action that is no save; false when the story is at another version.</summary>
    public static async Task<bool> Advance(NpgsqlConnection connection, Guid id, int version, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update articles
            set version = version + 1,
                edited_at = now(),
                updated_at = clock_timestamp()
            where id = @id
              and version = @version
            """,
            new { id, version },
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Puts a story into the trash, or takes it out again.</summary>
    public static Task Trash(NpgsqlConnection connection, Guid id, bool isTrashed, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update articles
            set deleted_at = case when @isTrashed then now() end
            where id = @id
            """,
            new { id, isTrashed },
            cancellationToken: cancellationToken));

    /// <summary>Makes a story the original of its translations.</summary>
    public static Task Group(NpgsqlConnection connection, Guid group, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update articles
            set translation_group = @group
            where id = @group
              and translation_group is null;

            update published_articles
            set translation_group = @group
            where article_id = @group
              and translation_group is null
            """,
            new { group },
            cancellationToken: cancellationToken));
}

/// <summary>What a save made of a story.</summary>
internal sealed record SavedArticle
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required int Revision { get; init; }
    public string? Slug { get; init; }
    public required string Status { get; init; }
    public DateTime? PublishedAt { get; init; }
    public DateTime? FirstPublishedAt { get; init; }

    /// <summary>What the save of an editor's draft makes of a story that nobody else can change meanwhile.</summary>
    /// <param name="draft">What is saved.</param>
    /// <param name="present">The story before it; null for a new one.</param>
    public static SavedArticle Of(ArticleDraft draft, ArticleRow? present) => new()
    {
        Id = draft.Id,
        Version = (present?.Version ?? 0) + 1,
        Revision = (present?.Revision ?? 0) + 1,
        Slug = draft.Slug,
        Status = present?.Status ?? "draft",
        PublishedAt = draft.PublishedAt ?? present?.FirstPublishedAt,
        FirstPublishedAt = present?.FirstPublishedAt,
    };
}
