using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Cms.Taxonomy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Changes members of a story.</summary>
internal static class PatchArticle
{
    /// <summary>Change members of an article</summary>
    /// <remarks>
    /// Changes the working copy: members that are absent stay, null clears. A body in any form replaces the body. Readers keep the published
    /// copy until the next publication. Unchanged blocks keep their ids.
    /// </remarks>
    /// <param name="idOrSlug">The article's id or slug.</param>
    public static async Task<Results<Written<WrittenArticle>, Missing, ArticleRefusal>> Handle(
        string idOrSlug,
        [AsParameters] WriteArticleQuery query,
        IfMatch ifMatch,
        Patch<ArticleInput> patch,
        WriteTransaction write,
        FilingBook filings,
        CancellationToken cancellationToken)
    {
        var address = new ArticleAddress(idOrSlug, query.Publication);
        var outcome = await Editing.At(write, address, ifMatch.Matches, row => Run(write, filings, row, patch, cancellationToken), cancellationToken);
        return outcome.ToAnswer();
    }

    public static async Task<StoryOutcome> Run(
        WriteTransaction write, FilingBook filings, ArticleRow row, Patch<ArticleInput> patch, CancellationToken cancellationToken)
    {
        var (input, refusal) = Apply(patch, PresentInput.Of(row));
        return input is null ? StoryOutcome.Refused(refusal!) : await Editing.Change(write, filings, input, row, cancellationToken);
    }

    private static (ArticleInput? Input, ProblemResult? Refusal) Apply(Patch<ArticleInput> patch, ArticleInput present)
    {
        // The present blocks would stand beside a body that comes as text.
        var bringsText = patch.Names("bodyHtml") || patch.Names("bodyMarkdown");
        var (input, refusal) = patch.Apply(bringsText ? present with { Body = null } : present);
        var bringsNone = bringsText && !patch.Names("body") && input is { BodyHtml: null, BodyMarkdown: null };
        return (bringsNone ? input! with { Body = present.Body } : input, refusal);
    }
}
