using Dapper;
using Npgsql;

namespace Cms.Taxonomy;

/// <summary>Looks up what an editor's story refers to by slug, inside the caller's transaction.</summary>
internal static class StoryReferences
{
    /// <summary>
    /// The publication with this id, or this slug, or the default one, and the ids behind slugs of it, in one round trip; null when there is no
    /// such publication. An unknown slug is left out.
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
        var found = (await connection.QueryAsync<ReferenceRow>(new CommandDefinition(
            """
            with home as (
                select id, slug, language
                from publications
                where case when @id::uuid is not null then id = @id when @publication::text is not null then slug = @publication else is_default end
            )
            select 'publication' as kind, h.id, h.slug, h.language
            from home h
            union all
            select 'section', s.id, s.slug, null
            from home h
            join sections s on s.publication_id = h.id and s.slug = @section
            union all
            select 'tag', t.id, t.slug, null
            from home h
            join tags t on t.publication_id = h.id and t.slug = any(@tags)
            union all
            select 'author', c.id, c.slug, null
            from home h
            join contributors c on c.publication_id = h.id and c.slug = any(@authors)
            """,
            new { publication, id, section, tags = tags.ToArray(), authors = authors.ToArray() },
            cancellationToken: cancellationToken))).ToLookup(row => row.Kind);
        return found["publication"].SingleOrDefault() is not { } home
            ? null
            : new StoryFiling
            {
                Home = new StoryHome { Id = home.Id, Slug = home.Slug, Language = home.Language! },
                SectionId = found["section"].SingleOrDefault()?.Id,
                Tags = found["tag"].ToDictionary(tag => tag.Slug, tag => tag.Id),
                Authors = found["author"].ToDictionary(author => author.Slug, author => author.Id),
            };
    }

    private sealed record ReferenceRow
    {
        public required string Kind { get; init; }
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public string? Language { get; init; }
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
}
