using System.Text;
using Cms.Content.Bodies;

namespace Cms.Content.Sources.HtmlPages;

/// <summary>The part of a page that is the story, without what stands beside it.</summary>
internal sealed record PageBody
{
    private const int MostParts = 100;

    // Where something was cut out, words on both sides of it must not become one.
    private const string Seam = "<div></div>";

    public required PageRegion Region { get; init; }

    /// <summary>The part's HTML.</summary>
    public required string Html { get; init; }

    /// <summary>What was cut out of it, besides what the reading of the body leaves out.</summary>
    public required IReadOnlyList<DroppedPart> Cut { get; init; }

    /// <summary>True where the page marks no story and the biggest run of paragraphs was taken for it.</summary>
    public bool IsGuessed => !Region.IsStory;

    /// <summary>The marked body, else the article or main part with most text of its own, else the element with most text in paragraphs.</summary>
    public static PageBody? Of(string html, PageRegions regions)
    {
        var owners = Owners(regions.All);
        var own = OwnText(owners);
        if (Biggest(regions.All.Where(region => region.IsMarkedBody), own) is { } marked)
        {
            // Advertisements part a body into several, which are all marked.
            var story = OwnerAround(marked, owners);
            var parts = regions.All.Where(region => region.IsMarkedBody && OwnerAround(region, owners) == story).Take(MostParts);
            return Cutting(html, [.. parts], regions.All);
        }
        var candidates = regions.All.Where(region => !IsBeside(region)).ToArray();
        var region = Biggest(regions.All.Where(region => region.IsStory), own) ?? Biggest(candidates, Paragraphs(candidates))
            ?? Biggest(candidates, candidates.ToDictionary(region => region, region => region.Text));
        return region is null ? null : Cutting(html, [region], regions.All);
    }

    // What stands in an inner article or beside the story does not speak for the outer one.
    private static Dictionary<PageRegion, PageRegion?> Owners(IReadOnlyList<PageRegion> all)
    {
        var owners = new Dictionary<PageRegion, PageRegion?>(all.Count);
        foreach (var region in all) owners[region] = region.IsStory ? region : region.IsAside ? null : OwnerAround(region, owners);
        return owners;
    }

    private static PageRegion? OwnerAround(PageRegion region, Dictionary<PageRegion, PageRegion?> owners) =>
        region.Parent is { } parent ? owners[parent] : null;

    private static Dictionary<PageRegion, int> OwnText(Dictionary<PageRegion, PageRegion?> owners)
    {
        var own = new Dictionary<PageRegion, int>();
        foreach (var (region, owner) in owners)
        {
            if (owner is not null) own[owner] = own.GetValueOrDefault(owner) + region.Text;
        }
        return own;
    }

    // A paragraph speaks half for what stands around its element: stories come with a box for every paragraph too.
    private static Dictionary<PageRegion, int> Paragraphs(PageRegion[] regions)
    {
        var weights = new Dictionary<PageRegion, int>();
        foreach (var region in regions)
        {
            weights[region] = weights.GetValueOrDefault(region) + 2 * region.ParagraphText;
            if (region.Parent is { } parent) weights[parent] = weights.GetValueOrDefault(parent) + region.ParagraphText;
        }
        return weights;
    }

    private static PageRegion? Biggest(IEnumerable<PageRegion> regions, Dictionary<PageRegion, int> sizes) =>
        regions.MaxBy(region => sizes.GetValueOrDefault(region)) is { } biggest && sizes.GetValueOrDefault(biggest) > 0 ? biggest : null;

    private static bool IsBeside(PageRegion? region)
    {
        for (; region is not null; region = region.Parent)
        {
            if (region.IsAside) return true;
        }
        return false;
    }

    private static PageBody Cutting(string html, PageRegion[] stories, IReadOnlyList<PageRegion> all)
    {
        var kept = new StringBuilder();
        var cut = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var at = 0;
        foreach (var story in stories)
        {
            if (story.Start < at) continue;
            at = story.Start;
            foreach (var region in all.Where(region => region.TagStart >= story.Start && region.TagEnd <= story.End && IsCut(region, story)))
            {
                if (region.TagStart < at) continue;
                kept.Append(html, at, region.TagStart - at).Append(Seam);
                at = region.TagEnd;
                cut[region.Name] = cut.GetValueOrDefault(region.Name) + 1;
            }
            kept.Append(html, at, story.End - at).Append(Seam);
            at = story.End;
        }
        return new PageBody
        {
            Region = stories[0],
            Html = kept.ToString(),
            Cut = [.. cut.Select(pair => new DroppedPart(pair.Key + " element", pair.Value))],
        };
    }

    private static bool IsCut(PageRegion region, PageRegion story) =>
        region.IsAside || region.Name == "form" || (region.Name == "article" && !region.IsMarkedBody)
        || (region.Name == "header" && story.Name == "body");
}
