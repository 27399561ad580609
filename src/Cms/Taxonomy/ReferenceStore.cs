using Cms.Data;
using Dapper;

namespace Cms.Taxonomy;

/// <summary>Turns slugs and ids of filters into ids, all in one statement.</summary>
internal sealed class ReferenceStore(Database database)
{
    /// <summary>Looks the references up; readers find only what is public.</summary>
    public async Task<Filed> Resolve(FilingReferences references, bool isDraft, CancellationToken cancellationToken)
    {
        if (references.IsEmpty)
        {
            return Filed.Nowhere;
        }

        var side = isDraft ? "" : "public_";
        await using var connection = await (isDraft ? database.Newsroom : database.Reader).OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<FiledRow>(new CommandDefinition(
            $"""
            with recursive home as (
                select id, time_zone
                from publications
                where id = {TaxonomyStore.Home}
            ),
            below as (
                select s.current_id as id
                from {side}section_aliases s, home
                where s.publication_id = home.id and s.slug = @Section or s.id = @SectionId
                union
                select s.id
                from {side}sections s
                join below on s.parent_id = below.id
            )
            select
                home.id as publication_id,
                home.time_zone,
                -- Stories keep the id that they were filed under.
                array(select s.id from below join {side}section_aliases s on s.current_id = below.id) as sections,
                (select c.current_id
                 from {side}contributor_aliases c
                 where c.publication_id = home.id and c.slug = @Author or c.id = @AuthorId) as author,
                array(
                    select t.current_id
                    from unnest(@Tags::text[], @TagIds::uuid[]) r (slug, id)
                    join {side}tag_aliases t on t.publication_id = home.id and t.slug = r.slug or t.id = r.id) as tags,
                array(
                    select t.current_id
                    from unnest(@TagsAny::text[], @TagsAnyIds::uuid[]) r (slug, id)
                    join {side}tag_aliases t on t.publication_id = home.id and t.slug = r.slug or t.id = r.id) as tags_any
            from home
            """,
            references,
            cancellationToken: cancellationToken));
        return row is null ? new Filed { IsUnknown = true } : Judge(references, row);
    }

    private static Filed Judge(FilingReferences asked, FiledRow found) => new()
    {
        IsUnknown = (asked.Section is not null && found.Sections.Length == 0)
            || (asked.Author is not null && found.Author is null)
            || found.Tags.Length < asked.Tags.Length
            || (asked.TagsAny.Length > 0 && found.TagsAny.Length == 0),
        PublicationId = found.PublicationId,
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(found.TimeZone),
        Sections = found.Sections,
        Author = found.Author,
        Tags = [.. found.Tags.Distinct()],
        TagsAny = found.TagsAny,
    };

    private sealed record FiledRow
    {
        public required Guid PublicationId { get; init; }
        public required string TimeZone { get; init; }
        public required Guid[] Sections { get; init; }
        public Guid? Author { get; init; }
        public required Guid[] Tags { get; init; }
        public required Guid[] TagsAny { get; init; }
    }
}
