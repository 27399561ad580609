using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cms.Articles;
using Cms.Content.Bodies;
using Cms.Content.Syndication;
using Cms.Content.Text;

namespace Cms.Feeds;

/// <summary>A public row as the formats of others take it.</summary>
internal static class PublishedStory
{
    /// <summary>The story; what the row does not hold stays empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="site">Its publication.</param>
    /// <param name="root">The address of this installation.</param>
    /// <param name="agencies">Which of its authors are organisations.</param>
    public static Story Of(ArticleRow row, Site site, string root, IReadOnlySet<Guid> agencies)
    {
        var seo = row.Seo is null ? null : JsonSerializer.Deserialize(row.Seo, ArticleJson.Default.Seo);
        DateTimeOffset publishedAt = row.PublishedAt!.Value;
        var address = site.AddressOf(row.Slug!, row.CanonicalUrl, root);
        return new Story
        {
            Id = row.Id,
            Address = address,
            Version = row.Version,
            Slug = row.Slug!,
            Language = row.Language,
            Headline = row.Headline,
            Kicker = row.Kicker,
            Deck = row.Deck,
            Dateline = row.Dateline,
            Byline = row.Byline,
            Genre = row.Genre,
            Section = Read(row.Section, ArticleJson.Default.SectionReference)?.Name,
            Tags = [.. (Read(row.Tags, ArticleJson.Default.IReadOnlyListTagReference) ?? []).Select(tag => tag.Name)],
            Authors = [.. (Read(row.Authors, ArticleJson.Default.IReadOnlyListAuthorCredit) ?? []).Select(author =>
                new StoryAuthor(author.Name, author.Role, agencies.Contains(author.Id), $"{root}/v1/contributors/{author.Id}"))],
            PublishedAt = publishedAt,
            FirstPublishedAt = row.FirstPublishedAt!.Value,
            UpdatedAt = row.UpdatedAt,
            Summary = seo?.Description ?? row.Deck ?? row.Excerpt,
            SeoTitle = seo?.Title,
            SeoImage = seo?.Image,
            WordCount = row.WordCount,
            ReadingMinutes = Words.ReadingMinutes(row.WordCount),
            LeadImage = row.LeadImage is null ? null : Blocks($"[{row.LeadImage}]").OfType<ImageBlock>().FirstOrDefault(),
            Body = row.Body is null ? [] : AbsoluteLinks.In(Blocks(row.Body), address),
            Masthead = [.. (Read(row.Masthead, FeedJson.Default.IReadOnlyListMastheadEntry) ?? [])
                .Select(office => new StoryOffice(office.Role, office.Name))],
            Translations = [.. (Read(row.Translations, FeedJson.Default.IReadOnlyListTranslation) ?? [])
                .Select(other => new StoryTranslation(other.Id, other.Language, other.Headline))],
            Publisher = new StoryPublisher
            {
                Name = site.Name,
                Id = $"{root}/v1/publications/{site.Id}",
                Home = site.Home(root),
                Masthead = site.MastheadOn(publishedAt, root),
                Zone = site.Zone,
            },
        };
    }

    private static IReadOnlyList<Block> Blocks(string json) => BodyJson.Read(Encoding.UTF8.GetBytes(json));

    private static T? Read<T>(string? json, JsonTypeInfo<T> shape) where T : class =>
        json is null ? null : JsonSerializer.Deserialize(json, shape);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<MastheadEntry>))]
[JsonSerializable(typeof(IReadOnlyList<Translation>))]
internal sealed partial class FeedJson : JsonSerializerContext;
