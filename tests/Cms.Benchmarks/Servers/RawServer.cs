using System.Buffers;
using Cms.Articles;
using Cms.Data;
using Npgsql;

namespace Cms.Benchmarks.Servers;

/// <summary>What reading from PostgreSQL costs at least: one route, one statement, the driver alone, the body written by hand.</summary>
internal sealed class RawServer(NpgsqlDataSource database)
{
    private const string BySlug =
        $"""
        select {ArticleRow.SummaryColumns}, a.body, a.masthead, a.source
        from public_articles a
        where a.slug = $1 and a.publication_id = (select u.id from publications u where u.is_default)
        """;

    private const string Newest =
        $"""
        select {ArticleRow.SummaryColumns}
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
        app.MapGet("/v1/articles/{slug}", server.Find);
        app.MapGet("/v1/articles", server.List);
        return app;
    }

    private async Task Find(HttpContext context)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand(BySlug, connection)
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

    private async Task List(HttpContext context)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand(Newest, connection);
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
