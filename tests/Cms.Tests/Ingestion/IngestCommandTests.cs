using Cms.Commands;
using Cms.Tests.Harness;
using static Cms.Tests.Ingestion.SourceFolder;

namespace Cms.Tests.Ingestion;

public sealed class IngestCommandTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>, IDisposable
{
    private readonly SourceFolder folder = new(host);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_or_a_folder_is_ingested_beside_the_running_server()
    {
        folder.Write("command.txt", Page("By the command line"));
        folder.Write("other.txt", Page("Left alone at first"));

        Assert.Equal(0, await Run(folder.At("command.txt")));
        Assert.Equal("By the command line", (string?)(await host.Get("/v1/articles/by-the-command-line"))["headline"]);
        Assert.Equal(["command"], await host.Query<string>("select source_key from source_documents"));
        Assert.Equal(0, await Run(folder.Root));
        await host.Get("/v1/articles/left-alone-at-first");
    }

    [Fact]
    public async Task A_rejected_document_and_a_missing_path_fail_the_command()
    {
        folder.Write("empty.txt", "");

        Assert.Equal(1, await Run(folder.Root));
        Assert.Equal(1, await Run(folder.At("no-such-folder")));
    }

    private Task<int> Run(string path) => IngestCommand.Run(
        path, [$"--ConnectionStrings:Cms={cluster.ConnectionString(host.DatabaseName)}", "--Cms:Seeds="], CancellationToken.None);
}
