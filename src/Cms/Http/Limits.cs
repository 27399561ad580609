using Cms.Content.Bodies;
using Cms.Content.Text;
using Cms.Data;

namespace Cms.Http;

/// <summary>Every limit of the API: enforced here, published at `/v1/meta`, documented in the OpenAPI document.</summary>
internal static class Limits
{
    /// <summary>Items on a page when the request does not say.</summary>
    public const int PageSizeDefault = 20;

    /// <summary>Items on a page at most.</summary>
    public const int PageSizeMax = 100;

    /// <summary>Characters of a search query.</summary>
    public const int QueryLength = 512;

    /// <summary>Characters of a slug or an id in a path or a parameter; a percent-encoded Arabic slug is longer on the wire.</summary>
    public const int ReferenceLength = 100;

    /// <summary>Characters of a cursor.</summary>
    public const int CursorLength = 1024;

    /// <summary>Ids in the `ids` parameter.</summary>
    public const int Ids = 100;

    /// <summary>How often `tag` and `tagAny` may be repeated.</summary>
    public const int Tags = 20;

    /// <summary>Nesting of a JSON body.</summary>
    public const int JsonDepth = 32;

    /// <summary>Bytes of a body where no other limit is named.</summary>
    public const int BodyBytes = 64 * 1024;

    /// <summary>Characters of an `Idempotency-Key`.</summary>
    public const int IdempotencyKeyLength = 255;

    /// <summary>Hours for which an answer under an `Idempotency-Key` is kept.</summary>
    public const int IdempotencyHours = IdempotencyKey.Hours;

    /// <summary>Bytes of an article as it is sent.</summary>
    public const int ArticleBytes = 1024 * 1024;

    /// <summary>Operations of one bulk request.</summary>
    public const int BulkOperations = 100;

    /// <summary>Bytes of a bulk request.</summary>
    public const int BulkBytes = 10 * 1024 * 1024;

    /// <summary>Characters of a headline and of other lines of its kind.</summary>
    public const int Headline = 500;

    /// <summary>Characters of a name: of a publication, section, tag or person.</summary>
    public const int Name = 200;

    /// <summary>How deep sections are nested; one at the top is 1 deep.</summary>
    public const int SectionDepth = 10;

    /// <summary>Characters of a deck or a description.</summary>
    public const int Line = 2000;

    /// <summary>Characters of a genre, a role or a language.</summary>
    public const int Label = 40;

    /// <summary>Tags of an article.</summary>
    public const int StoryTags = 50;

    /// <summary>Authors of an article.</summary>
    public const int StoryAuthors = 50;

    /// <summary>Bytes of a source document.</summary>
    public const int SourceDocumentBytes = SourceText.MaxBytes;

    /// <summary>Characters of a source document's file name.</summary>
    public const int FileName = 200;

    /// <summary>Where `count=estimated` stops counting.</summary>
    public const int CountCap = 1001;

    /// <summary>Results that a walk through search can reach.</summary>
    public const int SearchResults = 1000;

    /// <summary>Values of one facet.</summary>
    public const int FacetValues = 50;

    /// <summary>Suggestions when the request does not say.</summary>
    public const int SuggestionsDefault = 8;

    /// <summary>Suggestions at most.</summary>
    public const int SuggestionsMax = 20;

    /// <summary>Stories in a feed at most.</summary>
    public const int FeedStories = 50;

    /// <summary>Addresses in one sitemap; the format would allow five times as many.</summary>
    public const int SitemapAddresses = 10_000;

    /// <summary>Addresses in the sitemap of news, as Google reads it.</summary>
    public const int NewsAddresses = 1000;

    /// <summary>The limits by the names under which they are published.</summary>
    public static readonly IReadOnlyDictionary<string, int> Published = new Dictionary<string, int>
    {
        ["pageSizeDefault"] = PageSizeDefault,
        ["pageSizeMax"] = PageSizeMax,
        ["queryCharacters"] = QueryLength,
        ["referenceCharacters"] = ReferenceLength,
        ["cursorCharacters"] = CursorLength,
        ["ids"] = Ids,
        ["repeatedParameters"] = Tags,
        ["jsonDepth"] = JsonDepth,
        ["bodyBytes"] = BodyBytes,
        ["idempotencyKeyCharacters"] = IdempotencyKeyLength,
        ["idempotencyHours"] = IdempotencyHours,
        ["articleBytes"] = ArticleBytes,
        ["bulkOperations"] = BulkOperations,
        ["bulkBytes"] = BulkBytes,
        ["headlineCharacters"] = Headline,
        ["nameCharacters"] = Name,
        ["lineCharacters"] = Line,
        ["labelCharacters"] = Label,
        ["sectionDepth"] = SectionDepth,
        ["articleTags"] = StoryTags,
        ["articleAuthors"] = StoryAuthors,
        ["articleBlocks"] = BodyRules.MaxBlocks,
        ["sourceDocumentBytes"] = SourceDocumentBytes,
        ["fileNameCharacters"] = FileName,
        ["estimatedCountCap"] = CountCap,
        ["searchResults"] = SearchResults,
        ["facetValues"] = FacetValues,
        ["suggestionsMax"] = SuggestionsMax,
        ["feedStories"] = FeedStories,
        ["sitemapAddresses"] = SitemapAddresses,
        ["newsSitemapAddresses"] = NewsAddresses,
    };
}
