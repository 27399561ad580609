namespace Cms.Tests.Harness;

/// <summary>Counts the rows of all tables, so that a test can tell that nothing at all was stored.</summary>
public static class RowCount
{
    private const string Sql =
        """
        select sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', tablename), false, true, '')))[1]::text::bigint)::bigint
        from pg_tables
        where schemaname = 'public'
          -- The memory of the watch over changes is swept while the test runs.
          and tablename not in ('public_changes', 'watching_processes')
        """;

    public static async Task<long> Rows(this CmsHost host) => (await host.Query<long>(Sql)).Single();
}
