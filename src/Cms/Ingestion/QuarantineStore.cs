using Dapper;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Documents that could not be read: kept in mind until a later version can.</summary>
internal static class QuarantineStore
{
    /// <summary>Puts documents that could not be read into quarantine; the same bytes with the same fault only count up.</summary>
    public static Task Put(
        NpgsqlConnection connection, Guid publicationId, IReadOnlyList<ReadDocument> refused, CancellationToken cancellationToken) =>
        refused.Count == 0 ? Task.CompletedTask : connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quarantine as q (id, publication_id, file, source_key, byte_hash, code, line, "column", byte_offset, detail, parser_version)
            select d.id, @publicationId, d.file, d.source_key, d.byte_hash, d.code, d.line, d."column", d.byte_offset, d.detail, d.parser_version
            from unnest(@Ids, @Files, @Keys, @ByteHashes, @Codes, @Lines, @Columns, @ByteOffsets, @Details, @ParserVersions)
                as d (id, file, source_key, byte_hash, code, line, "column", byte_offset, detail, parser_version)
            on conflict (publication_id, file, byte_hash, code) do update set
                attempts = q.attempts + 1,
                last_seen_at = now(),
                parser_version = excluded.parser_version,
                state = case when q.state = 'ignored' then 'ignored' else 'open' end
            """,
            new
            {
                publicationId,
                ParserVersions = refused.Select(document => document.File.Form.ParserVersion).ToArray(),
                Ids = refused.Select(_ => Guid.CreateVersion7()).ToArray(),
                Files = refused.Select(document => document.File.Name).ToArray(),
                Keys = refused.Select(document => document.File.Key).ToArray(),
                ByteHashes = refused.Select(document => document.ByteHash).ToArray(),
                Codes = refused.Select(document => document.Refusal!.Code).ToArray(),
                Lines = refused.Select(document => document.Refusal!.Line).ToArray(),
                Columns = refused.Select(document => document.Refusal!.Column).ToArray(),
                ByteOffsets = refused.Select(document => document.Refusal!.ByteOffset).ToArray(),
                Details = refused.Select(document => document.Refusal!.Detail).ToArray(),
            },
            cancellationToken: cancellationToken));

    /// <summary>Closes what a good version has answered. A second file with the same key is no matter of versions.</summary>
    public static Task Resolve(NpgsqlConnection connection, Guid publicationId, string[] keys, CancellationToken cancellationToken) =>
        keys.Length == 0 ? Task.CompletedTask : connection.ExecuteAsync(new CommandDefinition(
            """
            update quarantine
            set state = 'resolved'
            where publication_id = @publicationId
              and source_key = any(@keys)
              and state = 'open'
              and code <> 'E_DUPLICATE_KEY'
            """,
            new { publicationId, keys },
            cancellationToken: cancellationToken));
}
