using Cms.Ingestion;
using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Ingestion;

/// <summary>A folder of pages that a test writes, and runs over it.</summary>
internal sealed class SourceFolder(CmsHost host) : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("cms-sources-").FullName;

    public string Name => Path.GetFileName(path);

    public string Root => path;

    public string At(string file) => Path.Combine(path, file);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(path, file), text);

    public void WriteBytes(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(path, file), bytes);

    public void Delete(string file) => File.Delete(Path.Combine(path, file));

    public void Link(string file, string target) => File.CreateSymbolicLink(Path.Combine(path, file), target);

    public void MakePipe(string file)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(path, file));
        made.WaitForExit();
    }

    public Task<Tally> Ingest(bool publishes = true, CancellationToken cancellationToken = default) =>
        host.Services.GetRequiredService<Ingester>().Run(
            new IngestionRequest { Folder = SeedFolder.Open(path), Publishes = publishes, OnRejected = _ => { } },
            cancellationToken);

    /// <summary>A page, an editor's change of its story, and then another page: answers the story and its tag, while the change of the page waits.</summary>
    public async Task<(string Id, string ETag)> Conflict(string file, string first, string changed, string edited)
    {
        Write(file, Page(first));
        await Ingest();
        var id = (await host.Query<Guid>("select article_id from revisions where headline = @first", new { first })).Single().ToString();
        var edit = await host.Patch(id, "\"1-x\"", $$"""{"headline": "{{edited}}"}""");
        Assert.True(edit.Status == 200, edit.Text);
        Write(file, Page(changed));
        Assert.Equal(1, (await Ingest()).Conflict);
        return (id, edit.ETag);
    }

    /// <summary>A page in the form of the given seed.</summary>
    public static string Page(string headline, string body = "The council met on Monday and agreed.", string date = "Mon 28 Sep 2020 | 11:15 AM", string editor = "Mohamed Wadie") =>
        $"Supervisor Elham AbolFateh\nEditor in Chief {editor}\n\n{headline}\n\n\n{date}\nMona Adel\n\n{body}\n\nNobody spoke against it, the clerk said.";

    public void Dispose() => Directory.Delete(path, recursive: true);
}
