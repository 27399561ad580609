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

    private const string HomeStatement =
        $"""
        select id, slug, language, (select row_to_json(x)::text from (select p.id, p.slug, p.name) x), clock_timestamp()
        from publications p
        where {IsHome}
        """;

    private static readonly string SectionStatement = TermStatement("section");
    private static readonly string TagStatement = TermStatement("tag");
    private static readonly string AuthorStatement = TermStatement("contributor");

    /// <summary>The publication with this slug, which may be a former one, or the default one; null when there is none.</summary>
    public static async Task<StoryHome?> Home(NpgsqlConnection connection, string? publication, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { With(publication, id: null, HomeStatement) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? HomeOf(reader) : null;
    }

    /// <summary>
    /// The publication with this id, or this slug, or the default one, and what slugs of it name, in one round trip; null when there is no
    /// such publication. Old slugs are found, unknown ones left out. Nobody deletes what was found before the write ends.
    /// </summary>
    public static async Task<StoryFiling?> Find(
        NpgsqlConnection connection,
        string? publication,
        Guid? id,
        string? section,
        string[] tags,
        string[] authors,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                With(publication, id, HomeStatement),
                With(publication, id, SectionStatement, section is null ? [] : [section]),
                With(publication, id, TagStatement, tags),
                With(publication, id, AuthorStatement, authors),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var names = new Dictionary<Guid, string?>();
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (home, now) = (HomeOf(reader), reader.GetDateTime(4));
        names.Add(home.Id, reader.GetString(3));
        return new StoryFiling
        {
            Home = home,
            Now = now,
            SectionId = (await Found(reader, names, cancellationToken)).Values.Cast<Guid?>().SingleOrDefault(),
            Tags = await Found(reader, names, cancellationToken),
            Authors = await Found(reader, names, cancellationToken),
            Names = names,
        };
    }

    private static string TermStatement(string table) =>
        $"""
        select
            t.current_id,
            t.slug,
            (select row_to_json(x)::text from (select n.id, n.slug, n.name from {table}s n where n.id = t.current_id) x) as json
        from {table}_aliases t
        where t.publication_id = (select id from publications where {IsHome})
          and t.slug = any($3)
        for key share of t
        """;

    private static NpgsqlBatchCommand With(string? publication, Guid? id, string sql, string[]? slugs = null)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new NpgsqlParameter { Value = (object?)publication ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        if (slugs is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = slugs });
        }

        return command;
    }

    private static StoryHome HomeOf(NpgsqlDataReader reader) =>
        new() { Id = reader.GetGuid(0), Slug = reader.GetString(1), Language = reader.GetString(2) };

    private static async Task<IReadOnlyDictionary<string, Guid>> Found(
        NpgsqlDataReader reader, Dictionary<Guid, string?> names, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Guid>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            found.Add(reader.GetString(1), id);
            names[id] = reader.GetString(2);
        }

        return found;
    }
}

/// <summary>The publication of a story.</summary>
internal sealed record StoryHome
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Language { get; init; }
}

/// <summary>What slugs turned out to be.</summary>
internal sealed record StoryFiling
{
    public required StoryHome Home { get; init; }

    /// <summary>The server's clock inside the transaction: the time of a save that follows at once.</summary>
    public required DateTime Now { get; init; }

    public Guid? SectionId { get; init; }
    public required IReadOnlyDictionary<string, Guid> Tags { get; init; }
    public required IReadOnlyDictionary<string, Guid> Authors { get; init; }

    /// <summary>Each id with its `{id, slug, name}`.</summary>
    public required IReadOnlyDictionary<Guid, string?> Names { get; init; }
}
