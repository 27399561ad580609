using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Articles;

/// <summary>What slugs name is remembered from story to story, and is never wrong for that.</summary>
public sealed class RememberedFilingTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_story_that_names_what_is_remembered_is_saved_in_one_round_trip()
    {
        await host.Make("/v1/tags", """{"name": "Often"}""");

        // On a busy machine changes cannot be followed for a moment, during which nothing is remembered.
        await CmsHost.WaitUntil(async () =>
        {
            using var statements = new StatementCount(host.DatabaseName);
            await TagsOf("often");
            return statements.Value == 1;
        });
    }

    [Fact]
    public async Task A_new_name_shows_in_the_next_story()
    {
        var tag = await host.Make("/v1/tags", """{"name": "Ferries"}""");
        Assert.Equal(["Ferries"], await TagsOf("ferries"));

        await host.MustAlter("/v1/tags/ferries", tag.ETag, """{"name": "Boats"}""");

        Assert.Equal(["Boats"], await TagsOf("ferries"));
    }

    [Fact]
    public async Task A_tag_that_somebody_else_has_just_deleted_is_unknown()
    {
        await host.Make("/v1/tags", """{"name": "Short lived"}""");
        await TagsOf("short-lived");

        // Not by this process, which therefore hears of it later.
        await host.Execute("delete from tags where slug = 'short-lived'");
        var answer = await Write("short-lived");

        Assert.Equal(422, answer.Status);
        Assert.Equal("/tagSlugs/0", (string?)answer.Json["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task A_tag_that_somebody_else_has_just_merged_is_the_one_that_it_went_into()
    {
        await host.Make("/v1/tags", """{"name": "Harbor"}""");
        await host.Make("/v1/tags", """{"name": "Harbour"}""");
        Assert.Equal(["Harbor"], await TagsOf("harbor"));

        // Not by this process, which therefore hears of it later.
        await host.Execute(
            """
            update tags set merged_into = (select id from tags where slug = 'harbour'), public_since = null where slug = 'harbor'
            """);

        Assert.Equal(["Harbour"], await TagsOf("harbor"));
    }

    [Fact]
    public async Task A_publication_whose_language_somebody_else_has_just_changed_gives_the_new_one()
    {
        var made = await host.Make("/v1/publications", """{"name": "Weekly", "language": "en", "timeZone": "Africa/Cairo"}""");
        const string story = """{"headline": "A story", "publicationSlug": "weekly"}""";
        Assert.Equal("en", (string?)(await host.Make("/v1/articles", story)).Json["language"]);

        await host.Execute($"update publications set language = 'fr', version = version + 1 where id = '{made.NewId()}'");

        Assert.Equal("fr", (string?)(await host.Make("/v1/articles", story)).Json["language"]);
    }

    [Fact]
    public async Task A_former_slug_and_the_present_one_name_one_tag()
    {
        var tag = await host.Make("/v1/tags", """{"name": "Old name"}""");
        await host.MustAlter("/v1/tags/old-name", tag.ETag, """{"slug": "new-name"}""");

        for (var turn = 0; turn < 2; turn++)
        {
            Assert.Equal(["Old name"], await TagsOf("old-name", "new-name"));
        }
    }

    private async Task<string[]> TagsOf(params string[] slugs)
    {
        var answer = await Write(slugs);
        Assert.True(answer.Status == 201, answer.Text);
        return [.. answer.Json["tags"]!.AsArray().Select(tag => (string)tag!["name"]!)];
    }

    private Task<Reply> Write(params string[] slugs) => host.Admin.Post(
        "/v1/articles", $$"""{"headline": "A story", "tagSlugs": ["{{string.Join("\", \"", slugs)}}"]}""");
}
