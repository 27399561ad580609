using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Search;

/// <summary>A few stories in two languages that the tests of search look for; and a hidden one that none may find.</summary>
public sealed class Newsstand(Cluster cluster) : CmsHost(cluster)
{
    public Guid World { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        World = await this.AddSection("World");
        var africa = await this.AddSection("Africa", World);
        var sports = await this.AddSection("Sports");
        var mona = await this.AddContributor("Mona Adel");
        var tayea = await this.AddContributor("H-Tayea");
        var diplomacy = await this.AddTag("Diplomacy");
        var energy = await this.AddTag("Energy");

        await this.Add(Story(
            "embassy", "Will U.S. Really Withdraw Its Embassy?", "en", 2020, World, [mona], [diplomacy],
            "Reports said the embassies were closing. The café was naïve <b>about</b> it."));
        await this.Add(Story(
            "dam", "Dam talks resume", "en", 2021, africa, [mona, tayea], [diplomacy, energy],
            "Negotiators met in Khartoum for peace talks.", "The dam holds 1,000 tons of water near covid-19 wards."));
        await this.Add(Story(
            "football", "Cup final", "en", 2022, sports, [tayea], [],
            "The embassy of football: a team won the running race. They talk of no peace."));
        await this.Add(Story(
            "minister", "وزير الخارجية المصري في القاهرة", "ar", 2021, World, [mona], [diplomacy],
            "أكّد الوزير أن الحكومة المصرية تدعم محادثات السلام في القاهرة. وزار مدرسه الأحياء."));
        await this.Add(Story(
            "school", "المدرسة الجديدة", "ar-EG", 2022, africa, [], [energy],
            "افتتحت والحكومة مـدارس جديدة وقال إن U.S. embassy معها."));
        await this.Add(Story(
            "hidden", "Embassy secret zebra", "en", 2022, World, [mona], [diplomacy],
            "A zebra in the embassy, السفارة الحكومة.") with { IsPublished = false });
    }

    /// <summary>The slugs of the stories that a search finds, in their order.</summary>
    public async Task<string[]> Slugs(string query) => [.. Hits(await Get("/v1/search?" + query)).Select(hit => (string)hit["article"]!["slug"]!)];

    /// <summary>The slugs of the stories that a query finds, by name.</summary>
    public async Task<string> Found(string text) =>
        string.Join(' ', (await Slugs("limit=100&q=" + Uri.EscapeDataString(text))).Order(StringComparer.Ordinal));

    public static IEnumerable<JsonNode> Hits(JsonNode results) => results["data"]!.AsArray().Select(hit => hit!);

    private static Story Story(
        string slug, string headline, string language, int year, Guid section, Guid[] authors, Guid[] tags, params string[] paragraphs) => new()
    {
        Slug = slug,
        Headline = headline,
        Language = language,
        PublishedAt = new DateTime(year, 5, 1, 12, 0, 0, DateTimeKind.Utc),
        SectionId = section,
        AuthorIds = authors,
        TagIds = tags,
        Paragraphs = paragraphs,
    };
}
