using System.Globalization;
using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

/// <summary>P23: whoever walks through all pages meets every story that was there throughout, once, whatever is written meanwhile.</summary>
public sealed class WalkDuringWritesTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const int Standing = 24;
    private const int Writers = 4;
    private const int Walks = 12;

    [Theory]
    [InlineData("/v1/articles", "plain")]
    [InlineData("/v1/articles?sort=publishedAt", "plain")]
    [InlineData("/v1/articles?tag=", "tagged")]
    public async Task A_walk_meets_each_story_that_stays_once_while_others_come_change_and_go(string path, string tag)
    {
        // A tag of its own keeps each list apart from the stories of the others.
        tag = $"{tag}-{path.Length}";
        Assert.Equal(201, (await host.Admin.Post("/v1/tags", $$"""{"name": "{{tag}}", "slug": "{{tag}}"}""")).Status);
        var list = path.EndsWith('=') ? path + tag : path;
        var standing = new (string Id, string ETag)[Standing];
        for (var number = 0; number < Standing; number++)
        {
            standing[number] = await Publish(number, tag);
        }

        var ids = standing.Select(story => story.Id).ToList();

        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer, standing, tag, stop.Token))).ToList();
        try
        {
            for (var walk = 0; walk < Walks; walk++)
            {
                var met = (await host.Walk(list, limit: 3)).Texts("id").ToList();

                Assert.Equal(met.Count, met.Distinct().Count());
                Assert.All(ids, id => Assert.Contains(id, met));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(writing);
        }
    }

    /// <summary>A story that comes between the others and goes again, and a change to one that stays, over and over.</summary>
    private async Task Write(int writer, (string Id, string ETag)[] standing, string tag, CancellationToken stop)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            var (id, etag) = await Publish((turn * 7) % Standing, tag);
            var place = (writer * Standing / Writers) + (turn % (Standing / Writers));
            var saved = await host.Patch(standing[place].Id, standing[place].ETag, $$"""{"headline": "Changed by {{writer}} in turn {{turn}}"}""");
            standing[place] = standing[place] with { ETag = (await host.Act(standing[place].Id, "publish", saved.ETag)).ETag };
            await host.Act(id, turn % 2 == 0 ? "unpublish" : "delete", etag);
        }
    }

    /// <summary>Several stories share a time, so that ids break ties.</summary>
    private async Task<(string Id, string ETag)> Publish(int number, string tag)
    {
        var time = new DateTime(2026, 1, 1, 12, number / 3, 0, DateTimeKind.Utc).ToString("s", CultureInfo.InvariantCulture);
        var made = await host.Write(
            $$"""{"headline": "Story {{number}}", "publishedAt": "{{time}}Z", "tagSlugs": ["{{tag}}"], "bodyMarkdown": "Text."}""");
        return (made.Id(), (await host.Act(made.Id(), "publish", made.ETag)).ETag);
    }
}
