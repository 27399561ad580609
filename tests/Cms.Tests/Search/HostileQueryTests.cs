using System.Net;

namespace Cms.Tests.Search;

/// <summary>Queries that nobody means well with, in a large archive: each is answered, in time.</summary>
public sealed class HostileQueryTests(LargeArchive archive) : IClassFixture<LargeArchive>
{
    public static TheoryData<string> Queries =>
    [
        "& | ! ( ) <-> :* \\ ' ''",
        "harbour & ( ship | !water ) <2> sea:*",
        "\"harbour",
        "\"harbour ship\" \"ship harbour\" \"the of\" -\"a b\" -harbour OR OR OR",
        "-harbour -ship -water -the",
        "the",
        "h",
        "ا",
        "% _ \\% '%'",
        "\u202Eharbour\u202C \u200F\u200E \u2067ship",
        "=8harbour '=2ship' =4",
        string.Concat(Enumerable.Repeat("ship harbour ", 39)),
        string.Join(' ', Enumerable.Range(0, 170).Select(number => (char)('a' + (number % 26)) + ((char)('a' + (number / 26))).ToString())),
        string.Join(' ', Enumerable.Range(1, 100).Select(number => 100 + (number * 97))),
        new string('a', 512),
        new string('"', 512),
        new string('-', 512),
        "😀 harbour 🎉 \u0301\u064B",
        "mohamed ahmed ali hassan hussein mahmoud mostafa ibrahim youssef khaled omar amr abdel fattah sisi nasser salah",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_search_is_answered(string query)
    {
        foreach (var more in new[] { "", "&sort=relevance&explain=true", "&sort=-publishedAt&facet=section,year&count=exact", "&cluster=true&exact=true&language=fr" })
        {
            using var answer = await archive.Client.GetAsync($"/v1/search?q={Uri.EscapeDataString(query)}{more}");
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{query}{more}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_suggestion_is_answered(string query)
    {
        using var answer = await archive.Client.GetAsync($"/v1/suggestions?q={Uri.EscapeDataString(query)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
