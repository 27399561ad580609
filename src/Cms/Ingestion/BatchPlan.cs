using Cms.Content.Sources;

namespace Cms.Ingestion;

/// <summary>Decides, in the order of the documents, what happens to each: the first with a content gets the article, later ones share it.</summary>
internal sealed class BatchPlan(
    IReadOnlyDictionary<string, StoredSource> stored, IReadOnlyDictionary<string, FirstSource> withContent, bool publishes)
{
    private readonly Dictionary<string, PlannedDocument> firstOfBatch = new(StringComparer.Ordinal);

    public IReadOnlyList<PlannedDocument> Decide(IEnumerable<ReadDocument> documents) =>
        [.. documents.Where(document => document.Manuscript is not null).Select(Decide)];

    private PlannedDocument Decide(ReadDocument document)
    {
        var manuscript = document.Manuscript!;
        return stored.GetValueOrDefault(document.File.Key) switch
        {
            { } same when same.ContentHash == manuscript.ContentHash => Stays(document, same),
            { DuplicateOf: null } own => Follows(document, manuscript, own),
            var former => Begins(document, manuscript, former?.Id ?? Guid.CreateVersion7()),
        };
    }

    private static PlannedDocument Stays(ReadDocument document, StoredSource source) => new()
    {
        Read = document,
        Outcome = DocumentOutcome.Unchanged,
        SourceId = source.Id,
        ArticleId = source.ArticleId,
        Revision = source.Revision,
        DuplicateOf = source.DuplicateOf,
    };

    private PlannedDocument Follows(ReadDocument document, Manuscript manuscript, StoredSource source)
    {
        var isPublic = source.Status == "published" || (source.Status == "draft" && publishes);
        return new PlannedDocument
        {
            Read = document,
            Outcome = source.IsEdited ? DocumentOutcome.Conflict : DocumentOutcome.Updated,
            SourceId = source.Id,
            ArticleId = source.ArticleId,
            Revision = source.Revision,
            Draft = document.Draft! with { Id = source.ArticleId, ExpectedVersion = source.Version },
            IsPublished = !source.IsEdited && !source.IsTrashed && isPublic && !manuscript.HeldAsDraft,
        };
    }

    private PlannedDocument Begins(ReadDocument document, Manuscript manuscript, Guid sourceId)
    {
        var planned = new PlannedDocument
        {
            Read = document,
            Outcome = DocumentOutcome.Duplicate,
            SourceId = sourceId,
            ArticleId = document.Draft!.Id,
            Revision = 1,
        };
        if (withContent.TryGetValue(manuscript.ContentHash, out var first) && first.Id != sourceId)
        {
            return planned with { ArticleId = first.ArticleId, Revision = first.Revision, DuplicateOf = first.Id };
        }

        if (firstOfBatch.TryGetValue(manuscript.ContentHash, out var neighbour))
        {
            return planned with { ArticleId = neighbour.ArticleId, Revision = neighbour.Revision, DuplicateOf = neighbour.SourceId };
        }

        planned = planned with { Outcome = DocumentOutcome.Created, Draft = document.Draft, IsPublished = publishes && !manuscript.HeldAsDraft };
        firstOfBatch.Add(manuscript.ContentHash, planned);
        return planned;
    }
}
