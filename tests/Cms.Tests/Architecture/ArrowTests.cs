using System.Text.RegularExpressions;

namespace Cms.Tests.Architecture;

public sealed partial class ArrowTests
{
    private static readonly string[] Shared = ["Http", "Data", "Access", "Content", "EmbeddedPostgres"];

    /// <summary>Which parts of the house a part may enter; rooms enter the hallway, the cellar and the guard's besides.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Data"] = ["EmbeddedPostgres"],
        ["Http"] = ["Data", "Content"],
        ["Access"] = ["Http", "Data"],
        ["Health"] = Shared,
        ["Taxonomy"] = Shared,
        ["Articles"] = [.. Shared, "Taxonomy"],
        ["Search"] = [.. Shared, "Articles", "Taxonomy"],
        ["Ingestion"] = [.. Shared, "Articles", "Taxonomy"],
        ["Feeds"] = [.. Shared, "Articles", "Taxonomy", "Search"],
    };

    /// <summary>The one arrow that turns back: the hallway shows the whole house in the OpenAPI document.</summary>
    private const string OpenApi = "OpenApi";

    [Fact]
    public void Rooms_enter_only_the_rooms_they_may()
    {
        var trespasses =
            from file in SourceTree.Files("*.cs")
            let path = Path.GetRelativePath(Path.Combine(Installation.Root, "src", "Cms"), file).Split(Path.DirectorySeparatorChar)
            where path.Length > 1 && Allowed.ContainsKey(path[0]) && !path.Contains(OpenApi)
            from line in File.ReadLines(file)
            let match = Using().Match(line)
            where match.Success
            let room = match.Groups[1].Value
            where room != path[0] && !Allowed[path[0]].Contains(room)
            select $"{string.Join('/', path)} enters {room}";

        Assert.Empty(trespasses);
    }

    [Fact]
    public void Every_room_has_its_arrows()
    {
        var rooms = SourceTree.Files("*.cs")
            .Select(file => Path.GetRelativePath(Path.Combine(Installation.Root, "src", "Cms"), file).Split(Path.DirectorySeparatorChar))
            .Where(path => path.Length > 1 && path[0] != "..")
            .Select(path => path[0])
            .Distinct();

        Assert.Equal(Allowed.Keys.Append("Commands").Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Cms.Content", "System.Net.Http")]
    [InlineData("Cms.Content", "Npgsql")]
    [InlineData("Cms.Content", "Microsoft.AspNetCore")]
    [InlineData("Cms.EmbeddedPostgres", "Cms.Content")]
    public void A_project_knows_nothing_of_what_is_not_its_own(string project, string forbidden)
    {
        var files = SourceTree.Files("*.cs").Where(file => file.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}{project}{Path.DirectorySeparatorChar}")).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains($"using {forbidden}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^using Cms\.(\w+)")]
    private static partial Regex Using();
}
