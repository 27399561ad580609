using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cms.Articles;
using Cms.Benchmarks.Archive;
using Cms.Content.Bodies;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.SearchScale;

/// <summary>What search costs who publishes: stories saved and published one by one, with the words that searches read and without, taking turns.</summary>
internal static class WriteCost
{
    private const int Turns = 6;
    private const int StoriesOfTurn = 50;

    public static async Task Measure(string connectionString)
    {
        // As the application has it, whose store this is.
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Max Auto Prepare=50");
        await connection.OpenAsync();
        var publication = await connection.ExecuteScalarAsync<Guid>("select id from publications where is_default");
        var text = new GeneratedText(seed: 21);
        var filing = new ArchiveFiling();
        var number = 0;
        var times = new Dictionary<bool, List<double>> { [true] = [], [false] = [] };
        for (var turn = 0; turn < 2 * Turns; turn++)
        {
            var isSearched = turn % 2 == 0;
            await connection.ExecuteAsync($"alter table published_articles {(isSearched ? "enable" : "disable")} trigger user");
            var drafts = Enumerable.Range(0, StoriesOfTurn).Select(_ => Draft(ArchiveStory.Write(number++, text, filing), publication)).ToList();
            var started = Stopwatch.GetTimestamp();
            foreach (var draft in drafts)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await ArticleWriter.Save(connection, [draft], CancellationToken.None);
                await ArticleWriter.Publish(connection, [draft.Id], CancellationToken.None);
                await transaction.CommitAsync();
            }

            times[isSearched].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / StoriesOfTurn);
        }

        await connection.ExecuteAsync("alter table published_articles enable trigger user; delete from published_articles where slug like 'written-%'");
        var (with, without) = (Goal.Median(times[true]), Goal.Median(times[false]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a story is published in {with:0.0} ms, without search in {without:0.0} ms"));
        Goal.AtMost("publishing with search vs without", with / without, 2);
    }

    private static ArticleDraft Draft(ArchiveStory story, Guid publication) => new()
    {
        Id = story.Id,
        PublicationId = publication,
        Slug = $"written-{story.Id:N}",
        Language = "en",
        Headline = story.Headline,
        Deck = story.Deck,
        Byline = story.Byline,
        PublishedAt = story.PublishedAt,
        Body = Encoding.UTF8.GetString(BodyJson.Write(story.Body)),
        BodyText = BodyText.Plain(story.Body),
        Excerpt = story.Excerpt,
        WordCount = BodyText.Words(BodyText.Plain(story.Body)),
        CreatedBy = "benchmark",
    };
}
