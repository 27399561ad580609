using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;

namespace Cms.Taxonomy;

/// <summary>What the OpenAPI document shows of the room: a newspaper, a section, a tag and an author.</summary>
internal static class TaxonomyExamples
{
    /// <summary>The newspaper, named.</summary>
    public const string Newspaper = """{"id":"0199a3c2-4a07-7d21-8c55-61f0b7a9e3d2","slug":"newsroom","name":"Newsroom"}""";

    /// <summary>The section, named.</summary>
    public const string World = """{"id":"0199a3c2-4c30-7f18-a2b4-93d5e6017c84","slug":"world","name":"World"}""";

    private static readonly DateTime Made = new(2025, 10, 2, 8, 0, 0, DateTimeKind.Utc);

    private static readonly PublicationRow NewspaperRow = new()
    {
        Id = new Guid("0199a3c2-4a07-7d21-8c55-61f0b7a9e3d2"),
        Slug = "newsroom",
        Name = "Newsroom",
        Version = 1,
        CreatedAt = Made,
        UpdatedAt = Made,
        Language = "en",
        TimeZone = "Africa/Cairo",
        ArticlePath = "/{slug}",
        IsDefault = true,
        ArticleCount = 68,
        Masthead =
            """
            [{"role":"Editor in Chief","name":"Mohamed Wadie","since":"2020-09-28"},
            {"role":"Supervisor","name":"Elham AbolFateh","since":"2020-09-28"}]
            """,
    };

    private static readonly ContributorRow AuthorRow = new()
    {
        Id = new Guid("0199a3c2-5b1e-7a90-b3d4-0c2e8f715a66"),
        Slug = "h-tayea",
        Name = "H-Tayea",
        Version = 1,
        CreatedAt = Made,
        UpdatedAt = Made,
        Publication = Newspaper,
        Kind = "person",
        ArticleCount = 12,
    };

    private static readonly SectionRow WorldRow = new()
    {
        Id = new Guid("0199a3c2-4c30-7f18-a2b4-93d5e6017c84"),
        Slug = "world",
        Name = "World",
        Version = 1,
        CreatedAt = Made,
        UpdatedAt = Made,
        Publication = Newspaper,
        Children = """[{"id":"0199a3c2-4c31-7b02-8e6d-1f40a9c8d357","slug":"middle-east","name":"Middle East"}]""",
        ArticleCount = 31,
    };

    private static readonly TagRow IraqRow = new()
    {
        Id = new Guid("0199a3c2-4d52-7e6b-95a1-c80f2b3d4e19"),
        Slug = "iraq",
        Name = "Iraq",
        Version = 1,
        CreatedAt = Made,
        UpdatedAt = Made,
        Publication = Newspaper,
        Description = "Politics and life in Iraq.",
        ArticleCount = 4,
    };

    /// <summary>Every example of the room.</summary>
    public static readonly Example[] All =
    [
        new(typeof(Publication), "publication", "A newspaper with its masthead", new Publication(NewspaperRow)),
        new(typeof(ListOf<Publication>), "publicationList", "The only newspaper", Page(new Publication(NewspaperRow))),
        new(typeof(Masthead), "masthead", "Two terms in one office", new Masthead
        {
            Data = new(
                """
                [{"role":"Editor in Chief","name":"Mohamed Wadie","from":"2020-09-28","until":"2022-03-01","entryId":null},
                {"role":"Editor in Chief","name":"Elham AbolFateh","from":"2022-03-01","until":null,"entryId":"0199a3c2-7e44-7c19-8d3a-2b6f90c1e5a7"}]
                """),
        }),
        new(typeof(Contributor), "contributor", "An author", new Contributor(AuthorRow)),
        new(typeof(ListOf<Contributor>), "contributorList", "The last page of a list", Page(new Contributor(AuthorRow))),
        new(typeof(Section), "section", "A section with a sub-section", new Section(WorldRow)),
        new(typeof(ListOf<Section>), "sectionList", "The last page of a list", Page(new Section(WorldRow))),
        new(typeof(Tag), "tag", "A tag", new Tag(IraqRow)),
        new(typeof(ListOf<Tag>), "tagList", "The last page of a list", Page(new Tag(IraqRow))),
    ];

    /// <summary>What a page of stories refers to, as `include=authors,section,publication` fills it.</summary>
    public static Included Included => new()
    {
        Contributors = [new ContributorSummary(AuthorRow)],
        Sections = [new SectionSummary(WorldRow)],
        Publications = [new PublicationSummary(NewspaperRow)],
    };

    private static ListOf<T> Page<T>(T item) => new()
    {
        Data = [item],
        Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = null },
    };
}
