namespace Cms.Tests.Harness;

/// <summary>How much a database holds, so that a test can tell that nothing at all was stored.</summary>
public static class RowCount
{
    private const string OfEachTable =
        """
        select tablename, (xpath('/row/c/text()', counted))[1]::text::bigint
        from pg_tables
        cross join lateral query_to_xml(format('select count(*) as c from %I', tablename), false, true, '') counted
        where schemaname = 'public'
          -- The memory of the watch over changes is swept, and search statistics are made, while the test runs.
          and tablename not in ('public_changes', 'watching_processes', 'search_terms', 'search_totals')
        order by tablename
        """;

    /// <summary>The rows of each table.</summary>
    public static async Task<IReadOnlyList<(string Table, long Count)>> RowsByTable(this CmsHost host) =>
        [.. await host.Query<(string, long)>(OfEachTable)];

    /// <summary>The rows of all tables.</summary>
    public static async Task<long> Rows(this CmsHost host) => (await host.RowsByTable()).Sum(table => table.Count);
}
