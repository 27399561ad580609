using Cms.Articles;
using Cms.Articles.Revisions;
using Cms.Data;
using Cms.Taxonomy;
using Npgsql;

namespace Cms.Ingestion;

/// <summary>Writes a batch inside the caller's write: stories, documents, outcomes, counts, audit rows and events, wholly or not at all.</summary>
internal static class BatchWriter
{
    public static async Task<IReadOnlyList<DocumentOutcome>> Write(
        WriteTransaction write, IngestionRun run, SourceBatch batch, CancellationToken cancellationToken)
    {
        var connection = write.Connection;
        await PublicationLock.Hold(connection, run.PublicationId, cancellationToken);
        var readable = batch.Documents.Where(document => document.Manuscript is not null).ToArray();
        var planned = await Plan(connection, run, readable, cancellationToken);
        planned = await Filed(connection, planned, write.Caller, cancellationToken);

        var drafts = planned.Where(document => document.IsWritten).Select(document => document.Draft!).ToArray();
        var saved = (await ArticleWriter.Save(connection, drafts, cancellationToken))
            .ToDictionary(article => article.Id);
        var published = planned.Where(document => document.IsPublished).Select(document => document.ArticleId).ToArray();
        await ArticleWriter.Publish(connection, published, cancellationToken);

        planned =
        [
            .. planned.Select(document => document with { Revision = saved.GetValueOrDefault(document.ArticleId)?.Revision ?? document.Revision }),
        ];
        await SourceStore.Keep(connection, run.PublicationId, run.Origin, planned, cancellationToken);
        var conflicts = planned.Where(document => document.Outcome == DocumentOutcome.Conflict).ToArray();
        await PendingStore.Keep(connection, run.Id, [.. conflicts.Select(document => (document.SourceId, document.Draft!))], cancellationToken);
        foreach (var document in planned)
        {
            LeaveTrail(write, run, document, saved.GetValueOrDefault(document.ArticleId));
        }

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
        NpgsqlConnection connection, IReadOnlyList<PlannedDocument> planned, string caller, CancellationToken cancellationToken)
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
                CreatedBy = caller,
            });
        return [.. planned.Select(document => document with { Draft = drafts.GetValueOrDefault(document.SourceId) })];
    }

    /// <summary>One change to one story is one audit row and one event, though it may have been saved and published at once.</summary>
    private static void LeaveTrail(WriteTransaction write, IngestionRun run, PlannedDocument document, SavedArticle? saved)
    {
        if (document.Outcome == DocumentOutcome.Conflict)
        {
            var version = document.Draft!.ExpectedVersion!.Value;
            write.Leave("pendRevision", "revisionPending", new ArticleMark(document.ArticleId, run.PublicationId, version, document.Revision));
        }
        else if (document.IsWritten && saved is not null)
        {
            var action = document.IsPublished ? "publish" : document.Outcome == DocumentOutcome.Created ? "create" : "update";
            write.Leave(action, new ArticleMark(saved.Id, run.PublicationId, saved.Version, saved.Revision));
        }
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
