namespace Cms.Articles.Revisions;

/// <summary>What a source document says now of a story that an editor changed: it waits to be accepted or dismissed.</summary>
/// <param name="Id">What `accept` and `dismiss` name it by.</param>
/// <param name="IngestionId">The run that brought it.</param>
/// <param name="SourceKey">What identifies the document in its publication.</param>
/// <param name="File">The name of the document's file.</param>
/// <param name="Article">The story as it would be; slug, status and version are those of now.</param>
internal sealed record PendingRevision(Guid Id, Guid IngestionId, string SourceKey, string File, Article Article);

/// <summary>One row of versions that wait, besides the story's columns.</summary>
internal sealed record PendingRow
{
    public required Guid PendingId { get; init; }
    public required Guid IngestionId { get; init; }
    public required string SourceKey { get; init; }
    public required string File { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required string CreatedBy { get; init; }

    public ArticleRevisionSummary ToSummary(ArticleRow article) => new()
    {
        Number = null,
        CreatedAt = CreatedAt,
        CreatedBy = CreatedBy,
        Headline = article.Headline,
        WordCount = article.WordCount,
        IsPublic = false,
        Pending = new PendingRevision(PendingId, IngestionId, SourceKey, File, new Article(article, BodyRendition.Blocks)),
    };
}
