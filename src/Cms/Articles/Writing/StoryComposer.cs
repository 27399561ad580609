using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cms.Content.Bodies;
using Cms.Content.Text;
using Cms.Data;
using Cms.Http.Problems;
using Cms.Taxonomy;

namespace Cms.Articles.Writing;

/// <summary>
/// Makes of an editor's input the draft that is saved: resolves what it names, reads its body, and finds all that is wrong with it.
/// </summary>
internal sealed class StoryComposer(WriteTransaction write, FilingBook filings, ArticleInput input, Guid id, ArticleRow? present)
{
    private const string DefaultRole = "author";

    private static readonly ArticleJson Readable = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly List<ProblemError> errors = [];

    /// <summary>What was left out of the body.</summary>
    public IReadOnlyList<DroppedPart> Dropped { get; private set; } = [];

    /// <summary>What the story names by slug, each id with its `{id, slug, name}`.</summary>
    public IReadOnlyDictionary<Guid, string?> Names { get; private set; } = new Dictionary<Guid, string?>();

    /// <summary>The draft, or why there is none.</summary>
    public async Task<(ArticleDraft? Draft, ProblemResult? Refusal)> Compose(string caller, CancellationToken cancellationToken)
    {
        var query = new StoryFilingQuery(
            input.PublicationSlug, present?.PublicationId, input.SectionSlug, [.. input.TagSlugs ?? []],
            [.. (input.Authors ?? []).Select(author => author.Slug).OfType<string>()]);
        var found = await StoryReferences.Find(write, filings, query, cancellationToken);
        if (found is null)
        {
            return (null, new Unprocessable("/publicationSlug", ErrorCode.UnknownReference, "No publication has this slug."));
        }

        var home = found.Home;
        Names = found.Names();
        if (present is not null && input.PublicationSlug is { } named && named != home.Slug
            && (await StoryReferences.Home(write.Connection, named, cancellationToken))?.Id != home.Id)
        {
            Add("/publicationSlug", ErrorCode.Invalid, $"A story stays in its publication, {home.Slug}.");
        }

        var body = InputBody.Read(input, present?.Body is { } stored ? BodyJson.Read(Encoding.UTF8.GetBytes(stored)) : []);
        Dropped = body.Dropped;
        errors.AddRange(body.Errors);
        var leadImage = LeadImage();
        var text = BodyText.Plain(body.Blocks);
        var group = await TranslationGroup(cancellationToken);
        var filed = await File(found, cancellationToken);
        var headline = Text(input.Headline);
        // A claimed address moves only when it is told to.
        var slug = input.Slug ?? (present?.FirstPublishedAt is null ? null : present.Slug) ?? Slugs.From(headline ?? "", id);
        if (errors.Count > 0)
        {
            return (null, new Unprocessable(errors));
        }

        if (input.Slug is not null && await WorkingCopies.IsTaken(write.Connection, home.Id, slug, id, cancellationToken))
        {
            return (null, new SlugTaken(slug));
        }

        return (new ArticleDraft
        {
            Id = id,
            PublicationId = home.Id,
            PublicationVersion = home.Version,
            Slug = slug,
            TranslationGroup = group,
            Language = input.Language ?? home.Language,
            Genre = Text(input.Genre),
            Kicker = Text(input.Kicker),
            Headline = headline,
            Deck = Text(input.Deck),
            Dateline = Text(input.Dateline),
            Byline = Text(input.Byline),
            SectionId = filed.SectionId,
            PublishedAt = input.PublishedAt?.UtcDateTime,
            LeadImage = leadImage,
            CanonicalUrl = input.CanonicalUrl,
            Seo = Seo(),
            Body = Encoding.UTF8.GetString(BodyJson.Write(body.Blocks)),
            BodyText = text,
            Excerpt = Words.Excerpt(BodyText.FirstParagraph(body.Blocks) ?? ""),
            WordCount = BodyText.Words(text),
            Masthead = present?.Masthead ?? "[]",
            Source = present?.Source,
            AuthorIds = filed.AuthorIds,
            AuthorRoles = filed.AuthorRoles,
            TagIds = filed.TagIds,
            CreatedBy = caller,
        }, null);
    }

    private async Task<FiledStory> File(StoryFiling found, CancellationToken cancellationToken)
    {
        var (tags, authors) = (input.TagSlugs ?? [], input.Authors ?? []);
        if (input.SectionSlug is not null && found.SectionId is null)
        {
            Add("/sectionSlug", ErrorCode.UnknownReference, "No section has this slug.");
        }

        foreach (var (index, tag) in tags.Index().Where(tag => !found.Tags.ContainsKey(tag.Item)))
        {
            Add($"/tagSlugs/{At(index)}", ErrorCode.UnknownReference, $"No tag has the slug {tag}.");
        }

        foreach (var (index, author) in authors.Index().Where(author => author.Item.Slug is { } slug && !found.Authors.ContainsKey(slug)))
        {
            Add($"/authors/{At(index)}/slug", ErrorCode.UnknownReference, $"No contributor has the slug {author.Slug}.");
        }

        var ids = errors.Count > 0 ? [] : await Credited(authors, found, cancellationToken);
        foreach (var (index, _) in ids.Index().Where(author => Array.IndexOf(ids, author.Item) < author.Index))
        {
            Add($"/authors/{At(index)}", ErrorCode.Duplicate, "This contributor is credited already.");
        }

        return new FiledStory
        {
            SectionId = found.SectionId,
            AuthorIds = ids,
            AuthorRoles = [.. authors.Take(ids.Length).Select(author => Text(author.Role) ?? DefaultRole)],
            TagIds = [.. tags.Where(found.Tags.ContainsKey).Select(tag => found.Tags[tag].Id).Distinct()],
        };
    }

    private async Task<Guid[]> Credited(IReadOnlyList<AuthorInput> authors, StoryFiling found, CancellationToken cancellationToken)
    {
        var names = authors.Where(author => author.Name is not null).Select(author => Text(author.Name)!).ToList();
        if (names.Count == 0)
        {
            return [.. authors.Select(author => found.Authors[author.Slug!].Id)];
        }

        var resolved = await FilingStore.Resolve(
            write.Connection,
            [
                .. names.Select(name => new Filing
                {
                    PublicationId = found.Home.Id,
                    Credits = [new Credit(name, DefaultRole, Title: null, IsAgency: false)],
                }),
            ],
            cancellationToken);
        var next = 0;
        return [.. authors.Select(author => author.Slug is { } slug ? found.Authors[slug].Id : resolved[next++].AuthorIds[0])];
    }

    private async Task<Guid?> TranslationGroup(CancellationToken cancellationToken)
    {
        if (input.TranslationOf is not { } original)
        {
            // Others may be translations of this one.
            return present?.TranslationGroup == id ? id : null;
        }

        var group = await WorkingCopies.TranslationGroup(write.Connection, original, id, cancellationToken);
        if (group is null)
        {
            Add("/translationOf", ErrorCode.UnknownReference, "No other article has this id.");
            return null;
        }

        await ArticleWriter.Group(write.Connection, group.Value, cancellationToken);
        return group;
    }

    private string? LeadImage()
    {
        if (input.LeadImage is not { } image)
        {
            return null;
        }

        ImageBlock[] blocks =
        [
            new()
            {
                Id = image.Id ?? "lead",
                Direction = image.Direction,
                Url = image.Url,
                Alt = image.Alt,
                Caption = image.Caption,
                Credit = image.Credit,
                Width = image.Width,
                Height = image.Height,
            },
        ];
        errors.AddRange(BodyRules.Check(blocks).Select(fault =>
            new ProblemError { Pointer = $"/leadImage{fault.Pointer[2..]}", Code = fault.Code, Detail = fault.Detail }));
        return Encoding.UTF8.GetString(BodyJson.Write(BodyRules.Normalise(blocks)))[1..^1];
    }

    private string? Seo() => input.Seo is { } seo && (seo.Title ?? seo.Description ?? seo.Image) is not null
        ? JsonSerializer.Serialize(new Seo(Text(seo.Title), Text(seo.Description), seo.Image), Readable.Seo)
        : null;

    private void Add(string pointer, string code, string detail) => errors.Add(new ProblemError { Pointer = pointer, Code = code, Detail = detail });

    private static string At(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static string? Text(string? value) => value is null ? null : Normalization.ForStoring(value) is { Length: > 0 } text ? text : null;
}
