using Cms.Articles;
using Cms.Tests.Harness;
using Dapper;
using Npgsql;

namespace Cms.Tests.Articles;

public sealed class SlugClaimTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const int Archive = 3_000;

    /// <summary>It once read all slugs there are, for every story that was published.</summary>
    [Fact]
    public async Task To_publish_a_story_reads_no_slugs_but_its_own()
    {
        var publication = (await host.Query<Guid>("select id from publications where is_default")).Single();
        await host.AddMany(publication, Archive);
        await host.Execute("insert into slugs (publication_id, slug, article_id) select publication_id, slug, id from articles; analyze slugs, articles");
        var (moved, first) = (await host.Add(new Story { Slug = "of-old" }), await host.Add(new Story { Slug = "at-first", IsPublished = false }));
        await host.Execute("update articles set slug = 'of-late' where id = @moved", new { moved });

        await using var connection = new NpgsqlConnection(host.NewsroomConnection + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await SlugClaims.Claim(connection, [moved, first], CancellationToken.None);
        await SlugClaims.Move(connection, [moved, first], CancellationToken.None);

        var read = await connection.ExecuteScalarAsync<long>(
            "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'slugs'");
        var slugs = await connection.QueryAsync<string>(
            "select slug || case when is_current then '' else ' (old)' end from slugs where article_id = any(@Ids) order by slug", new { Ids = new[] { moved, first } });
        Assert.Equal(["at-first", "of-late", "of-old (old)"], slugs);
        Assert.InRange(read, 0, 50);
    }
}
