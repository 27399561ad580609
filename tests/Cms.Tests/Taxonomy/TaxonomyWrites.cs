using System.Text;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

/// <summary>Writes publications, contributors, sections and tags over HTTP as an editor's tool does.</summary>
internal static class TaxonomyWrites
{
    /// <summary>POST that must make something.</summary>
    public static async Task<Reply> Make(this CmsHost host, string path, string json)
    {
        var made = await host.Admin.Post(path, json);
        Assert.True(made.Status == 201, made.Text);
        return made;
    }

    public static Task<Reply> Alter(this CmsHost host, string path, string etag, string json) =>
        host.Admin.Send("PATCH", path, Encoding.UTF8.GetBytes(json), "application/merge-patch+json", ("If-Match", etag));

    /// <summary>PATCH that must be done.</summary>
    public static async Task<Reply> MustAlter(this CmsHost host, string path, string etag, string json)
    {
        var done = await host.Alter(path, etag, json);
        Assert.True(done.Status == 200, done.Text);
        return done;
    }

    public static Task<Reply> Replace(this CmsHost host, string path, string json, params (string, string)[] headers) =>
        host.Admin.Send("PUT", path, Encoding.UTF8.GetBytes(json), "application/json", headers);

    public static Task<Reply> Remove(this CmsHost host, string path, string etag) => host.Admin.Send("DELETE", path, null, null, ("If-Match", etag));

    public static Task<Reply> Merge(this CmsHost host, string path, string etag, string into) =>
        host.Admin.Post($"{path}/merge", $$"""{"into": "{{into}}"}""", ("If-Match", etag));

    public static Task<Reply> Read(this CmsHost host, string path) => host.Client.Send("GET", path, null, null);

    public static Guid NewId(this Reply reply) => Guid.Parse((string)reply.Json["id"]!);

    /// <summary>The slug that a 308 leads to, behind the path of its list.</summary>
    public static string? Leads(this Reply reply) => reply.Status == 308 ? reply.Header("Location") : $"{reply.Status}";

    /// <summary>What the audit says of the request that got this answer.</summary>
    public static async Task<IReadOnlyList<string>> Audited(this CmsHost host, Reply reply) =>
        [.. await host.Query<string>(
            "select action || ' ' || resource_id from audit where request_id = @id order by id", new { id = reply.Header("X-Request-Id") })];

    /// <summary>The events that the writes to a resource left.</summary>
    public static async Task<IReadOnlyList<string>> Events(this CmsHost host, Guid id) =>
        [.. await host.Query<string>("select type from events where resource_id = @id order by id", new { id })];
}
