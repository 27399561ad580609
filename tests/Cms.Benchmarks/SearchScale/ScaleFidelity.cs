using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.SearchScale;

/// <summary>How much of the ten best of all matches, scored one by one without any plan, the search also answers.</summary>
internal static class ScaleFidelity
{
    private const int Depth = 10;

    /// <summary>BM25 over every match, from the term frequencies themselves; without recency.</summary>
    private const string Exhaustive =
        """
        with words as materialized (
            select w.lexeme, quote_literal(w.lexeme)::tsquery as word, ln(1 + (t.stories - f.found + .5) / (f.found + .5)) as weight
            from (select distinct unnest(tsvector_to_array(search_analyse('en', @text))) as lexeme) w
            cross join (select count(*)::float8 as stories from published_search) t
            cross join lateral (select count(*)::float8 as found from published_search where tsv @@ quote_literal(w.lexeme)::tsquery) f
        ),
        average as materialized (select avg(length)::float8 as length from published_search)
        select s.article_id
        from published_search s
        cross join average
        cross join lateral (
            select sum(words.weight * o.frequency / (o.frequency + 1.5 * (.25 + .75 * s.length / average.length))) as score
            from unnest(s.tsv) u
            join words on words.lexeme = u.lexeme
            cross join lateral (select cardinality(u.positions) + 2 * cardinality(array_positions(u.weights, 'A')) as frequency) o
        ) x
        where s.tsv @@ (select search_any(word) from words)
        order by x.score desc, s.article_id desc
        limit 10
        """;

    public static async Task Measure(HttpClient client, string connectionString, IEnumerable<(string Name, IReadOnlyList<string> Paths)> kinds, int queries)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        foreach (var (name, paths) in kinds)
        {
            var overlaps = new List<double>();
            var approximate = 0;
            foreach (var path in paths.Take(queries))
            {
                var text = Uri.UnescapeDataString(path[(path.IndexOf("q=", StringComparison.Ordinal) + 2)..]);
                var best = (await connection.QueryAsync<Guid>(Exhaustive, new { text })).Select(id => id.ToString()).ToList();
                await using var answer = await client.GetStreamAsync($"{path}&sort=relevance&limit={Depth}&exact=true");
                using var json = await JsonDocument.ParseAsync(answer);
                var ours = json.RootElement.GetProperty("data").EnumerateArray().Select(hit => hit.GetProperty("article").GetProperty("id").GetString()!).ToList();
                overlaps.Add(best.Count == 0 ? 1 : ours.Intersect(best).Count() / (double)best.Count);
                approximate += json.RootElement.GetProperty("query").GetProperty("approximate").GetBoolean() ? 1 : 0;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  overlap@10 with exhaustive scoring, {name}: {overlaps.Average():.00} ({approximate} of {overlaps.Count} approximate)"));
            Goal.AtLeast($"overlap@10, {name}", overlaps.Average(), .85);
        }
    }
}
