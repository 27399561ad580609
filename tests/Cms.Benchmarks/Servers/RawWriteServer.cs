using System.Text;
using System.Text.Json;
using Cms.Content.Text;
using Cms.Data;
using Npgsql;
using NpgsqlTypes;

namespace Cms.Benchmarks.Servers;

/// <summary>What creating a story costs at least: the same rows in the same tables, prepared, in one round trip and one commit; nothing is checked.</summary>
internal sealed class RawWriteServer(NpgsqlDataSource database, Guid publication, Dictionary<string, Guid> filed)
{
    private const string Article =
        "insert into articles (id, publication_id, slug, status, edited_at) values ($1, $2, $3, 'draft', now())";

    private const string Revision =
        """
        insert into revisions (article_id, number, language, headline, deck, byline, section_id, body, body_text, excerpt, word_count, author_ids, author_roles, tag_ids, created_by)
        values ($1, 1, 'en', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private const string Audit =
        "insert into audit (caller, action, resource_type, resource_id, request_id, details) values ($1, 'article.create', 'article', $2, $3, $4)";

    private const string Event =
        "insert into events (type, resource_type, resource_id, payload) values ('article.created', 'article', $1, $2)";

    private readonly string caller = Guid.NewGuid().ToString();

    public static async Task<WebApplication> Build(string connectionString)
    {
        var state = new DatabaseState();
        var pools = new Database(new DatabaseAddress(connectionString, null, IsPrivate: false), state);
        state.Opens();
        await using var command = pools.Newsroom.CreateCommand(
            """
            select 'section ' || slug, id from sections
            union all
            select 'author ' || slug, id from contributors
            union all
            select 'tag ' || slug, id from tags
            union all
            select 'publication', id from publications where is_default
            """);
        var ids = new Dictionary<string, Guid>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                ids[reader.GetString(0)] = reader.GetGuid(1);
            }
        }

        var app = BareServer.Minimal();
        app.MapPost("/v1/articles", new RawWriteServer(pools.Newsroom, ids["publication"], ids).Create);
        return app;
    }

    private async Task Create(HttpContext context)
    {
        var sent = new MemoryStream((int)context.Request.ContentLength!);
        await context.Request.Body.CopyToAsync(sent, context.RequestAborted);
        using var document = JsonDocument.Parse(sent.GetBuffer().AsMemory(0, (int)sent.Length));
        await Store(document.RootElement, Guid.CreateVersion7(), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = sent.Length;
        await context.Response.Body.WriteAsync(sent.GetBuffer().AsMemory(0, (int)sent.Length), context.RequestAborted);
    }

    private async Task Store(JsonElement story, Guid id, CancellationToken cancellationToken)
    {
        var body = story.GetProperty("body");
        var text = new StringBuilder();
        foreach (var block in body.EnumerateArray())
        {
            text.Append(block.GetProperty("content")[0].GetProperty("text").GetString()).Append('\n');
        }

        var plain = text.ToString();
        var headline = story.GetProperty("headline").GetString()!;
        var authors = Ids("author", story.GetProperty("authors").EnumerateArray().Select(author => author.GetProperty("slug")));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command(Article, id, publication, headline),
                Command(
                    Revision, id, headline, story.GetProperty("deck").GetString()!, story.GetProperty("byline").GetString()!,
                    filed[$"section {story.GetProperty("sectionSlug").GetString()}"], Json(body.GetRawText()), plain, Words.Excerpt(plain), 400,
                    authors, authors.Select(_ => "author").ToArray(), Ids("tag", story.GetProperty("tagSlugs").EnumerateArray()), caller),
                Command(Audit, caller, id, id.ToString("N"), Json("""{"version":1,"revision":1}""")),
                Command(Event, id, Json($$"""{"id":"{{id}}","publicationId":"{{publication}}","version":1,"revision":1}""")),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private Guid[] Ids(string kind, IEnumerable<JsonElement> slugs) => [.. slugs.Select(slug => filed[$"{kind} {slug.GetString()}"])];

    private static NpgsqlParameter Json(string text) => new() { Value = text, NpgsqlDbType = NpgsqlDbType.Json };

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
