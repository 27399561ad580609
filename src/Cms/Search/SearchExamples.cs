using Cms.Articles;
using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;
using Cms.Taxonomy;

namespace Cms.Search;

/// <summary>What the OpenAPI document shows of the room: a search for `embassy`, and what `emb` could become.</summary>
internal static class SearchExamples
{
    /// <summary>Every example of the room.</summary>
    public static readonly Example[] All =
    [
        new(typeof(SearchResults), "searchResults", "One hit for `q=embassy&facet=language,year&count=exact`", new SearchResults
        {
            Data =
            [
                new SearchHit
                {
                    Article = ArticleExamples.Summary,
                    Score = 7.4213,
                    Highlights = new Highlights
                    {
                        Headline = "Will U.S. Really Plan to Withdraw Its <em>Embassy</em> from Iraq?",
                        Body = ["the U.S. is planning to close its <em>embassy</em> in Baghdad unless Iraq moves"],
                    },
                    Explanation = null,
                    SameStory = [],
                },
            ],
            Facets = Facets.Of(
            [
                new FacetRow { Facet = "language", Value = "en", Label = "en", Count = 1 },
                new FacetRow { Facet = "year", Value = "2020", Label = "2020", Count = 1 },
            ]),
            Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = Total.Of(1, capped: false) },
            Included = Included.Nothing,
            Query = new UnderstoodQuery { Text = "embassy", CorrectedTo = null, Approximate = false, Empty = null },
        }),
        new(typeof(SuggestionList), "suggestionList", "What `q=emb` could become", new SuggestionList
        {
            Data =
            [
                new Suggestion
                {
                    Kind = SuggestionKind.Article,
                    Id = ArticleExamples.Summary.Id,
                    Text = ArticleExamples.Summary.Headline,
                    Slug = ArticleExamples.Summary.Slug!,
                },
            ],
        }),
        new(typeof(RelatedArticles), "relatedArticles", "What else to read about the embassy", new RelatedArticles
        {
            Data =
            [
                new RelatedArticle
                {
                    Article = ArticleExamples.Summary,
                    Score = 0.4127,
                    Reasons =
                    [
                        new RelatedReason { Kind = RelatedKind.Text, Label = null },
                        new RelatedReason { Kind = RelatedKind.Section, Label = "World" },
                    ],
                },
            ],
        }),
    ];
}
