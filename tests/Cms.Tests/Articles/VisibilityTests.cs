using Cms.Data;
using Cms.Tests.Harness;
using Npgsql;

namespace Cms.Tests.Articles;

/// <summary>P5: what is hidden cannot be read over the reader's side, whatever the query.</summary>
public sealed class VisibilityTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task The_readers_role_may_select_what_is_public_and_nothing_else()
    {
        var relations = (await host.Query<string>("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S', 'p')")).ToList();
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(host.DatabaseName, Database.ReaderRole) + ";Pooling=false");
        await connection.OpenAsync();

        var readable = new List<string>();
        foreach (var relation in relations)
        {
            await using var command = new NpgsqlCommand($"select * from {relation} limit 1", connection);
            try
            {
                await command.ExecuteNonQueryAsync();
                readable.Add(relation);
            }
            catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
            }
        }

        Assert.True(relations.Count > ReaderGrants.Relations.Length + 8);
        Assert.Equal(ReaderGrants.Relations.Order(), readable.Order());
    }

    [Fact]
    public async Task Readiness_says_that_readers_have_a_login_of_their_own()
    {
        Assert.Equal("login", (string?)(await host.Get("/health/ready"))["checks"]!["reader"]);
    }

    [Fact]
    public async Task An_old_slug_moves_to_the_new_one_only_while_the_story_is_public()
    {
        var id = await host.Add(new Story { Headline = "Moved", Slug = "new-address" });
        await host.Execute("insert into slugs (publication_id, slug, article_id, is_current) select publication_id, 'old-address', id, false from articles where id = @id", new { id });

        using var moved = await host.Client.GetAsync("/v1/articles/old-address?body=text");
        Assert.Equal(System.Net.HttpStatusCode.PermanentRedirect, moved.StatusCode);
        Assert.Equal("/v1/articles/new-address?body=text", moved.Headers.Location?.ToString());

        await host.Execute("delete from published_articles where article_id = @id", new { id });
        await host.GetProblem("/v1/articles/old-address", System.Net.HttpStatusCode.NotFound);
    }
}
