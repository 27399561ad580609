using System.Diagnostics;
using Cms.Articles;
using Cms.Benchmarks.Archive;
using Cms.Data;
using Cms.Taxonomy;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.Reading;

/// <summary>How long PostgreSQL takes for one page, deep or by any tag, as prepared as the server has it, against the first page.</summary>
internal static class PageTimes
{
    private const int PageSize = 20;
    // PostgreSQL chooses between its two kinds of plan after five runs of a prepared statement.
    private const int Settling = 8;

    public static async Task Measure(ScratchDatabase database, ArchiveFiling filing, Extent extent)
    {
        await using var pool = DatabaseAddress.Pool("reader", database.Reader, "-c default_transaction_read_only=on");
        await using var connection = await pool.OpenConnectionAsync();
        var deep = await connection.QuerySingleAsync<(DateTime PublishedAt, Guid Id)>(
            $"select a.published_at, a.id from public_articles a order by a.published_at desc, a.id desc offset {extent.Articles * 9 / 10} limit 1");
        var pages = new (string Name, ArticleListStatement Statement)[]
        {
            ("first page", Page(tag: null, after: null)),
            ("deep keyset page", Page(tag: null, deep)),
            ("list by a popular tag (30 %)", Page(filing.Popular, after: null)),
            ("list by a middling tag (1 %)", Page(filing.Middling, after: null)),
            ("list by a rare tag (0.05 %)", Page(filing.Rare, after: null)),
            ("deep page by a popular tag", Page(filing.Popular, deep)),
        };
        var times = pages.ToDictionary(page => page.Name, _ => new List<double>());
        for (var run = 0; run < Settling + 51; run++)
        {
            foreach (var (name, statement) in pages)
            {
                var milliseconds = await Time(connection, statement);
                if (run >= Settling)
                {
                    times[name].Add(milliseconds);
                }
            }
        }

        var first = Goal.Median(times["first page"]);
        Console.WriteLine($"  beside: the statement of the first page takes {first:0.00} ms");
        foreach (var (name, _) in pages.Skip(1))
        {
            Goal.AtMost($"{name} vs first page, database time", Goal.Median(times[name]) / first, 3);
        }
    }

    private static ArticleListStatement Page(Guid? tag, (DateTime PublishedAt, Guid Id)? after)
    {
        var query = new ListArticlesQuery { Tag = tag is null ? null : ["any"] };
        var filed = new Filed { Tags = tag is null ? [] : [tag.Value] };
        var statement = new ArticleListStatement(query, filed, ArticleSort.Of(null, null, ArticleView.Public), ArticleView.Public, withBody: false);
        statement.Continue(after?.PublishedAt, after?.Id ?? default, PageSize);
        return statement;
    }

    private static async Task<double> Time(NpgsqlConnection connection, ArticleListStatement statement)
    {
        var started = Stopwatch.GetTimestamp();
        await using (var reader = await connection.ExecuteReaderAsync(statement.Page, statement.Parameters))
        {
            while (await reader.ReadAsync())
            {
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
