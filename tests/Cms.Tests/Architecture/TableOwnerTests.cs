using System.Text.RegularExpressions;

namespace Cms.Tests.Architecture;

public sealed partial class TableOwnerTests
{
    private static readonly Dictionary<string, string> Owners = new()
    {
        ["articles"] = "Articles",
        ["revisions"] = "Articles",
        ["slugs"] = "Articles",
        ["published_articles"] = "Articles",
        ["published_authors"] = "Taxonomy",
        ["published_tags"] = "Taxonomy",
        ["published_search"] = "Search",
        ["search_terms"] = "Search",
        ["search_totals"] = "Search",
        ["publications"] = "Taxonomy",
        ["former_publication_slugs"] = "Taxonomy",
        ["masthead_entries"] = "Taxonomy",
        ["masthead_evidence"] = "Taxonomy",
        ["contributors"] = "Taxonomy",
        ["sections"] = "Taxonomy",
        ["tags"] = "Taxonomy",
        ["api_keys"] = "Access",
        ["schema_migrations"] = "Data",
        ["ingestions"] = "Ingestion",
        ["ingestion_documents"] = "Ingestion",
        ["source_documents"] = "Ingestion",
        ["quarantine"] = "Ingestion",
        ["pending_revisions"] = "Articles",
        ["audit"] = "Data",
        ["events"] = "Data",
        ["idempotency_keys"] = "Data",
        ["public_changes"] = "Data",
        ["watching_processes"] = "Data",
    };

    [Fact]
    public void Only_its_owner_writes_a_table()
    {
        var writes = Writes().ToList();

        Assert.NotEmpty(writes);
        Assert.Empty(writes.Where(write => Owners.TryGetValue(write.Table, out var owner) && owner != write.Room).Select(write => $"{write.Room} writes {write.Table}"));
    }

    private static IEnumerable<(string Room, string Table)> Writes() =>
        from file in SourceTree.Files("*.cs")
        let path = Path.GetRelativePath(Path.Combine(Installation.Root, "src", "Cms"), file).Split(Path.DirectorySeparatorChar)
        where path.Length > 1 && path[0] != ".."
        from Match match in Write().Matches(File.ReadAllText(file))
        select (path[0], match.Groups[1].Value);

    [GeneratedRegex(@"\b(?:insert into|update|delete from|lock table|truncate)\s+([a-z_]+)")]
    private static partial Regex Write();
}
