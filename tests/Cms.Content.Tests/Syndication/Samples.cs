using Cms.Content.Bodies;
using Cms.Content.Sources;
using Cms.Content.Syndication;

namespace Cms.Content.Tests.Syndication;

/// <summary>A story with every member, and one with text of a test's own in every place that takes text.</summary>
internal static class Samples
{
    public static readonly Story Full = new()
    {
        Id = new Guid("0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b10"),
        Address = "https://news.example.org/ferry",
        Version = 3,
        Slug = "ferry",
        Language = "en",
        Headline = "Ferry returns to the old harbour",
        Kicker = "Travel",
        Deck = "Nine years on",
        Dateline = "PORT SAID",
        Byline = "By Mona Adel and the News Agency",
        Genre = "news",
        Section = "Travel",
        Tags = ["Ferries", "Port Said"],
        Authors =
        [
            new StoryAuthor("Mona Adel", "author", IsAgency: false, "https://api.example.org/v1/contributors/1"),
            new StoryAuthor("News Agency", "author", IsAgency: true, "https://api.example.org/v1/contributors/2"),
        ],
        PublishedAt = new DateTimeOffset(2026, 1, 2, 22, 30, 0, TimeSpan.Zero),
        FirstPublishedAt = new DateTimeOffset(2026, 1, 3, 8, 0, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 1, 4, 9, 0, 0, TimeSpan.Zero),
        Summary = "Nine years on",
        WordCount = 6,
        ReadingMinutes = 1,
        LeadImage = new ImageBlock
        {
            Id = "lead",
            Url = "https://img.example.org/ferry one.jpg",
            Alt = "A ferry",
            Caption = "The ferry",
            Credit = "Ada",
            Width = 640,
            Height = 480,
        },
        Body =
        [
            new ParagraphBlock
            {
                Id = "b1",
                Content = [new Run { Text = "The " }, new Run { Text = "first", Marks = ["strong"] }, new Run { Text = " ferry left." }],
            },
            new HeadingBlock { Id = "b2", Level = 2, Content = [new Run { Text = "Why" }] },
            new ListBlock { Id = "b3", Ordered = false, Items = [new ListItem { Level = 0, Content = [new Run { Text = "Nobody knows" }] }] },
        ],
        Masthead = [new StoryOffice("Editor in Chief", "Mohamed Wadie")],
        Translations = [new StoryTranslation(new Guid("0199a3c2-5b1e-7c64-9f0a-2f6d1c8e4b11"), "ar", "عودة العبارة")],
        Publisher = new StoryPublisher
        {
            Name = "Newsroom",
            Id = "https://api.example.org/v1/publications/1",
            Home = "https://news.example.org/",
            Masthead = "https://api.example.org/v1/publications/newsroom/masthead?at=2026-01-03",
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo"),
        },
    };

    public static readonly ReadingContext Context = new() { TimeZone = Full.Publisher.Zone, Now = Full.UpdatedAt };

    public static StoryFeed FeedOf(params Story[] stories) => new()
    {
        Title = "Newsroom",
        Home = "https://news.example.org/",
        Self = "https://api.example.org/v1/feeds/articles.rss",
        Language = "en",
        UpdatedAt = stories.Select(story => story.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        Stories = stories,
    };

    public static Story With(string text) => Full with
    {
        Headline = text,
        Kicker = text,
        Deck = text,
        Dateline = text,
        Byline = text,
        Genre = text,
        Section = text,
        Tags = [text],
        Authors = [new StoryAuthor(text, text, IsAgency: false, "https://api.example.org/v1/contributors/1")],
        Summary = text,
        SeoTitle = text,
        LeadImage = Full.LeadImage! with { Alt = text, Caption = text, Credit = text },
        Body = [new ParagraphBlock { Id = "b1", Content = [new Run { Text = text }] }, new CodeBlock { Id = "b2", Text = text }],
        Masthead = [new StoryOffice(text, text)],
        Publisher = Full.Publisher with { Name = text },
    };
}
