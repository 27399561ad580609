using Cms.Content.Bodies;
using Cms.Http.OpenApi;

namespace Cms.Articles.Writing;

/// <summary>What the OpenAPI document shows of writing: a first story in each form of body, a change, and an answer.</summary>
internal static class WritingExamples
{
    private const string FirstHeadline = "The harbour opens again";

    public static readonly Example[] All =
    [
        new(typeof(ArticleInput), "articleInput", "A story with its body as blocks", new ArticleInput
        {
            Headline = FirstHeadline,
            Deck = "After two years of building, the first ship comes in on Monday.",
            Authors = [new AuthorInput { Name = "Mona Farid" }],
            Body =
            [
                new ParagraphBlockInput { Content = [new RunInput { Text = "The harbour opens on Monday." }] },
                new QuoteBlockInput { Content = [new RunInput { Text = "We are ready." }], Attribution = "The harbour master" },
            ],
        }),
        new(typeof(ArticleInput), "articleInputAsMarkdown", "A story with its body as Markdown", new ArticleInput
        {
            Headline = FirstHeadline,
            BodyMarkdown = "The harbour opens on **Monday**.\n\n> We are ready.",
        }),
        new(typeof(PatchExample), "articlePatch", "Another deck, and no kicker", new PatchExample(
            typeof(ArticleInput), """{"deck": "The first ship comes in on Tuesday.", "kicker": null}""")),
        new(typeof(WrittenArticle), "writtenArticle", "The working copy after a change, from whose HTML a script was dropped",
            new WrittenArticle(ArticleExamples.Row with { Version = 2, Revision = 2 }, [new DroppedPart("script element", 1)])),
    ];
}
