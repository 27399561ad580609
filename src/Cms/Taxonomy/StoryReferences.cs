using Cms.Data;
using Npgsql;
using NpgsqlTypes;

namespace Cms.Taxonomy;

/// <summary>Looks up what an editor's story refers to by slug, inside the caller's transaction.</summary>
internal static class StoryReferences
{
    private const string IsHome =
        """
        case
            when $1 is not null then id = $1
            when $2 is null then is_default
            else slug = $2 or id = (select o.publication_id from former_publication_slugs o where o.slug = $2)
        end
        """;

    // A transaction that has written may see what nobody else will ever see.
    private const string HomeStatement =
        $"""
        select id, slug, language, (select row_to_json(x)::text from (select p.id, p.slug, p.name) x), version,
            pg_current_xact_id_if_assigned() is null
        from publications p
        where {IsHome}
        """;

    private static readonly string SectionStatement = TermStatement("section");
    private static readonly string TagStatement = TermStatement("tag");
    private static readonly string AuthorStatement = TermStatement("contributor");

    /// <summary>The publication with this slug, which may be a former one, or the default one; null when there is none.</summary>
    public static async Task<StoryHome?> Home(NpgsqlConnection connection, string? publication, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { With(new StoryFilingQuery(publication, null, null, [], []), HomeStatement) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? HomeOf(reader) : null;
    }

    /// <summary>
    /// The publication with this id, or this slug, or the default one, and what slugs of it name, from memory or in one round trip; null when
    /// there is no such publication. Old slugs are found, unknown ones left out. A story that is filed by it must be saved with `hold_filing`.
    /// </summary>
    public static async Task<StoryFiling?> Find(
        WriteTransaction write, FilingBook book, StoryFilingQuery query, CancellationToken cancellationToken) =>
        book.Find(query) ?? await Ask(write.Connection, book, query, cancellationToken);

    private static async Task<StoryFiling?> Ask(
        NpgsqlConnection connection, FilingBook book, StoryFilingQuery query, CancellationToken cancellationToken)
    {
        var generation = book.Generation;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                With(query, HomeStatement),
                With(query, SectionStatement, query.Section is null ? [] : [query.Section]),
                With(query, TagStatement, query.Tags),
                With(query, AuthorStatement, query.Authors),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (home, isCommitted) = (HomeOf(reader), reader.GetBoolean(5));
        if (isCommitted)
        {
            book.Remember(query, home, generation);
        }

        async Task<IReadOnlyDictionary<string, FiledTerm>> Next(FilingKind kind)
        {
            var found = new Dictionary<string, FiledTerm>(StringComparer.Ordinal);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var (slug, term) = (reader.GetString(1), new FiledTerm(reader.GetGuid(0), reader.GetString(2)));
                found.Add(slug, term);
                if (isCommitted && reader.GetBoolean(3))
                {
                    book.Remember(home.Id, kind, slug, term, generation);
                }
            }

            return found;
        }

        return new StoryFiling
        {
            Home = home,
            Sections = await Next(FilingKind.Section),
            Tags = await Next(FilingKind.Tag),
            Authors = await Next(FilingKind.Contributor),
        };
    }

    private static string TermStatement(string table) =>
        $"""
        select t.current_id, t.slug, (select row_to_json(x)::text from (select n.id, n.slug, n.name) x), n.public_since is not null
        from {table}_aliases t
        join {table}s n on n.id = t.current_id
        where t.publication_id = (select id from publications where {IsHome})
          and t.slug = any($3)
        """;

    private static NpgsqlBatchCommand With(StoryFilingQuery query, string sql, string[]? slugs = null)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid?> { TypedValue = query.PublicationId, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter<string?> { TypedValue = query.Publication, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        if (slugs is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = slugs });
        }

        return command;
    }

    private static StoryHome HomeOf(NpgsqlDataReader reader) =>
        new()
        {
            Id = reader.GetGuid(0),
            Slug = reader.GetString(1),
            Language = reader.GetString(2),
            Json = reader.GetString(3),
            Version = reader.GetInt32(4),
        };
}
