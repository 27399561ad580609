using Dapper;
using Npgsql;

namespace Cms.Taxonomy;

/// <summary>Looks up what an editor's story refers to by slug, inside the caller's transaction.</summary>
internal static class StoryReferences
{
    /// <summary>The publication with this slug, or the default one; null when there is none.</summary>
    public static Task<StoryHome?> Home(NpgsqlConnection connection, string? slug, Guid? id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<StoryHome>(new CommandDefinition(
            """
            select id, slug, language
            from publications
            where case when @id::uuid is not null then id = @id when @slug::text is not null then slug = @slug else is_default end
            """,
            new { slug, id },
            cancellationToken: cancellationToken));

    /// <summary>The ids behind slugs of one publication; an unknown slug is left out.</summary>
    public static async Task<StoryFiling> Find(
        NpgsqlConnection connection, Guid publicationId, string? section, IEnumerable<string> tags, IEnumerable<string> authors, CancellationToken cancellationToken)
    {
        await using var found = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            select id
            from sections
            where publication_id = @publicationId
              and slug = @section;

            select slug, id
            from tags
            where publication_id = @publicationId
              and slug = any(@tags);

            select slug, id
            from contributors
            where publication_id = @publicationId
              and slug = any(@authors)
            """,
            new { publicationId, section, tags = tags.ToArray(), authors = authors.ToArray() },
            cancellationToken: cancellationToken));
        return new StoryFiling
        {
            SectionId = await found.ReadSingleOrDefaultAsync<Guid?>(),
            Tags = (await found.ReadAsync<(string Slug, Guid Id)>()).ToDictionary(tag => tag.Slug, tag => tag.Id),
            Authors = (await found.ReadAsync<(string Slug, Guid Id)>()).ToDictionary(author => author.Slug, author => author.Id),
        };
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
    public Guid? SectionId { get; init; }
    public required IReadOnlyDictionary<string, Guid> Tags { get; init; }
    public required IReadOnlyDictionary<string, Guid> Authors { get; init; }
}
