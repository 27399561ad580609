using System.Text.Json;
using Cms.Content.Sources;
using Cms.Taxonomy;
using Dapper;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Writes runs and what became of their documents.</summary>
internal static class RunStore
{
    /// <summary>The publication that documents go to, by slug or id, the default one when nothing is said; and the names of its sections.</summary>
    public static async Task<IngestionPublication?> Publication(
        NpgsqlConnection connection, string? reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<PublicationRow>(new CommandDefinition(
            """
            select p.id, p.language, p.time_zone,
                array(select s.name from sections s where s.publication_id = p.id and s.slug is not null order by s.slug) as sections
            from publications p
            where case when @reference::text is null then p.is_default else p.slug = @reference or p.id = @id end
            """,
            new { reference, id = TaxonomyAddress.IdOf(reference) },
            cancellationToken: cancellationToken));
        return row is null ? null : new IngestionPublication(row.Id, new ReadingContext
        {
            DefaultLanguage = row.Language,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone),
            Now = now,
            Sections = row.Sections.ToHashSet(StringComparer.Ordinal),
        });
    }

    /// <summary>Closes what was cut off: whoever holds the publication's lock is the only one with a run under way.</summary>
    public static Task CloseInterrupted(NpgsqlConnection connection, Guid publicationId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update ingestions
            set state = 'interrupted', finished_at = now()
            where publication_id = @publicationId
              and state = 'running'
            """,
            new { publicationId },
            cancellationToken: cancellationToken));

    /// <summary>Opens a run.</summary>
    public static Task Begin(NpgsqlConnection connection, IngestionRun run, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into ingestions (id, publication_id, kind, name, state, parser_version)
            values (@Id, @PublicationId, @Kind, @Name, 'running', @Version)
            """,
            new { run.Id, run.PublicationId, run.Kind, run.Name, SourceForm.Version },
            cancellationToken: cancellationToken));

    /// <summary>Adds to a run's counts.</summary>
    public static Task Count(NpgsqlConnection connection, Guid runId, Tally tally, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            update ingestions
            set {Counts}
            where id = @RunId
            """,
            Parameters(runId, tally),
            cancellationToken: cancellationToken));

    /// <summary>Closes a run, adding what has not been counted yet.</summary>
    public static Task End(NpgsqlConnection connection, Guid runId, string state, Tally uncounted, CancellationToken cancellationToken)
    {
        var parameters = Parameters(runId, uncounted);
        parameters.Add("State", state);
        return connection.ExecuteAsync(new CommandDefinition(
            $"""
            update ingestions
            set {Counts},
                state = @State,
                finished_at = clock_timestamp(),
                milliseconds = extract(epoch from clock_timestamp() - started_at) * 1000
            where id = @RunId
            """,
            parameters,
            cancellationToken: cancellationToken));
    }

    /// <summary>Lists what became of documents; unchanged ones are only counted.</summary>
    public static Task Record(NpgsqlConnection connection, Guid runId, IReadOnlyList<DocumentOutcome> outcomes, CancellationToken cancellationToken)
    {
        var listed = outcomes.Where(outcome => outcome.Outcome != DocumentOutcome.Unchanged).ToArray();
        return listed.Length == 0 ? Task.CompletedTask : connection.ExecuteAsync(new CommandDefinition(
            """
            insert into ingestion_documents (ingestion_id, number, file, source_key, outcome, line, code, detail, warnings, article_id)
            select @runId, d.number, d.file, d.source_key, d.outcome, d.line, d.code, d.detail, d.warnings::json, d.article_id
            from unnest(@Numbers, @Files, @Keys, @Outcomes, @Lines, @Codes, @Details, @Warnings, @ArticleIds)
                as d (number, file, source_key, outcome, line, code, detail, warnings, article_id)
            """,
            new
            {
                runId,
                Numbers = listed.Select(outcome => outcome.Number).ToArray(),
                Files = listed.Select(outcome => outcome.File).ToArray(),
                Keys = listed.Select(outcome => outcome.SourceKey).ToArray(),
                Outcomes = listed.Select(outcome => outcome.Outcome).ToArray(),
                Lines = listed.Select(outcome => outcome.Refusal?.Line).ToArray(),
                Codes = listed.Select(outcome => outcome.Refusal?.Code ?? outcome.Code).ToArray(),
                Details = listed.Select(outcome => outcome.Refusal?.Detail ?? outcome.Detail).ToArray(),
                Warnings = listed
                    .Select(outcome => JsonSerializer.Serialize(outcome.Warnings, StoredJson.Readable.IReadOnlyListSourceWarning))
                    .ToArray(),
                ArticleIds = listed.Select(outcome => outcome.ArticleId).ToArray(),
            },
            cancellationToken: cancellationToken));
    }

    private const string Counts =
        """
        seen = seen + @Seen,
            created = created + @Created,
            updated = updated + @Updated,
            unchanged = unchanged + @Unchanged,
            duplicate = duplicate + @Duplicate,
            conflict = conflict + @Conflict,
            rejected = rejected + @Rejected,
            missing = missing + @Missing
        """;

    private static DynamicParameters Parameters(Guid runId, Tally tally)
    {
        var parameters = new DynamicParameters(tally);
        parameters.Add("RunId", runId);
        return parameters;
    }

    private sealed record PublicationRow
    {
        public required Guid Id { get; init; }
        public required string Language { get; init; }
        public required string TimeZone { get; init; }
        public required string[] Sections { get; init; }
    }
}
