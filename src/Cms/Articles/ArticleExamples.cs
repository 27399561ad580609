using System.Text;
using Cms.Content.Bodies;
using Cms.Content.Text;
using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;
using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>What the OpenAPI document shows of the room: one story as it is read from its page, and a list with it.</summary>
internal static class ArticleExamples
{
    private static readonly Block[] Body =
    [
        new ParagraphBlock
        {
            Id = "b1",
            Content =
            [
                new Run
                {
                    Text = "On Monday, many reports uncover that the U.S. is planning to close its embassy in Baghdad unless Iraq moves to halt all "
                        + "rocket attacks being launched against the American interests in the country.",
                },
            ],
        },
        new ParagraphBlock
        {
            Id = "b2",
            Content =
            [
                new Run
                {
                    Text = "On the other hand, the spokesperson for the Iraqi prime minister Mustafa Kadhimi, said that they hope the U.S. “will "
                        + "reconsider” its decision.",
                },
            ],
        },
    ];

    /// <summary>The story as it is stored.</summary>
    internal static readonly ArticleRow Row = new()
    {
        Id = new Guid("0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10"),
        PublicationId = new Guid("0199a3c2-4a07-7d21-8c55-61f0b7a9e3d2"),
        Publication = TaxonomyExamples.Newspaper,
        Slug = "will-u-s-really-plan-to-withdraw-its-embassy-from-iraq",
        Version = 1,
        Revision = 1,
        Status = "published",
        Language = "en",
        Headline = "Will U.S. Really Plan to Withdraw Its Embassy from Iraq?",
        Section = TaxonomyExamples.World,
        Byline = "H-Tayea",
        Authors = """[{"id":"0199a3c2-5b1e-7a90-b3d4-0c2e8f715a66","slug":"h-tayea","name":"H-Tayea","role":"author"}]""",
        PublishedAt = Utc(2020, 9, 28, 9, 15),
        FirstPublishedAt = Utc(2025, 10, 2, 8, 0),
        UpdatedAt = Utc(2025, 10, 2, 8, 0),
        Excerpt = Words.Excerpt(BodyText.FirstParagraph(Body)!),
        WordCount = BodyText.Words(BodyText.Plain(Body)),
        Body = Encoding.UTF8.GetString(BodyJson.Write(Body)),
        Masthead = """[{"role":"Supervisor","name":"Elham AbolFateh"},{"role":"Editor in Chief","name":"Mohamed Wadie"}]""",
        Source =
            """
            {"kind":"textPage","key":"da3166f39741e689","file":"000_da3166f39741e689.txt","publishedAtPrinted":"Mon 28 Sep 2020 | 11:15 AM",
            "publishedAtPrecision":"minute","updatedAtPrinted":null,"timeZone":"Africa/Cairo","timeZoneAssumed":true,"warnings":["W_ZONE_ASSUMED"]}
            """,
    };

    /// <summary>A summary for the examples of other rooms.</summary>
    public static ArticleSummary Summary => new(Row with { Body = null });

    /// <summary>Every example of the room.</summary>
    public static readonly Example[] All =
    [
        new(typeof(Article), "article", "A story with its body as blocks", new Article(Row, BodyRendition.Blocks)),
        new(typeof(Article), "articleAsMarkdown", "The same story with `body=markdown`", new Article(Row, BodyRendition.Markdown)),
        new(typeof(ArticleList), "articleList", "The last page of a list, with `include=authors,section,publication`", new ArticleList
        {
            Data = [Summary],
            Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = null },
            Included = TaxonomyExamples.Included,
        }),
    ];

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
