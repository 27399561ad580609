using System.Reflection;
using System.Text.RegularExpressions;
using Cms.Http.Problems;
using Cms.Tests.Architecture;

namespace Cms.Tests.Http;

public sealed partial class CatalogueTests
{
    [Fact]
    public void Every_kind_of_problem_is_in_the_table_and_no_code_is_used_twice()
    {
        var kinds = typeof(ProblemKind).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ProblemKind>();

        Assert.Equal(kinds.Select(kind => kind.Code).Order(), ProblemKind.All.Select(kind => kind.Code).Order());
        Assert.Distinct(ProblemKind.All.Select(kind => kind.Code));
        Assert.DoesNotContain(Sources(), file => file.Name != "ProblemKind.cs" && File.ReadAllText(file.FullName).Contains("new ProblemKind(", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_of_a_single_error_is_in_the_table()
    {
        var constants = typeof(ErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!);
        var written = Sources().SelectMany(file => Literal().Matches(File.ReadAllText(file.FullName))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(constants.Order(), ErrorCode.All.Keys.Order());
        Assert.NotEmpty(written);
        Assert.Empty(written.Except(ErrorCode.All.Keys));
    }

    private static IEnumerable<FileInfo> Sources() =>
        SourceTree.Files("*.cs").Select(path => new FileInfo(path)).Where(file => file.FullName.Contains($"src{Path.DirectorySeparatorChar}Cms{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // Codes of documents (E_…, W_…) are another catalogue.
    [GeneratedRegex("""(?:\bCode = |\bWrong\(|WithErrorCode\(|new InvalidParameters\("[^"]*", )"([a-z][^"]*)\x22""", RegexOptions.None, 1000)]
    private static partial Regex Literal();
}
