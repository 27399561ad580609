using System.Globalization;
using Dapper;
using Npgsql;

namespace Cms.Taxonomy.Writing;

/// <summary>What refers to a contributor, a section, a tag or a publication, counted.</summary>
/// <param name="Counts">The counts by name.</param>
internal sealed record TermUses(IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>Whether anything refers to it.</summary>
    public bool Any => Counts.Values.Any(count => count > 0);

    /// <summary>The counts as a program reads them.</summary>
    public IReadOnlyDictionary<string, string> Facts =>
        Counts.ToDictionary(count => count.Key, count => count.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The counts as a person reads them.</summary>
    public override string ToString() =>
        string.Join(", ", Facts.Where(fact => fact.Value != "0").Select(fact => $"{fact.Key} {fact.Value}"));

    /// <summary>Counts what refers to a row, by its own id or by that of one that was merged into it.</summary>
    public static async Task<TermUses> Of<TRow, TInput, TShape>(
        NpgsqlConnection connection, TermKind<TRow, TInput, TShape> kind, Guid id, CancellationToken cancellationToken)
        where TRow : TaxonomyRow
        where TInput : class, ITermInput
        where TShape : TaxonomyHead
    {
        var ids = await connection.QueryAsync<Guid>(new CommandDefinition(
            $"select id from {kind.Relation.Noun}_aliases where current_id = @id", new { id }, cancellationToken: cancellationToken));
        var row = await connection.QuerySingleAsync<UsesRow>(new CommandDefinition(
            $"""
            select
                (select count(*) from {kind.Published}) as published,
                count(*) filter (where r.number = a.revision and a.deleted_at is null) as working,
                count(*) filter (where r.number = a.revision and a.deleted_at is not null) as trashed,
                count(*) filter (where r.number < a.revision) as revisions,
                (select count(*) from pending_revisions r where {kind.Revised}) as pending,
                {kind.Below} as below
            from revisions r
            join articles a on a.id = r.article_id
            where {kind.Revised}
            """,
            new { Id = id, Ids = ids.ToArray() },
            cancellationToken: cancellationToken));
        var counts = new Dictionary<string, long>
        {
            ["published"] = row.Published,
            ["working"] = row.Working,
            ["trashed"] = row.Trashed,
            ["revisions"] = row.Revisions,
            ["pending"] = row.Pending,
        };
        if (kind.Place is not null)
        {
            counts.Add("sections", row.Below);
        }

        return new TermUses(counts);
    }

    private sealed record UsesRow
    {
        public required long Published { get; init; }
        public required long Working { get; init; }
        public required long Trashed { get; init; }
        public required long Revisions { get; init; }
        public required long Pending { get; init; }
        public required long Below { get; init; }
    }
}
