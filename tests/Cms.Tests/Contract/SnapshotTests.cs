using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cms.Tests.Harness;

namespace Cms.Tests.Contract;

/// <summary>Whole answers as callers get them, kept as files beside this one; UPDATE_CONTRACT=1 rewrites them.</summary>
public sealed partial class SnapshotTests(CmsHost host) : IClassFixture<CmsHost>, IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async ValueTask InitializeAsync()
    {
        if ((await host.Query<long>("select count(*) from published_articles")).Single() == 0)
        {
            var section = await host.AddSection("World");
            var author = await host.AddContributor("Ada Author");
            await host.Add(new Story
            {
                Slug = "a-story-that-stays-as-it-is",
                Headline = "A story that stays as it is",
                Byline = "Ada Author",
                Paragraphs = ["What is promised is kept.", "Line by line."],
                SectionId = section,
                AuthorIds = [author],
                TagIds = [await host.AddTag("Promises")],
            });
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("article", "/v1/articles/a-story-that-stays-as-it-is")]
    [InlineData("article-as-html", "/v1/articles/a-story-that-stays-as-it-is?body=html")]
    [InlineData("article-list", "/v1/articles?count=exact&include=body")]
    [InlineData("article-missing", "/v1/articles/no-such-story")]
    [InlineData("parameter-unknown", "/v1/articles?limt=3")]
    [InlineData("section-list", "/v1/sections")]
    public async Task An_answer_is_what_it_was(string name, string path)
    {
        using var answer = await host.Client.GetAsync(path);
        var taken = Steady(new JsonObject
        {
            ["status"] = (int)answer.StatusCode,
            ["headers"] = new JsonObject(answer.Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Date" or "Server-Timing" or "Content-Length"))
                .OrderBy(header => header.Key, StringComparer.Ordinal)
                .Select(header => KeyValuePair.Create(header.Key, (JsonNode?)string.Join(", ", header.Value)))),
            ["body"] = JsonNode.Parse(await answer.Content.ReadAsStringAsync()),
        }.ToJsonString(Readable) + "\n");

        var file = Path.Combine(Installation.Root, "tests", "Cms.Tests", "Contract", "Snapshots", $"{name}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACT") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, taken);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), taken);
    }

    /// <summary>Replaces what differs from run to run: ids by their order, and hashes, trace ids and the time of making by a word.</summary>
    private static string Steady(string text)
    {
        var ids = new List<string>();
        var steady = Uuid().Replace(text, match =>
        {
            if (!ids.Contains(match.Value))
            {
                ids.Add(match.Value);
            }

            return $"id-{ids.IndexOf(match.Value) + 1}";
        });
        steady = Hash().Replace(steady, "hash");
        steady = TraceId().Replace(steady, "trace-id");
        return MadeAt().Replace(steady, "\"$1\": \"now\"");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Uuid();

    [GeneratedRegex("""(?<="ETag": "\\"(\d+-)?)[A-Za-z0-9_-]{16}(?=\\"")""", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("\\b[0-9a-f]{32}\\b", RegexOptions.None, 1000)]
    private static partial Regex TraceId();

    [GeneratedRegex("\"(createdAt|updatedAt)\": \"(?!2026-01-01)[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex MadeAt();
}
