using Dapper;
using Npgsql;

namespace Cms.Benchmarks.Archive;

/// <summary>What the archive's stories are filed under: some tags on many stories, some on few.</summary>
internal sealed class ArchiveFiling
{
    private const int MiddlingEvery = 100;
    private const int RareEvery = 2_000;

    public Guid[] Sections { get; } = NewIds(8);
    public Guid[] Contributors { get; } = NewIds(200);
    public Guid[] Tags { get; } = NewIds(300);

    /// <summary>The tag of three stories in ten.</summary>
    public Guid Popular => Tags[0];

    /// <summary>The tag of one story in a hundred.</summary>
    public Guid Middling => Tags[1];

    /// <summary>The tag of one story in two thousand.</summary>
    public Guid Rare => Tags[2];

    public Guid[] TagsOf(int number, Random random)
    {
        var tags = new HashSet<Guid>(random.GetItems(Tags.AsSpan(3), 3));
        if (number % 10 < 3)
        {
            tags.Add(Popular);
        }

        if (number % MiddlingEvery == 0)
        {
            tags.Add(Middling);
        }

        if (number % RareEvery == 0)
        {
            tags.Add(Rare);
        }

        return [.. tags];
    }

    public async Task Store(NpgsqlConnection connection, GeneratedText text)
    {
        foreach (var (table, ids) in new[] { ("sections", Sections), ("contributors", Contributors), ("tags", Tags) })
        {
            await connection.ExecuteAsync(
                $"""
                insert into {table} (id, publication_id, slug, name, public_since)
                select x.id, p.id, 'filed-' || x.number, x.name, now()
                from publications p, unnest(@ids, @names) with ordinality x (id, name, number)
                where p.is_default
                """,
                new { ids, names = ids.Select(_ => text.Title(2)).ToArray() });
        }
    }

    private static Guid[] NewIds(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
}
