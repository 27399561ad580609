using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Cms.Data;
using Cms.Data.Watching;
using Cms.Tests.Articles;
using Cms.Tests.Commands;
using Cms.Tests.Harness;

namespace Cms.Tests.Http.Caching;

/// <summary>P4 under load: eight writers and thirty-two readers on two processes, this one and the program itself.</summary>
public sealed class StormTests(CmsHost host, Cluster cluster) : IClassFixture<CmsHost>
{
    private const int Writers = 8;
    private const int Readers = 32;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task No_reader_sees_what_is_a_second_old_or_was_taken_down()
    {
        await using var program = await CmsProcess.Serve(
            null,
            $"ConnectionStrings__Cms={cluster.ConnectionString(host.DatabaseName)}",
            $"ConnectionStrings__CmsReader={cluster.ConnectionString(host.DatabaseName, Database.ReaderRole)}").Ready();
        var stories = new List<WatchedStory>();
        for (var number = 0; number < Writers; number++)
        {
            var made = await host.Write(Text(0));
            var published = await host.Act(made.Id(), "publish", made.ETag);
            stories.Add(new WatchedStory(made.Id(), published.ETag));
        }

        var faults = new ConcurrentQueue<string>();
        var clock = Stopwatch.StartNew();
        using var client = host.NewDirectClient();
        using var other = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{program.Port}") };
        var reads = 0;
        var writing = stories.Select(story => Task.Run(() => Write(story, clock)));
        var reading = Enumerable.Range(0, Readers).Select(number => Task.Run(async () =>
        {
            var isOwn = number % 2 == 0;
            var random = new Random(number);
            while (clock.Elapsed < Length)
            {
                var fault = await Read(isOwn ? client : other, stories[random.Next(Writers)], isOwn);
                Interlocked.Increment(ref reads);
                if (fault is not null)
                {
                    faults.Enqueue($"{(isOwn ? "own" : "other")}: {fault}");
                }
            }
        }));
        await Task.WhenAll(writing.Concat(reading));

        Assert.Empty(faults);
        Assert.All(stories, story => Assert.True(story.Number > 0));
        Assert.True(reads > Readers);
    }

    private async Task Write(WatchedStory story, Stopwatch clock)
    {
        while (clock.Elapsed < Length)
        {
            for (var turn = 0; turn < 3; turn++)
            {
                var saved = await host.Patch(story.Id, story.ETag, Text(story.Number + 1));
                var published = await host.Act(story.Id, "publish", saved.ETag);
                story.Publish(published.ETag);
            }

            var isTrashed = story.Number % 2 == 0;
            var down = await host.Act(story.Id, isTrashed ? "delete" : "unpublish", story.ETag);
            story.TakeDown(down.ETag);
            await Task.Delay(20);
            var restored = isTrashed ? await host.Act(story.Id, "restore", down.ETag) : down;
            // From here on it may be there again.
            story.BringBack();
            story.Publish((await host.Act(story.Id, "publish", restored.ETag)).ETag, isSame: true);
        }
    }

    private static async Task<string?> Read(HttpClient client, WatchedStory story, bool isOwn)
    {
        var before = story.Look();
        var answer = await client.Send("GET", $"/v1/articles/{story.Id}", null, null);
        var after = story.Look();
        Assert.True(answer.Status is 200 or 404 or 503, answer.Text);
        // Where all this takes a busy machine too long, readers are refused: that shows them nothing.
        if (answer.Status != 200)
        {
            return null;
        }

        if (before.IsDown && after.IsDown && before.Turn == after.Turn)
        {
            return $"{story.Id} was served after it was taken down";
        }

        var seen = int.Parse(((string)answer.Json["headline"]!).Split(' ')[^1], CultureInfo.InvariantCulture);
        var needed = isOwn ? before.Number : before.NumberASecondAgo;
        return seen < needed ? $"{story.Id} was served as {seen} when {needed} had been published" : null;
    }

    private static string Text(int number) =>
        $$"""{"headline": "Story {{number}}", "body": [{"type": "paragraph", "content": [{"text": "Text {{number}}."}]}]}""";

    private sealed class WatchedStory(string id, string etag)
    {
        private readonly Lock changing = new();
        private readonly List<(long At, int Number)> acknowledged = [(Stopwatch.GetTimestamp(), 0)];
        private bool isDown;
        private int turn;

        public string Id => id;

        public string ETag { get; private set; } = etag;

        public int Number { get; private set; }

        public void Publish(string newETag, bool isSame = false)
        {
            lock (changing)
            {
                ETag = newETag;
                Number += isSame ? 0 : 1;
                acknowledged.Add((Stopwatch.GetTimestamp(), Number));
            }
        }

        public void TakeDown(string newETag)
        {
            lock (changing)
            {
                (ETag, isDown) = (newETag, true);
                turn++;
            }
        }

        public void BringBack()
        {
            lock (changing)
            {
                isDown = false;
                turn++;
            }
        }

        public Sight Look()
        {
            lock (changing)
            {
                var old = acknowledged.Where(entry => Stopwatch.GetElapsedTime(entry.At) > ChangeLog.Trust).ToList();
                return new Sight(Number, old.Count == 0 ? 0 : old[^1].Number, isDown, turn);
            }
        }
    }

    private sealed record Sight(int Number, int NumberASecondAgo, bool IsDown, int Turn);
}
