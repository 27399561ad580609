using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>
/// Editors' tools that write without pause: make a story, publish it, change it. Half of them repeat what was not answered, under the same
/// Idempotency-Key; the others give up on it. Each knows what was acknowledged to it.
/// </summary>
internal sealed class Writers : IDisposable
{
    private readonly ConcurrentDictionary<string, AcknowledgedStory> acknowledged = [];
    private readonly ConcurrentBag<string> surprises = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly HttpClient client;
    private readonly string run;
    private readonly bool repeats;
    private readonly Task[] work;

    /// <param name="run">The word that all their headlines begin with.</param>
    /// <param name="port">Where the program listens.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="repeats">Whether half of them repeat what failed.</param>
    public Writers(string run, int port, int count = 8, bool repeats = true)
    {
        this.run = run;
        this.repeats = repeats;
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(15) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", CmsHost.AdminKey);
        work = [.. Enumerable.Range(0, count).Select(writer => Task.Run(() => Write(writer)))];
    }

    public string Run => run;

    /// <summary>By headline, what was answered with 2xx.</summary>
    public IReadOnlyDictionary<string, AcknowledgedStory> Acknowledged => acknowledged;

    /// <summary>Answers that no fault explains.</summary>
    public IEnumerable<string> Surprises => surprises;

    /// <summary>Waits until so many stories more are acknowledged.</summary>
    public Task More(int count)
    {
        var goal = acknowledged.Count + count;
        // A killed PostgreSQL is back when the last of its backends has noticed, which on a busy machine takes its time.
        return CmsHost.WaitUntil(() => Task.FromResult(acknowledged.Count >= goal), seconds: 90);
    }

    /// <summary>Lets them end what they have begun.</summary>
    public async Task Stop()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        stopping.Cancel();
        Task.WhenAll(work).ContinueWith(_ => client.Dispose(), TaskScheduler.Default);
    }

    private async Task Write(int writer)
    {
        var isPatient = repeats && writer % 2 == 0;
        for (var number = 1; !stopping.IsCancellationRequested; number++)
        {
            var headline = $"{run} {writer} {number}";
            var key = headline.Replace(' ', '-');
            var made = await Ask(isPatient, "POST", "/v1/articles", Story(headline), "application/json", ("Idempotency-Key", key));
            var shown = made is null ? null : await Ask(
                isPatient, "POST", $"/v1/articles/{IdOf(made)}/publish", null, null, ("If-Match", made.ETag), ("Idempotency-Key", $"{key}-publish"));
            var changed = shown is null ? null : await Ask(
                false, "PATCH", $"/v1/articles/{IdOf(shown)}", """{"kicker":"Changed"}""", "application/merge-patch+json", ("If-Match", shown.ETag));
            if ((changed ?? shown ?? made) is { } last)
            {
                acknowledged[headline] = new AcknowledgedStory(IdOf(last), (int)last.Json["version"]!);
            }
        }
    }

    /// <summary>The 2xx answer; null when the writer gave up.</summary>
    private async Task<Reply?> Ask(bool isPatient, string method, string path, string? body, string? mediaType, params (string, string)[] headers)
    {
        for (var attempt = 1; attempt <= 300; attempt++)
        {
            try
            {
                var reply = await client.Send(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), mediaType, headers);
                if (reply.Status is 200 or 201)
                {
                    return reply;
                }

                if (reply.Status != 503 && !(reply.Status == 409 && reply.Code == "idempotency-key-in-flight"))
                {
                    surprises.Add($"{method} {path}: {reply.Status} {reply.Text}");
                    return null;
                }

                if (reply.Header("Retry-After") is null)
                {
                    surprises.Add($"{method} {path}: {reply.Status} without Retry-After");
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                // The program is gone or does not answer: what became of the write is not known.
            }

            if (!isPatient)
            {
                // The next story, but not in a rage.
                await Task.Delay(20);
                return null;
            }

            await Task.Delay(100);
        }

        return null;
    }

    private static Guid IdOf(Reply reply) => (Guid)reply.Json["id"]!;

    private static string Story(string headline) => new JsonObject
    {
        ["headline"] = headline,
        ["bodyMarkdown"] = $"The council met.\n\nIt agreed on **{headline}**.",
        ["authors"] = new JsonArray(new JsonObject { ["name"] = "Mona Adel" }),
    }.ToJsonString();
}

/// <summary>What a writer was told of its story.</summary>
/// <param name="Id">The story.</param>
/// <param name="Version">The newest version that was answered.</param>
internal sealed record AcknowledgedStory(Guid Id, int Version);
