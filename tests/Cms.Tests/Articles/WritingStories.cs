using System.Text;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

/// <summary>Writes stories over HTTP as an editor's tool does.</summary>
internal static class WritingStories
{
    public const string Draft = """{"headline": "The harbour opens again", "body": [{"type": "paragraph", "content": [{"text": "The harbour opens on Monday."}]}]}""";

    /// <summary>POST that must make a story.</summary>
    public static async Task<Reply> Write(this CmsHost host, string json = Draft)
    {
        var made = await host.Admin.Post("/v1/articles", json);
        Assert.True(made.Status == 201, made.Text);
        return made;
    }

    public static Task<Reply> Patch(this CmsHost host, string id, string etag, string json) =>
        host.Admin.Send("PATCH", $"/v1/articles/{id}", Encoding.UTF8.GetBytes(json), "application/merge-patch+json", ("If-Match", etag));

    public static Task<Reply> Put(this CmsHost host, string id, string json, params (string, string)[] headers) =>
        host.Admin.Send("PUT", $"/v1/articles/{id}", Encoding.UTF8.GetBytes(json), "application/json", headers);

    /// <summary>An action that must be done.</summary>
    public static async Task<Reply> Act(this CmsHost host, string id, string action, string etag)
    {
        var done = action == "delete"
            ? await host.Admin.Send("DELETE", $"/v1/articles/{id}", null, null, ("If-Match", etag))
            : await host.Admin.Post($"/v1/articles/{id}/{action}", null, ("If-Match", etag));
        Assert.True(done.Status == 200, done.Text);
        return done;
    }

    public static string Id(this Reply reply) => (string)reply.Json["id"]!;

    public static IEnumerable<string> BlockIds(this Reply reply) => reply.Json["body"]!.AsArray().Select(block => (string)block!["id"]!);

    public static string FirstText(this JsonNode article) => (string)article["body"]![0]!["content"]![0]!["text"]!;
}
