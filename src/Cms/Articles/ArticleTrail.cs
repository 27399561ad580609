using System.Globalization;
using Cms.Data;

namespace Cms.Articles;

/// <summary>What every change to a story leaves in the audit and in the outbox, whoever made it.</summary>
internal static class ArticleTrail
{
    private const string Resource = "article";

    /// <summary>Records a change under the name of its action, as in `publish`.</summary>
    public static void Leave(this WriteTransaction write, string action, ArticleMark mark) =>
        Leave(write, action, action.EndsWith('e') ? $"{action}d" : $"{action}ed", mark);

    /// <summary>Records a change whose event has a name of its own.</summary>
    public static void Leave(this WriteTransaction write, string action, string happened, ArticleMark mark)
    {
        write.Audit($"{Resource}.{action}", Resource, mark.Id, string.Create(
            CultureInfo.InvariantCulture, $$"""{"version":{{mark.Version}},"revision":{{mark.Revision}}}"""));
        write.Emit($"{Resource}.{happened}", Resource, mark.Id, string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"{{mark.Id}}","publicationId":"{{mark.PublicationId}}","version":{{mark.Version}},"revision":{{mark.Revision}}}"""));
    }
}

/// <summary>Where a story stands after a change.</summary>
internal readonly record struct ArticleMark(Guid Id, Guid PublicationId, int Version, int Revision);
