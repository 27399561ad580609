using System.Buffers;
using Cms.Data;
using Npgsql;

namespace Cms.Benchmarks.Servers;

/// <summary>What a story costs in one route: one statement, the driver alone, the body written by hand, with its names and without.</summary>
internal sealed class RawServer(NpgsqlDataSource database)
{
    /// <summary>A summary with its names joined, as one statement has it.</summary>
    private const string Summary =
        """
        a.id, a.publication_id,
        (select row_to_json(x) from (select u.id, u.slug, u.name from publications u where u.id = a.publication_id) x),
        a.slug, a.version, a.revision, a.status, a.language, a.genre, a.kicker, a.headline, a.deck, a.dateline, a.byline,
        (select row_to_json(x)
         from (select s.id, s.slug, s.name
               from public_sections s
               where s.id = a.section_id) x),
        (select '[' || string_agg(row_to_json(x)::text, ',') || ']'
         from (select c.id, c.slug, c.name, k.role
               from published_authors k
               join public_contributors c on c.id = k.contributor_id
               where k.article_id = a.id
               order by k.position) x),
        (select '[' || string_agg(row_to_json(x)::text, ',') || ']'
         from (select t.id, t.slug, t.name
               from published_tags k
               join public_tags t on t.id = k.tag_id
               where k.article_id = a.id
               order by k.position) x),
        a.published_at, a.first_published_at, a.updated_at, null, a.lead_image, a.canonical_url, a.seo, a.excerpt, a.word_count, a.translations
        """;

    private const string BySlug =
        $"""
        select {Summary}, a.body, a.masthead, a.source
        from public_articles a
        where a.slug = $1 and a.publication_id = (select u.id from publications u where u.is_default)
        """;

    /// <summary>A summary without names, which nobody looks up: the least that there is to read.</summary>
    private const string Unnamed =
        """
        a.id, a.publication_id, null, a.slug, a.version, a.revision, a.status, a.language, a.genre, a.kicker, a.headline, a.deck, a.dateline, a.byline,
        null, null, null, a.published_at, a.first_published_at, a.updated_at, null, a.lead_image, a.canonical_url, a.seo, a.excerpt, a.word_count,
        a.translations
        """;

    private const string BySlugUnnamed =
        $"""
        select {Unnamed}, a.body, a.masthead, a.source, a.section_id, a.credits, a.tag_ids
        from public_articles a
        where a.slug = $1 and a.publication_id = (select u.id from publications u where u.is_default)
        """;

    private const string Newest =
        $"""
        select {Summary}
        from public_articles a
        where true
        order by a.published_at desc, a.id desc
        limit 21
        """;

    private const string NewestUnnamed =
        $"""
        select {Unnamed}
        from public_articles a
        where true
        order by a.published_at desc, a.id desc
        limit 21
        """;

    public static WebApplication Build(string connectionString)
    {
        var state = new DatabaseState();
        var database = new Database(new DatabaseAddress(connectionString, connectionString, IsPrivate: false), state);
        database.OpenReader(ReaderAccess.Login);
        state.Opens();
        var app = BareServer.Minimal();
        var server = new RawServer(database.Reader);
        app.MapGet("/v1/articles/{slug}", context => server.Find(context, BySlug));
        app.MapGet("/v1/unnamed/{slug}", context => server.Find(context, BySlugUnnamed));
        app.MapGet("/v1/articles", context => server.List(context, Newest));
        app.MapGet("/v1/unnamed", context => server.List(context, NewestUnnamed));
        return app;
    }

    private async Task Find(HttpContext context, string sql)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = (string)context.Request.RouteValues["slug"]! } },
        };
        await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var writer = RawBody.Writer(buffer))
        {
            await reader.ReadAsync(context.RequestAborted);
            RawBody.WriteStory(writer, reader);
        }

        await Send(context, buffer);
    }

    private async Task List(HttpContext context, string sql)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(32768);
        using (var writer = RawBody.Writer(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("data");
            for (var rows = 0; await reader.ReadAsync(context.RequestAborted) && rows < 20; rows++)
            {
                RawBody.WriteStory(writer, reader);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        await Send(context, buffer);
    }

    private static Task Send(HttpContext context, ArrayBufferWriter<byte> buffer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.WrittenCount;
        return context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).AsTask();
    }
}
