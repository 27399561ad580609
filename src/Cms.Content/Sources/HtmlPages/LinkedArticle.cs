using Cms.Content.Sources.StatedFacts;

namespace Cms.Content.Sources.HtmlPages;

/// <summary>The article among the things that a page's JSON-LD describes, with the things that it refers to by their ids.</summary>
internal sealed class LinkedArticle
{
    private const int MostThings = 2_000;

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "SatiricalArticle", "LiveBlogPosting", "Report", "TechArticle",
        "ScholarlyArticle", "SocialMediaPosting",
    };

    private readonly Dictionary<string, StatedValue> byId = new(StringComparer.Ordinal);
    private readonly StatedValue? article;

    private LinkedArticle(IReadOnlyList<StatedValue> roots)
    {
        var things = Things(roots).Take(MostThings).ToArray();
        foreach (var thing in things)
        {
            if (thing.Members.GetValueOrDefault("@id")?.Text is { } id && thing.Members.Count > 1) byId.TryAdd(id, thing);
        }
        article = things.FirstOrDefault(thing => IsArticle(thing) && thing.Find("headline", "name") is not null) ?? things.FirstOrDefault(IsArticle);
    }

    public static LinkedArticle In(IReadOnlyList<StatedValue> roots) => new(roots);

    /// <summary>The first of the named members that says anything, references followed.</summary>
    public StatedValue? Find(params ReadOnlySpan<string> foldedNames)
    {
        if (article is null) return null;
        foreach (var name in foldedNames)
        {
            if (article.Members.GetValueOrDefault(name) is not { } member) continue;
            var whole = member.Items.Count > 0 ? member with { Items = [.. member.Items.Select(Resolved)] } : Resolved(member);
            if (!whole.IsEmpty) return whole;
        }
        return null;
    }

    private StatedValue Resolved(StatedValue value) =>
        value.Members is { Count: > 0 and <= 2 } && value.Stored is null
        && value.Members.GetValueOrDefault("@id")?.Text is { } id && byId.TryGetValue(id, out var thing) ? thing : value;

    private static bool IsArticle(StatedValue thing) => thing.Members.GetValueOrDefault("@type") is { } type
        && type.Each.Any(name => name.Text is { } text && Types.Contains(text[(text.LastIndexOfAny(['/', ':', '#']) + 1)..]));

    // Lists and graphs, and what a page of its own is about; not what an article refers to.
    private static IEnumerable<StatedValue> Things(IEnumerable<StatedValue> values)
    {
        foreach (var value in values)
        {
            if (value.Members.Count > 0) yield return value;
            StatedValue?[] inner = [value.Members.GetValueOrDefault("@graph"), value.Members.GetValueOrDefault("mainentity")];
            foreach (var thing in Things(value.Items.Concat(inner.OfType<StatedValue>().SelectMany(part => part.Each)))) yield return thing;
        }
    }
}
