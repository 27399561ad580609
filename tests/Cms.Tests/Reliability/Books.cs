using Dapper;
using Npgsql;

namespace Cms.Tests.Reliability;

/// <summary>Goes over a database after a fault: what was acknowledged is there once, and nothing contradicts anything.</summary>
internal static class Books
{
    /// <summary>What must be empty, whatever happened.</summary>
    private static readonly (string Of, string Sql)[] Contradictions =
    [
        ("revisions with gaps",
            """
            select a.id
            from articles a
            where (select array_agg(r.number order by r.number) from revisions r where r.article_id = a.id)
                is distinct from (select array_agg(n) from generate_series(1, a.revision) n)
            """),
        ("stories whose state and public row disagree",
            """
            select coalesce(a.id, p.article_id)
            from articles a
            full join published_articles p on p.article_id = a.id
            where (a.status = 'published' and a.deleted_at is null) is distinct from (p.article_id is not null)
               or p.revision > a.revision
               or p.version > a.version
            """),
        ("public stories without their address or their author",
            """
            select p.article_id
            from published_articles p
            join revisions r on r.article_id = p.article_id and r.number = p.revision
            where not exists (select from slugs s where s.article_id = p.article_id and s.slug = p.slug and s.is_current)
               or cardinality(r.author_ids) <> (select count(*) from published_authors x where x.article_id = p.article_id)
            """),
        ("changes that are not audited once", "select a.id from articles a where a.version <> (select count(*) from audit x where x.resource_id = a.id)"),
        ("changes without their event", "select a.id from articles a where a.version <> (select count(*) from events x where x.resource_id = a.id)"),
        ("stories whose answer is not kept for a retry",
            "select a.id from articles a where not exists (select from idempotency_keys k where k.location = '/v1/articles/' || a.id)"),
        ("answers kept for a story that is not there",
            """
            select (convert_from(k.body, 'UTF8')::json ->> 'id')::uuid
            from idempotency_keys k
            where not exists (select from articles a where a.id = (convert_from(k.body, 'UTF8')::json ->> 'id')::uuid)
            """),
    ];

    public static async Task MustAgree(NpgsqlConnection connection, Writers writers)
    {
        Assert.Empty(writers.Surprises);
        var stored = (await connection.QueryAsync<(Guid Id, int Version, string Headline)>(
            """
            select a.id, a.version, r.headline
            from articles a
            join revisions r on r.article_id = a.id and r.number = 1
            where r.headline like @Run || ' %'
            """,
            new { writers.Run })).ToList();
        Assert.Distinct(stored.Select(story => story.Headline));
        var byHeadline = stored.ToDictionary(story => story.Headline);
        Assert.NotEmpty(writers.Acknowledged);
        Assert.All(writers.Acknowledged, story =>
        {
            Assert.True(byHeadline.TryGetValue(story.Key, out var found), $"{story.Key} was acknowledged and is lost.");
            Assert.Equal(story.Value.Id, found.Id);
            Assert.InRange(found.Version, story.Value.Version, 3);
        });
        foreach (var (of, sql) in Contradictions)
        {
            var ids = (await connection.QueryAsync<Guid>(sql)).ToList();
            Assert.True(ids.Count == 0, $"{of}: {string.Join(", ", ids.Take(5))}");
        }
    }

    /// <summary>Nothing is stored that its writer was not told of.</summary>
    public static async Task MustBeAnswered(NpgsqlConnection connection, Writers writers)
    {
        var stored = await connection.QueryAsync<(string Headline, int Version)>(
            "select r.headline, a.version from articles a join revisions r on r.article_id = a.id and r.number = 1 where r.headline like @Run || ' %'",
            new { writers.Run });
        Assert.Equal(
            writers.Acknowledged.Select(story => $"{story.Key} at {story.Value.Version}").Order(StringComparer.Ordinal),
            stored.Select(story => $"{story.Headline} at {story.Version}").Order(StringComparer.Ordinal));
    }
}
