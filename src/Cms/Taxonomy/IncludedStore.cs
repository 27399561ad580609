using Cms.Data;
using Dapper;

namespace Cms.Taxonomy;

/// <summary>Reads what articles refer to, in one round trip however many there are.</summary>
internal sealed class IncludedStore(Database database)
{
    private static readonly string ForReaders = Statements(isDraft: false);
    private static readonly string ForNewsroom = Statements(isDraft: true);

    /// <summary>Reads the rows with these ids; readers get only what is public.</summary>
    public async Task<Included> Read(IncludedIds ids, bool isDraft, CancellationToken cancellationToken)
    {
        if (ids.IsEmpty)
        {
            return Included.Nothing;
        }

        await using var connection = await (isDraft ? database.Newsroom : database.Reader).OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            isDraft ? ForNewsroom : ForReaders, ids, cancellationToken: cancellationToken));
        return new Included
        {
            Contributors = [.. (await results.ReadAsync<ContributorRow>()).Select(row => new ContributorSummary(row))],
            Sections = [.. (await results.ReadAsync<SectionRow>()).Select(row => new SectionSummary(row))],
            Publications = [.. (await results.ReadAsync<PublicationRow>()).Select(row => new PublicationSummary(row))],
        };
    }

    private static string Statements(bool isDraft) => string.Join(
        ";\n",
        Statement(TaxonomyRelations.Contributors, "@Contributors", isDraft),
        Statement(TaxonomyRelations.Sections, "@Sections", isDraft),
        Statement(TaxonomyRelations.Publications, "@Publications", isDraft));

    private static string Statement<TRow>(TaxonomyRelation<TRow> relation, string ids, bool isDraft) where TRow : TaxonomyRow =>
        $"""
        select {(isDraft ? relation.WorkingColumns : relation.Columns)}
        from {(isDraft ? relation.Name : relation.View)} f
        where f.id = any({ids})
        order by f.name collate "und-x-icu", f.id
        """;
}
