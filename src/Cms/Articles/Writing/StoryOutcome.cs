using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Articles.Writing;

/// <summary>What came of one change to a story, whoever asked for it: the working copy as it is now, or why it was refused.</summary>
internal sealed class StoryOutcome
{
    private StoryOutcome(WrittenArticle? article, ProblemResult? refusal, bool changedNothing)
    {
        Article = article;
        Refusal = refusal;
        ChangedNothing = changedNothing;
    }

    /// <summary>The working copy; null when the change was refused.</summary>
    public WrittenArticle? Article { get; }

    /// <summary>Why nothing was changed that should have been; null when all is well.</summary>
    public ProblemResult? Refusal { get; }

    /// <summary>Whether nothing is different from before.</summary>
    public bool ChangedNothing { get; }

    public static StoryOutcome Done(WrittenArticle article) => new(article, null, changedNothing: false);

    /// <summary>The story was already what it was to become.</summary>
    public static StoryOutcome Same(ArticleRow row) => new(new WrittenArticle(row, []), null, changedNothing: true);

    public static StoryOutcome Refused(ProblemResult refusal) => new(null, refusal, changedNothing: true);

    /// <summary>The answer to a request that asked for this change alone.</summary>
    public Results<Written<WrittenArticle>, Missing, ArticleRefusal> ToAnswer() => Refusal switch
    {
        null => new Written<WrittenArticle>(Article!, Article!.Version) { ChangedNothing = ChangedNothing },
        Missing missing => missing,
        var refusal => new ArticleRefusal(refusal),
    };
}
