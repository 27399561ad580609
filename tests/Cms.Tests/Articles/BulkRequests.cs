using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

/// <summary>Sends operations as a migration tool does.</summary>
internal static class BulkRequests
{
    public const string Counts = "select (select count(*) from articles) || ' ' || (select count(*) from revisions) || ' ' || (select count(*) from audit) "
        + "|| ' ' || (select count(*) from events) || ' ' || (select count(*) from published_articles)";

    public static Task<Reply> Bulk(this CmsHost host, string mode, params string[] operations) => host.Admin.Bulk(mode, Guid.NewGuid().ToString(), operations);

    public static Task<Reply> Bulk(this HttpClient client, string mode, string key, params string[] operations) =>
        client.Post("/v1/articles/bulk", $$"""{"mode": "{{mode}}", "operations": [{{string.Join(',', operations)}}]}""", ("Idempotency-Key", key));

    public static string Create(string headline = "One of many") =>
        $$$"""{"op": "create", "article": {"headline": "{{{headline}}}", "bodyMarkdown": "Text."}}""";

    public static string Act(string op, string id, string? etag, string? article = null) => new JsonObject
    {
        ["op"] = op,
        ["id"] = id,
        ["ifMatch"] = etag,
        ["article"] = article is null ? null : JsonNode.Parse(article),
    }.ToJsonString();

    /// <summary>The results' statuses; the request itself was answered 200.</summary>
    public static IEnumerable<int> Statuses(this Reply reply)
    {
        Assert.True(reply.Status == 200, reply.Text);
        return reply.Json["results"]!.AsArray().Select(result => (int)result!["status"]!);
    }

    public static JsonNode Result(this Reply reply, int index) => reply.Json["results"]![index]!;

    /// <summary>The errors of one result's problem as `pointer code`.</summary>
    public static IEnumerable<string> ErrorsOf(this Reply reply, int index) =>
        reply.Result(index)["problem"]!["errors"]!.AsArray().Select(error => $"{error!["pointer"]} {error["code"]}");

    /// <summary>A client whose key holds these scopes only.</summary>
    public static async Task<HttpClient> ClientWith(this CmsHost host, params string[] scopes)
    {
        var made = await host.Admin.Post("/v1/api-keys", $$"""{"name": "Bulk", "scopes": ["{{string.Join("\",\"", scopes)}}"]}""");
        Assert.True(made.Status == 201, made.Text);
        var client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)made.Json["secret"]!);
        return client;
    }
}
