using Dapper;
using Npgsql;

namespace Cms.Taxonomy;

/// <summary>Looks up what an editor's story refers to by slug, inside the caller's transaction.</summary>
internal static class StoryReferences
{
    private const string Named =
        """
        case
            when @id::uuid is not null then id = @id
            when @publication::text is null then is_default
            else slug = @publication or id = (select o.publication_id from former_publication_slugs o where o.slug = @publication)
        end
        """;

    /// <summary>The publication with this slug, which may be a former one, or the default one; null when there is none.</summary>
    public static Task<StoryHome?> Home(NpgsqlConnection connection, string? publication, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<StoryHome>(new CommandDefinition(
            $"""
            select id, slug, language
            from publications
            where {Named}
            """,
            new { publication, id = default(Guid?) },
            cancellationToken: cancellationToken));

    /// <summary>
    /// The publication with this id, or this slug, or the default one, and what slugs of it name, in one round trip; null when there is no
    /// such publication. Old slugs are found, unknown ones left out. Nobody deletes what was found before the write ends.
    /// </summary>
    public static async Task<StoryFiling?> Find(
        NpgsqlConnection connection,
        string? publication,
        Guid? id,
        string? section,
        IEnumerable<string> tags,
        IEnumerable<string> authors,
        CancellationToken cancellationToken)
    {
        var rows = (await connection.QueryAsync<ReferenceRow>(new CommandDefinition(
            $"""
            with home as (
                select id, slug, language, (select row_to_json(x)::text from (select p.id, p.slug, p.name) x) as json
                from publications p
                where {Named}
            ),
            section as (
                select
                    s.current_id,
                    s.slug,
                    (select row_to_json(x)::text from (select n.id, n.slug, n.name from sections n where n.id = s.current_id) x) as json
                from home h
                join section_aliases s on s.publication_id = h.id and s.slug = @section
                for key share of s
            ),
            tag as (
                select
                    t.current_id,
                    t.slug,
                    (select row_to_json(x)::text from (select n.id, n.slug, n.name from tags n where n.id = t.current_id) x) as json
                from home h
                join tag_aliases t on t.publication_id = h.id and t.slug = any(@tags)
                for key share of t
            ),
            author as (
                select
                    c.current_id,
                    c.slug,
                    (select row_to_json(x)::text from (select n.id, n.slug, n.name from contributors n where n.id = c.current_id) x) as json
                from home h
                join contributor_aliases c on c.publication_id = h.id and c.slug = any(@authors)
                for key share of c
            )
            select 'publication' as kind, id, slug, language, json
            from home
            union all
            select 'section', current_id, slug, null, json
            from section
            union all
            select 'tag', current_id, slug, null, json
            from tag
            union all
            select 'author', current_id, slug, null, json
            from author
            """,
            new { publication, id, section, tags = tags.ToArray(), authors = authors.ToArray() },
            cancellationToken: cancellationToken))).AsList();
        var found = rows.ToLookup(row => row.Kind);
        return found["publication"].SingleOrDefault() is not { } home
            ? null
            : new StoryFiling
            {
                Home = new StoryHome { Id = home.Id, Slug = home.Slug, Language = home.Language! },
                SectionId = found["section"].SingleOrDefault()?.Id,
                Tags = found["tag"].ToDictionary(tag => tag.Slug, tag => tag.Id),
                Authors = found["author"].ToDictionary(author => author.Slug, author => author.Id),
                Names = rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => (string?)row.Json),
            };
    }

    private sealed record ReferenceRow
    {
        public required string Kind { get; init; }
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public string? Language { get; init; }
        public required string Json { get; init; }
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
    public Guid? SectionId { get; init; }
    public required IReadOnlyDictionary<string, Guid> Tags { get; init; }
    public required IReadOnlyDictionary<string, Guid> Authors { get; init; }

    /// <summary>Each id with its `{id, slug, name}`.</summary>
    public required IReadOnlyDictionary<Guid, string?> Names { get; init; }
}
