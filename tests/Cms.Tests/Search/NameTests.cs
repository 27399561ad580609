using Cms.Tests.Harness;

namespace Cms.Tests.Search;

/// <summary>A hundred names, each spelt in two ways and in Arabic; a story for each spelling.</summary>
public sealed class NameTests(Nameplates nameplates) : IClassFixture<Nameplates>
{
    [Fact]
    public async Task However_a_name_is_spelt_the_same_stories_are_found()
    {
        var missed = new List<string>();
        foreach (var spellings in Nameplates.Names)
        {
            foreach (var typed in spellings)
            {
                var found = (await nameplates.Get("/v1/search?limit=10&q=" + Uri.EscapeDataString(typed)))["data"]!.AsArray()
                    .Select(hit => (string)hit!["article"]!["headline"]!)
                    .ToList();
                missed.AddRange(spellings.Where(spelling => !found.Contains(spelling)).Select(spelling => $"{typed} does not find {spelling}"));
            }
        }

        // Thirteen pairs of spellings, of five names, are in no list; who adds to the list lowers the bound.
        Assert.Equal(100, Nameplates.Names.Count);
        Assert.True(missed.Count <= 13, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("\"Muhammad Salah\"", "Mohamed Salah")]
    [InlineData("\"محمد صلاح\"", "Mohamed Salah")]
    [InlineData("Elsisi", "عبد الفتاح السيسي")]
    [InlineData("al-sisi", "Abdel Fattah el-Sisi")]
    [InlineData("El Sisi", "Abdel Fattah el-Sisi")]
    public async Task In_phrases_and_with_an_article_too(string typed, string headline)
    {
        var found = (await nameplates.Get("/v1/search?limit=20&q=" + Uri.EscapeDataString(typed)))["data"]!.AsArray();

        Assert.Contains(headline, found.Select(hit => (string)hit!["article"]!["headline"]!));
    }

    [Fact]
    public async Task The_other_spelling_is_what_a_highlight_marks()
    {
        var hits = (await nameplates.Get("/v1/search?limit=100&q=muhammad"))["data"]!.AsArray();

        Assert.Contains("<em>Mohamed</em> Salah", hits.Select(hit => (string?)hit!["highlights"]!["headline"]));
    }
}

/// <summary>Stories whose headlines are names.</summary>
public sealed class Nameplates(Cluster cluster) : CmsHost(cluster)
{
    /// <summary>The names, each with its spellings.</summary>
    public static IReadOnlyList<string[]> Names { get; } =
    [
        .. File.ReadLines(Path.Combine(Installation.Root, "tests", "Cms.Tests", "Search", "names.txt")).Select(line => line.Split('|').Distinct().ToArray()),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var spelling in Names.SelectMany(spellings => spellings))
        {
            var isArabic = spelling[0] > '\u05FF';
            await this.Add(new Story { Headline = spelling, Slug = $"name-{Guid.NewGuid():N}", Language = isArabic ? "ar" : "en", Paragraphs = [isArabic ? "خبر." : "News."] });
        }
    }
}
