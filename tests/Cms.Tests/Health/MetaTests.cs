using Cms.Tests.Harness;

namespace Cms.Tests.Health;

public sealed class MetaTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task The_languages_that_are_stemmed_are_those_that_search_knows()
    {
        var meta = await host.Get("/v1/meta");
        var told = meta["languages"]!.AsArray().Select(language => (string)language!);
        // Every two-letter language; what search does not know it matches as written.
        var known = await host.Query<string>(
            """
            select language
            from (select chr(a) || chr(b) as language from generate_series(97, 122) a, generate_series(97, 122) b) all_languages
            where search_configuration(language) <> search_configuration('xx')
            order by language
            """);

        Assert.Equal(known, told);
    }

    [Fact]
    public async Task Every_code_has_a_title()
    {
        var meta = await host.Get("/v1/meta");

        Assert.All(meta["problems"]!.AsArray(), problem => Assert.NotEqual("", (string?)problem!["title"]));
        Assert.Contains(meta["errors"]!.AsArray(), error => (string?)error!["code"] == "too-long" && (string?)error["title"] == "It has too many characters");
    }
}
