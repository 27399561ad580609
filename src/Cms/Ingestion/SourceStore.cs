using Dapper;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>All SQL about source documents.</summary>
internal static class SourceStore
{
    /// <summary>What is known of documents before they are read, by key.</summary>
    public static async Task<IReadOnlyDictionary<string, KnownSource>> Known(
        NpgsqlConnection connection, Guid publicationId, string[] keys, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<KnownSource>(new CommandDefinition(
            """
            select
                s.source_key,
                s.byte_hash,
                s.missing_since is not null
                    or exists (
                        select from quarantine q
                        where q.publication_id = s.publication_id and q.source_key = s.source_key and q.state = 'open'
                          and q.code <> 'E_DUPLICATE_KEY') as is_out
            from source_documents s
            where s.publication_id = @publicationId
              and s.source_key = any(@keys)
            """,
            new { publicationId, keys },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.SourceKey, StringComparer.Ordinal);
    }

    /// <summary>The documents with these keys as the last run left them; their articles are locked against editors until the batch is in.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredSource>> Lock(
        NpgsqlConnection connection, Guid publicationId, string[] keys, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<StoredSource>(new CommandDefinition(
            """
            select
                s.id, s.source_key, s.content_hash, s.article_id, s.revision, s.duplicate_of,
                a.version, a.status, a.deleted_at is not null as is_trashed, coalesce(a.edited_at > s.ingested_at, false) as is_edited
            from source_documents s
            join articles a on a.id = s.article_id
            where s.publication_id = @publicationId
              and s.source_key = any(@keys)
            order by a.id
            for update of a
            """,
            new { publicationId, keys },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.SourceKey, StringComparer.Ordinal);
    }

    /// <summary>The first documents with these contents, by content hash.</summary>
    public static async Task<IReadOnlyDictionary<string, FirstSource>> WithContent(
        NpgsqlConnection connection, Guid publicationId, string[] contentHashes, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<FirstSource>(new CommandDefinition(
            """
            -- One look into the index for each: of a table that has just been filled the planner knows too little not to read all of it.
            select s.content_hash, s.id, s.article_id, s.revision
            from unnest(@contentHashes) as c (content_hash)
            cross join lateral (
                select s.content_hash, s.id, s.article_id, s.revision
                from source_documents s
                where s.publication_id = @publicationId
                  and s.content_hash = c.content_hash
                  and s.duplicate_of is null
                order by s.first_seen_at, s.id
                limit 1
            ) s
            """,
            new { publicationId, contentHashes },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.ContentHash, StringComparer.Ordinal);
    }

    /// <summary>Keeps the documents as they came.</summary>
    public static Task Keep(
        NpgsqlConnection connection,
        Guid publicationId,
        string origin,
        IReadOnlyList<PlannedDocument> documents,
        CancellationToken cancellationToken) =>
        documents.Count == 0 ? Task.CompletedTask : connection.ExecuteAsync(new CommandDefinition(
            """
            insert into source_documents as s (
                id, publication_id, source_key, kind, origin, file, raw, byte_hash, content_hash, parser_version, article_id, revision, duplicate_of)
            select
                d.id, @publicationId, d.source_key, d.kind, @origin, d.file, d.raw, d.byte_hash, d.content_hash, d.parser_version,
                d.article_id, d.revision, d.duplicate_of
            from unnest(@Ids, @Keys, @Kinds, @Files, @Raws, @ByteHashes, @ContentHashes, @ParserVersions, @ArticleIds, @Revisions, @DuplicatesOf)
                as d (id, source_key, kind, file, raw, byte_hash, content_hash, parser_version, article_id, revision, duplicate_of)
            on conflict (publication_id, source_key) do update set
                kind = excluded.kind, origin = excluded.origin, file = excluded.file, raw = excluded.raw,
                byte_hash = excluded.byte_hash, content_hash = excluded.content_hash,
                parser_version = excluded.parser_version, article_id = excluded.article_id, revision = excluded.revision,
                duplicate_of = excluded.duplicate_of, missing_since = null,
                -- Stays where ingestion left the article alone, so that an editor's change still counts as later.
                ingested_at = case when excluded.source_key = any(@WrittenKeys) then now() else s.ingested_at end
            """,
            new
            {
                publicationId,
                origin,
                Ids = documents.Select(document => document.SourceId).ToArray(),
                Keys = documents.Select(document => document.Read.File.Key).ToArray(),
                Kinds = documents.Select(document => document.Read.File.Form.Kind).ToArray(),
                ParserVersions = documents.Select(document => document.Read.File.Form.ParserVersion).ToArray(),
                Files = documents.Select(document => document.Read.File.Name).ToArray(),
                Raws = documents.Select(document => document.Read.Raw).ToArray(),
                ByteHashes = documents.Select(document => document.Read.ByteHash).ToArray(),
                ContentHashes = documents.Select(document => document.Read.Manuscript!.ContentHash).ToArray(),
                ArticleIds = documents.Select(document => document.ArticleId).ToArray(),
                Revisions = documents.Select(document => document.Revision).ToArray(),
                DuplicatesOf = documents.Select(document => document.DuplicateOf).ToArray(),
                WrittenKeys = documents.Where(document => document.IsWritten).Select(document => document.Read.File.Key).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>Documents that are back.</summary>
    public static Task Recover(NpgsqlConnection connection, Guid publicationId, string[] keys, CancellationToken cancellationToken) =>
        keys.Length == 0 ? Task.CompletedTask : connection.ExecuteAsync(new CommandDefinition(
            """
            update source_documents
            set missing_since = null
            where publication_id = @publicationId
              and source_key = any(@keys)
              and missing_since is not null
            """,
            new { publicationId, keys },
            cancellationToken: cancellationToken));

    /// <summary>Marks the documents of a folder that are no longer in it; their articles stay.</summary>
    public static async Task<IReadOnlyList<MissingSource>> MarkMissing(
        NpgsqlConnection connection, Guid publicationId, string origin, string[] present, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<MissingSource>(new CommandDefinition(
            """
            with gone as (
                update source_documents
                set missing_since = now()
                where publication_id = @publicationId
                  and origin = @origin
                  and missing_since is null
                  and source_key <> all(@present)
                returning source_key, file, article_id
            )
            select source_key, file, article_id
            from gone
            order by file
            """,
            new { publicationId, origin, present },
            cancellationToken: cancellationToken));
        return rows.AsList();
    }
}
