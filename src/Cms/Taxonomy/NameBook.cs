using System.Collections.Concurrent;
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
    private const int Remembered = 100_000;

    private readonly ConcurrentDictionary<Guid, Entry> entries = [];

    /// <summary>Each id with its `{id, slug, name}`; null where readers may see none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string?>> Read(List<Guid> ids, CancellationToken cancellationToken)
    {
        var changes = database.Changes;
        // Before anything is read, so that a change that comes meanwhile is one since.
        var generation = changes.Generation;
        var isTrusted = changes.IsTrusted;
        var names = new Dictionary<Guid, string?>();
        List<Guid>? unknown = null;
        foreach (var id in ids)
        {
            ref var name = ref CollectionsMarshal.GetValueRefOrAddDefault(names, id, out var isRepeated);
            if (isRepeated)
            {
                continue;
            }

            if (isTrusted && entries.TryGetValue(id, out var entry) && Holds(changes, entry))
            {
                name = entry.Json;
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
                Remember(id, new Entry(json, generation, current == id ? [id] : [id, current]));
            }
        }

        return names;
    }

    private static bool Holds(ChangeLog changes, Entry entry) =>
        !changes.HasChangedSince(entry.Generation) || !changes.HasChangedSince(entry.Generation, entry.Of);

    private void Remember(Guid id, Entry entry)
    {
        if (entries.Count >= Remembered)
        {
            entries.Clear();
        }

        entries[id] = entry;
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
                select a.current_id, c.slug, c.name from public_contributor_aliases a join public_contributors c on c.id = a.current_id where a.id = i.id
                union all
                select a.current_id, s.slug, s.name from public_section_aliases a join public_sections s on s.id = a.current_id where a.id = i.id
                union all
                select p.id, p.slug, p.name from publications p where p.id = i.id) x on true
            """,
            new { ids },
            cancellationToken: cancellationToken));
    }

    private readonly record struct Entry(string? Json, long Generation, Guid[] Of);
}
