using Cms.Articles;
using Cms.Taxonomy;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Writes a batch inside the caller's transaction: stories, documents, outcomes and counts, wholly or not at all.</summary>
internal static class BatchWriter
{
    public static async Task<IReadOnlyList<DocumentOutcome>> Write(
        NpgsqlConnection connection, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        var readable = batch.Documents.Where(document => document.Manuscript is not null).ToArray();
        var planned = await Plan(connection, run, readable, cancellationToken);
        planned = await Filed(connection, planned, cancellationToken);

        var drafts = planned.Where(document => document.IsWritten).Select(document => document.Draft!).ToArray();
        var saved = (await ArticleWriter.Save(connection, drafts, cancellationToken))
            .ToDictionary(article => article.Id, article => article.Revision);
        var published = planned.Where(document => document.IsPublished).Select(document => document.ArticleId).ToArray();
        await ArticleWriter.Publish(connection, published, cancellationToken);

        planned = [.. planned.Select(document => document with { Revision = saved.GetValueOrDefault(document.ArticleId, document.Revision) })];
        await SourceStore.Keep(connection, run.PublicationId, run.Origin, planned, cancellationToken);
        await PendingStore.Keep(connection, [.. planned.Where(document => document.Outcome == DocumentOutcome.Conflict)], cancellationToken);

        var refused = batch.Documents.Where(document => document.Refusal is not null).ToArray();
        string[] present = [.. batch.Recovered, .. refused.Select(document => document.File.Key)];
        await SourceStore.Recover(connection, run.PublicationId, present, cancellationToken);
        await QuarantineStore.Put(connection, run.PublicationId, refused, cancellationToken);
        string[] good = [.. batch.Recovered, .. readable.Select(document => document.File.Key)];
        await QuarantineStore.Resolve(connection, run.PublicationId, good, cancellationToken);

        var outcomes = planned.Select(document => document.ToOutcome()).Concat(refused.Select(Rejected)).OrderBy(outcome => outcome.Number).ToArray();
        await RunStore.Record(connection, run.Id, outcomes, cancellationToken);
        await RunStore.Count(connection, run.Id, Tally.Of(outcomes), cancellationToken);
        return outcomes;
    }

    private static async Task<IReadOnlyList<PlannedDocument>> Plan(
        NpgsqlConnection connection, IngestionRun run, ReadDocument[] readable, CancellationToken cancellationToken)
    {
        if (readable.Length == 0)
        {
            return [];
        }

        var keys = readable.Select(document => document.File.Key).ToArray();
        var hashes = readable.Select(document => document.Manuscript!.ContentHash).Distinct().ToArray();
        var stored = await SourceStore.Lock(connection, run.PublicationId, keys, cancellationToken);
        var withContent = await SourceStore.WithContent(connection, run.PublicationId, hashes, cancellationToken);
        return new BatchPlan(stored, withContent, run.Publishes).Decide(readable);
    }

    private static async Task<IReadOnlyList<PlannedDocument>> Filed(
        NpgsqlConnection connection, IReadOnlyList<PlannedDocument> planned, CancellationToken cancellationToken)
    {
        var drafted = planned.Where(document => document.Draft is not null).ToArray();
        var filed = await FilingStore.Resolve(connection, [.. drafted.Select(document => document.Read.Filing!)], cancellationToken);
        var drafts = drafted.Zip(filed).ToDictionary(
            pair => pair.First.SourceId,
            pair => pair.First.Draft! with
            {
                SectionId = pair.Second.SectionId,
                AuthorIds = pair.Second.AuthorIds,
                AuthorRoles = pair.Second.AuthorRoles,
                TagIds = pair.Second.TagIds,
            });
        return [.. planned.Select(document => document with { Draft = drafts.GetValueOrDefault(document.SourceId) })];
    }

    private static DocumentOutcome Rejected(ReadDocument document) => new()
    {
        Number = document.File.Number,
        File = document.File.Name,
        SourceKey = document.File.Key,
        Outcome = DocumentOutcome.Rejected,
        Refusal = document.Refusal,
    };
}
