namespace Cms.Tests.Architecture;

public sealed class HouseTests
{
    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var tooLong = SourceTree.Files("*.cs").Concat(SourceTree.Files("*.sql"))
            .Where(file => File.ReadLines(file).Count() > 300)
            .Select(file => Path.GetRelativePath(Installation.Root, file));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var misplaced = SourceTree.Files("*.cs")
            .Select(file => (File: Path.GetRelativePath(Installation.Root, file), Namespace: SourceTree.NamespaceOf(file)))
            .Where(entry => entry.Namespace is not null)
            .Where(entry => entry.Namespace != string.Join('.', Path.GetDirectoryName(entry.File)!.Split(Path.DirectorySeparatorChar).Skip(1)))
            .Select(entry => $"{entry.File}: {entry.Namespace}");

        Assert.Empty(misplaced);
    }
}
