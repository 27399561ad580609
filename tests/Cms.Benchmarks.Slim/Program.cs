using Npgsql;

namespace Cms.Benchmarks.Slim;

/// <summary>The least that an application of this kind is: a web server, a connection pool and one route over one statement.</summary>
internal static class Program
{
    /// <summary>Takes its address (`--urls=…`) and its database (`--database=…`); keeps a connection open before it listens.</summary>
    public static async Task Main(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        await using var database = NpgsqlDataSource.Create(builder.Configuration["database"]!);
        await using (await database.OpenConnectionAsync())
        {
        }

        await using var app = builder.Build();
        app.MapGet("/v1/articles/{slug}", async (string slug, HttpContext context) =>
        {
            await using var command = database.CreateCommand("select row_to_json(a)::text from public_articles a where slug = $1");
            command.Parameters.AddWithValue(slug);
            var story = (string?)await command.ExecuteScalarAsync(context.RequestAborted);
            return story is null ? Results.NotFound() : Results.Text(story, "application/json");
        });
        await app.RunAsync();
    }
}
