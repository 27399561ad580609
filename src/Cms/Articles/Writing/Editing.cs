using Cms.Content.Bodies;
using Cms.Data;
using Cms.Http.Problems;
using Cms.Taxonomy;

namespace Cms.Articles.Writing;

/// <summary>
/// What every change to a story goes through: the save or the action itself, its audit row, its event, and the working copy that is answered.
/// </summary>
internal static class Editing
{
    /// <summary>Changes the story that an address names, if the caller has seen it as it is.</summary>
    public static async Task<StoryOutcome> At(
        WriteTransaction write,
        ArticleAddress address,
        Func<int, bool> isSeen,
        Func<ArticleRow, Task<StoryOutcome>> change,
        CancellationToken cancellationToken)
    {
        await write.Flush(cancellationToken);
        if (await WorkingCopies.Hold(write.Connection, address, cancellationToken) is not { } row)
        {
            return StoryOutcome.Refused(new Missing("No article has this id or slug."));
        }

        return isSeen(row.Version) ? await change(row) : StoryOutcome.Refused(Stale(row));
    }

    /// <summary>Makes a new story: under the id that the client chose, where nothing is yet, or under one of ours.</summary>
    public static async Task<StoryOutcome> Create(
        WriteTransaction write, FilingBook filings, ArticleInput input, Guid? chosen, CancellationToken cancellationToken)
    {
        if (chosen is not null || input.TranslationOf is not null)
        {
            // These look at other stories, among which may be one whose save is still put off.
            await write.Flush(cancellationToken);
        }

        return chosen is { } id && !await WorkingCopies.IsFree(write.Connection, id, cancellationToken)
            ? StoryOutcome.Refused(new ExistsAlready())
            : await Save(write, filings, input, chosen ?? Guid.CreateVersion7(), present: null, "create", cancellationToken);
    }

    /// <summary>Replaces what a story holds.</summary>
    public static async Task<StoryOutcome> Change(
        WriteTransaction write, FilingBook filings, ArticleInput input, ArticleRow present, CancellationToken cancellationToken) =>
        present.DeletedAt is null
            ? await Save(write, filings, input, present.Id, present, "update", cancellationToken)
            : StoryOutcome.Refused(InTrash());

    /// <summary>Does to a story what is no save: counts up its version, does it, records it.</summary>
    public static async Task<StoryOutcome> Act(
        WriteTransaction write, ArticleRow row, string action, Func<Task> work, CancellationToken cancellationToken)
    {
        if (!await ArticleWriter.Advance(write.Connection, row.Id, row.Version, cancellationToken))
        {
            return StoryOutcome.Refused(Stale(row));
        }

        await work();
        return StoryOutcome.Done(Record(write, await WorkingCopies.Read(write.Connection, row.Id, cancellationToken), action, []));
    }

    /// <summary>409: the story is in the trash.</summary>
    public static Clash InTrash() => new("The story is in the trash: restore it first.");

    private static async Task<StoryOutcome> Save(
        WriteTransaction write,
        FilingBook filings,
        ArticleInput input,
        Guid id,
        ArticleRow? present,
        string action,
        CancellationToken cancellationToken)
    {
        var composer = new StoryComposer(write, filings, input, id, present);
        var (draft, refusal) = await composer.Compose(write.Caller, cancellationToken);
        if (draft is null)
        {
            return StoryOutcome.Refused(refusal!);
        }

        var saved = SavedArticle.Of(draft, present);
        var storedAt = write.Later(DraftStatements.Save(draft, saved));
        var row = SavedStory.Row(draft, saved, composer.Names);
        if (row is null)
        {
            await write.Flush(cancellationToken);
            row = await WorkingCopies.Read(write.Connection, id, cancellationToken);
        }

        return StoryOutcome.Done(Record(write, row, action, composer.Dropped, storedAt));
    }

    private static WrittenArticle Record(
        WriteTransaction write, ArticleRow row, string action, IReadOnlyList<DroppedPart> dropped, StoredAt? storedAt = null)
    {
        write.Leave(action, new ArticleMark(row.Id, row.PublicationId, row.Version, row.Revision));
        return new WrittenArticle(row, dropped, storedAt);
    }

    private static Stale<Article> Stale(ArticleRow row) => new(new Article(row, BodyRendition.Blocks), row.Version);
}
