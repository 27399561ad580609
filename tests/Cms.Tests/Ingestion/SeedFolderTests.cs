using Cms.Ingestion;
using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

public sealed class SeedFolderTests(CmsHost host) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Documents_come_by_their_number_then_by_their_name()
    {
        foreach (var name in new[] { "b.txt", "10_x.txt", "9_y.txt", "A.TXT", "009_a.txt" })
        {
            folder.Write(name, "text");
        }

        Assert.Equal(["009_a.txt", "9_y.txt", "10_x.txt", "A.TXT", "b.txt"], SeedFolder.Open(folder.Root).Files.Select(file => file.Name));
    }

    [Fact]
    public void Folders_and_links_that_leave_are_passed_over()
    {
        folder.Write("page.txt", "text");
        Directory.CreateDirectory(folder.At("folder.txt"));
        File.CreateSymbolicLink(folder.At("inside.txt"), "page.txt");
        File.CreateSymbolicLink(folder.At("outside.txt"), Path.Combine(Installation.Root, "README.md"));
        File.CreateSymbolicLink(folder.At("nowhere.txt"), folder.At("nothing.txt"));

        Assert.Equal(["inside.txt", "page.txt"], SeedFolder.Open(folder.Root).Files.Select(file => file.Name));
    }

    [Fact]
    public async Task A_file_that_grows_meanwhile_is_left_for_the_next_run()
    {
        folder.Write("growing.txt", Page("Still being written"));
        var listing = SeedFolder.Open(folder.Root);
        await File.AppendAllTextAsync(folder.At("growing.txt"), "\n\nAnd another paragraph arrives while the folder is being read.");

        var first = await host.Services.GetRequiredService<Ingester>().Run(
            new IngestionRequest { Folder = listing, Publishes = true, OnRejected = _ => { } }, CancellationToken.None);
        var second = await folder.Ingest();

        Assert.Equal((0, 0, 0), (first.Seen, first.Created, first.Rejected));
        Assert.Equal(1, second.Created);
    }
}
