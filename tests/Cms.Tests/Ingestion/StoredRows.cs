using Cms.Tests.Harness;

namespace Cms.Tests.Ingestion;

/// <summary>How much a database holds, so that a test can see that nothing was stored.</summary>
internal static class StoredRows
{
    private const string OfEachTable =
        """
        select format('%s %s', tablename, (xpath('/row/c/text()', counted))[1])
        from pg_tables
        cross join lateral query_to_xml(format('select count(*) as c from %I', tablename), false, true, '') counted
        where schemaname = 'public'
        order by tablename
        """;

    /// <summary>The rows of each table, as `table count`.</summary>
    public static async Task<IReadOnlyList<string>> RowsByTable(this CmsHost host) => [.. await host.Query<string>(OfEachTable)];
}
