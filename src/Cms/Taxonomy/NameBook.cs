using System.Runtime.InteropServices;
using Cms.Data;
using Cms.Data.Watching;
using Dapper;

namespace Cms.Taxonomy;

/// <summary>
/// The references to public publications, sections, contributors and tags as JSON, remembered as long as they do not change: pages of stories
/// show the same ones again and again. What was merged is found by the id that it had.
/// </summary>
internal sealed class NameBook(Database database)
{
    private const int Most = 100_000;

    private readonly Remembered<Guid, string?> remembered = new(database.Changes, Most);

    /// <summary>Each id with its `{id, slug, name}`; null where readers may see none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string?>> Read(List<Guid> ids, CancellationToken cancellationToken)
    {
        var generation = database.Changes.Generation;
        var names = new Dictionary<Guid, string?>();
        List<Guid>? unknown = null;
        foreach (var id in ids)
        {
            ref var name = ref CollectionsMarshal.GetValueRefOrAddDefault(names, id, out var isRepeated);
            if (isRepeated)
            {
                continue;
            }

            if (remembered.TryGet(id, out var json))
            {
                name = json;
            }
            else
            {
                (unknown ??= []).Add(id);
            }
        }

        if (unknown is not null)
        {
            foreach (var (id, current, json) in await Ask([.. unknown], cancellationToken))
            {
                names[id] = json;
                remembered.Add(id, json, generation, current == id ? [id] : [id, current]);
            }
        }

        return names;
    }

    private async Task<IEnumerable<(Guid Id, Guid Current, string? Json)>> Ask(Guid[] ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<(Guid, Guid, string?)>(new CommandDefinition(
            """
            select i.id, coalesce(x.id, i.id), row_to_json(x)::text
            from unnest(@ids) i (id)
            left join lateral (
                select a.current_id as id, t.slug, t.name from public_tag_aliases a join public_tags t on t.id = a.current_id where a.id = i.id
                union all
                select a.current_id, c.slug, c.name
                from public_contributor_aliases a join public_contributors c on c.id = a.current_id where a.id = i.id
                union all
                select a.current_id, s.slug, s.name from public_section_aliases a join public_sections s on s.id = a.current_id where a.id = i.id
                union all
                select p.id, p.slug, p.name from publications p where p.id = i.id) x on true
            """,
            new { ids },
            cancellationToken: cancellationToken));
    }
}
