using System.Globalization;
using Cms.Content.Bodies;
using Cms.Data;
using Cms.Http.Problems;

namespace Cms.Articles.Writing;

/// <summary>What every change to a story goes through: the save or the action itself, its audit row, its event, and the working copy that is answered.</summary>
internal static class Editing
{
    private const string Resource = "article";

    /// <summary>Makes a new story under the id.</summary>
    public static Task<(WrittenArticle? Article, ProblemResult? Refusal)> Create(
        WriteTransaction write, ArticleInput input, Guid id, CancellationToken cancellationToken) =>
        Save(write, input, id, present: null, "create", cancellationToken);

    /// <summary>Replaces what a story holds.</summary>
    public static Task<(WrittenArticle? Article, ProblemResult? Refusal)> Change(
        WriteTransaction write, ArticleInput input, ArticleRow present, CancellationToken cancellationToken) =>
        present.DeletedAt is null
            ? Save(write, input, present.Id, present, "update", cancellationToken)
            : Task.FromResult<(WrittenArticle?, ProblemResult?)>((null, InTrash()));

    /// <summary>Ends an action: records it and reads the story back.</summary>
    public static async Task<WrittenArticle> Finish(
        WriteTransaction write, Guid id, string action, CancellationToken cancellationToken) =>
        Record(write, await WorkingCopies.Read(write.Connection, id, cancellationToken), action, []);

    /// <summary>The refusal of a caller who has not seen the present version.</summary>
    public static ArticleRefusal Stale(ArticleRow row) => new(new Stale<Article>(new Article(row, BodyRendition.Blocks), row.Version));

    /// <summary>409: the story is in the trash.</summary>
    public static Clash InTrash() => new("The story is in the trash: restore it first.");

    private static async Task<(WrittenArticle? Article, ProblemResult? Refusal)> Save(
        WriteTransaction write, ArticleInput input, Guid id, ArticleRow? present, string action, CancellationToken cancellationToken)
    {
        var composer = new StoryComposer(write.Connection, input, id, present);
        var (draft, refusal) = await composer.Compose(write.Caller, cancellationToken);
        if (draft is null)
        {
            return (null, refusal);
        }

        return await ArticleWriter.SaveOne(write.Connection, draft, cancellationToken) is { } row
            ? (Record(write, row, action, composer.Dropped), null)
            : (null, new ExistsAlready());
    }

    private static WrittenArticle Record(WriteTransaction write, ArticleRow row, string action, IReadOnlyList<DroppedPart> dropped)
    {
        write.Audit($"{Resource}.{action}", Resource, row.Id, string.Create(CultureInfo.InvariantCulture, $$"""{"version":{{row.Version}},"revision":{{row.Revision}}}"""));
        write.Emit($"{Resource}.{Past(action)}", Resource, row.Id, string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":"{{row.Id}}","publicationId":"{{row.PublicationId}}","version":{{row.Version}},"revision":{{row.Revision}}}"""));
        return new WrittenArticle(row, dropped);
    }

    private static string Past(string action) => action.EndsWith('e') ? $"{action}d" : $"{action}ed";
}
