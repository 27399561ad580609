using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

/// <summary>What lies in a folder may be meant to hurt: it is refused or passed over, and the pages beside it come in.</summary>
public sealed class HostileFolderTests(CmsHost host) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_link_is_followed_to_a_plain_neighbour_only()
    {
        folder.Write("001_00000000000000c1.txt", Page("A Plain Neighbour"));
        folder.Link("002_link.txt", "001_00000000000000c1.txt");
        folder.Link("out", "/etc");
        folder.Link("003_escape.txt", "/etc/passwd");
        folder.Link("004_escape.txt", "out/passwd");
        folder.Link("005_nowhere.txt", "006_nothing.txt");

        Assert.Equal((2, 1, 1), await folder.Ingest() is var tally ? (tally.Seen, tally.Created, tally.Duplicate) : default);
    }

    [Fact]
    public async Task A_mounted_config_map_is_read_through_its_links()
    {
        Directory.CreateDirectory(folder.At("..2026_11_24"));
        folder.Write("..2026_11_24/001_00000000000000c5.txt", Page("Mounted First"));
        folder.Write("..2026_11_24/002_00000000000000c6.txt", Page("Mounted Second"));
        folder.Link("..data", "..2026_11_24");
        folder.Link("001_00000000000000c5.txt", "..data/001_00000000000000c5.txt");
        folder.Link("002_00000000000000c6.txt", folder.At("..data/002_00000000000000c6.txt"));

        var first = await folder.Ingest();
        Directory.CreateDirectory(folder.At("..2026_11_25"));
        folder.Write("..2026_11_25/001_00000000000000c5.txt", Page("Mounted Anew"));
        folder.Write("..2026_11_25/002_00000000000000c6.txt", Page("Mounted Second"));
        folder.Delete("..data");
        folder.Link("..data", "..2026_11_25");
        var second = await folder.Ingest();

        Assert.Equal((2, 2), (first.Seen, first.Created));
        Assert.Equal((2, 1, 1), (second.Seen, second.Updated, second.Unchanged));
    }

    [Fact]
    public async Task No_chain_of_links_leads_out_of_the_folder()
    {
        using var elsewhere = new SourceFolder(host);
        elsewhere.Write("secret.txt", Page("Not to Be Read"));
        Directory.CreateDirectory(folder.At("inner"));
        folder.Link("..data", elsewhere.Root);
        folder.Link("inner/up", "../..");
        folder.Link("001_through.txt", "..data/secret.txt");
        folder.Link("002_up.txt", $"inner/up/{elsewhere.Name}/secret.txt");
        folder.Link("003_chain.txt", "004_chain.txt.link");
        folder.Link("004_chain.txt.link", elsewhere.At("secret.txt"));
        folder.Link("005_circle.txt", "006_circle.txt");
        folder.Link("006_circle.txt", "005_circle.txt");
        folder.Link("007_neighbour.txt", $"../{folder.Name}-neighbour/secret.txt");
        Directory.CreateDirectory($"{folder.Root}-neighbour");
        await File.WriteAllTextAsync($"{folder.Root}-neighbour/secret.txt", Page("Not to Be Read"));

        try
        {
            Assert.Equal(0, (await folder.Ingest()).Seen);
        }
        finally
        {
            Directory.Delete($"{folder.Root}-neighbour", recursive: true);
        }
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Makes a pipe with mkfifo.");
        folder.MakePipe("000_pipe.txt");
        folder.Write("001_00000000000000c2.txt", Page("Beside a Pipe"));

        var tally = await folder.Ingest().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((1, 1), (tally.Created, tally.Rejected));
    }

    [Fact]
    public async Task A_name_that_is_not_text_is_refused_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems allow no such name.");
        folder.Write("001_00000000000000c8.txt", Page("Beside a Name That Is Not Text"));
        // The runtime can neither make nor remove such a file.
        await Shell("""cp "$1"/001* "$1/$(printf '002_caf\351.txt')" """);

        var tally = await folder.Ingest();

        await Shell("""rm "$1"/002*""");
        Assert.Equal((1, 1), (tally.Created, tally.Rejected));
        Assert.NotNull(await host.Get("/v1/articles/beside-a-name-that-is-not-text"));
    }

    [Fact]
    public async Task A_page_of_countless_lines_is_refused_before_it_is_read()
    {
        folder.Write("001_00000000000000c3.txt", Page("Countless", string.Join("\n\n", Enumerable.Repeat("a", 100_000))));
        folder.Write("002_00000000000000d3.txt", Page("Beside the Countless"));

        var tally = await folder.Ingest();

        Assert.Equal((1, 1), (tally.Created, tally.Rejected));
    }

    [Fact]
    public async Task A_page_that_the_database_refuses_is_rejected_alone()
    {
        folder.Write("001_00000000000000c4.txt", Page("Beside the Refused"));
        folder.Write("002_00000000000000d4.txt", Page("Refused") + "\n\nTags: " + new string('a', 300));

        var tally = await folder.Ingest();

        Assert.Equal(2, tally.Seen);
        Assert.Equal(2, tally.Created + tally.Rejected);
        Assert.NotNull(await host.Get("/v1/articles/beside-the-refused"));
    }

    private async Task Shell(string script)
    {
        using var run = System.Diagnostics.Process.Start("sh", ["-c", script, "sh", folder.Root]);
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
    }
}
