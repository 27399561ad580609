using System.Text;
using Cms.Articles;
using Cms.Content.Bodies;
using Cms.Content.Text;
using Dapper;
using Npgsql;

namespace Cms.Benchmarks.Relevance;

/// <summary>Publishes a collection through the one path on which stories are written.</summary>
internal static class CollectionLoader
{
    private const int Batch = 250;

    /// <summary>Answers which document each story is.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Load(string connectionString, JudgedCollection collection)
    {
        // As the application has it, whose store this is.
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        var publication = await connection.ExecuteScalarAsync<Guid>("select id from publications where is_default");
        await connection.ExecuteAsync("update publications set language = @Language where is_default", collection);
        var documents = new Dictionary<string, string>();
        foreach (var chunk in collection.Documents.Chunk(Batch))
        {
            var drafts = chunk.Select(document => Draft(document, publication, collection.Language)).ToList();
            await using var transaction = await connection.BeginTransactionAsync();
            await ArticleWriter.Save(connection, drafts, CancellationToken.None);
            await ArticleWriter.Publish(connection, [.. drafts.Select(draft => draft.Id)], CancellationToken.None);
            await transaction.CommitAsync();
            foreach (var (draft, document) in drafts.Zip(chunk))
            {
                documents.Add(draft.Id.ToString(), document.Id);
            }
        }

        return documents;
    }

    private static ArticleDraft Draft(JudgedDocument document, Guid publication, string language)
    {
        Block[] body = [new ParagraphBlock { Id = "b1", Content = [new Run { Text = document.Body }] }];
        var headline = document.Title.Trim() is { Length: > 0 } title ? title : document.Id;
        return new ArticleDraft
        {
            Id = Guid.CreateVersion7(),
            PublicationId = publication,
            Slug = $"document-{document.Id.GetHashCode(StringComparison.Ordinal):x}-{Guid.NewGuid():N}",
            Language = language,
            Headline = headline.Length <= 500 ? headline : headline[..500],
            PublishedAt = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Body = Encoding.UTF8.GetString(BodyJson.Write(body)),
            BodyText = BodyText.Plain(body),
            Excerpt = Words.Excerpt(BodyText.FirstParagraph(body) ?? ""),
            WordCount = BodyText.Words(BodyText.Plain(body)),
            CreatedBy = "benchmark",
        };
    }
}
