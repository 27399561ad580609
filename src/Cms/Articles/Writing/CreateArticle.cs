using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Writing;
using Cms.Taxonomy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>Makes a story.</summary>
internal static class CreateArticle
{
    /// <summary>Write a new article</summary>
    /// <remarks>
    /// Makes a draft that readers do not see before it is published. An author's name that no contributor has makes one; unknown slugs are
    /// refused. A body sent as HTML or Markdown is read into blocks; `dropped` lists what had no place there.
    /// </remarks>
    public static async Task<Results<Added<WrittenArticle>, ArticleRefusal>> Handle(
        Body<ArticleInput> body, WriteTransaction write, FilingBook filings, CancellationToken cancellationToken)
    {
        var outcome = await Editing.Create(write, filings, body.Value, chosen: null, cancellationToken);
        return outcome.Article is not { } article
            ? new ArticleRefusal(outcome.Refusal!)
            : new Added<WrittenArticle>(article, article.Version, $"/v1/articles/{article.Id}");
    }
}
