using System.Text.Json.Nodes;

namespace Cms.Tests.Harness;

/// <summary>Walks lists from the first page to the last.</summary>
public static class Walks
{
    /// <summary>All items of a list in order, page by page; every page but the last is full.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Walk(this CmsHost host, string path, int limit, bool isAdmin = false)
    {
        var items = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var address = $"{path}{(path.Contains('?') ? '&' : '?')}limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}";
            var page = isAdmin ? await host.GetAsAdmin(address) : await host.Get(address);
            var data = page["data"]!.AsArray();
            cursor = (string?)page["page"]!["nextCursor"];
            Assert.Equal(cursor is not null, (bool)page["page"]!["hasMore"]!);
            Assert.True(cursor is null ? data.Count <= limit : data.Count == limit, $"{address} has {data.Count} items");
            items.AddRange(data.Select(item => item!));
        }
        while (cursor is not null);
        return items;
    }

    /// <summary>One text member of each item.</summary>
    public static IEnumerable<string?> Texts(this IEnumerable<JsonNode?> items, string member) => items.Select(item => (string?)item![member]);

    /// <summary>One text member of each item of a list's first page.</summary>
    public static async Task<IReadOnlyList<string?>> List(this CmsHost host, string path, string member) =>
        [.. (await host.Get(path))["data"]!.AsArray().Texts(member)];
}
