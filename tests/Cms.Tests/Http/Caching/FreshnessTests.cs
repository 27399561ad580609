using Cms.Data;
using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Http.Caching;

/// <summary>What has changed shows at once where it was changed.</summary>
public sealed class FreshnessTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task Whoever_changed_a_story_reads_the_change()
    {
        using var client = host.NewDirectClient();
        var made = await host.Write("""{"headline": "First", "body": [{"type": "paragraph", "content": [{"text": "One."}]}]}""");
        var (id, etag) = (made.Id(), (await host.Act(made.Id(), "publish", made.ETag)).ETag);
        var (story, list, search) = ($"/v1/articles/{id}", "/v1/articles?limit=1", "/v1/search?q=harbourmaster");
        foreach (var address in new[] { story, list, search })
        {
            await host.Warm(address);
        }

        for (var turn = 1; turn <= 5; turn++)
        {
            etag = (await host.Patch(id, etag, $$"""{"headline": "Harbourmaster {{turn}}"}""")).ETag;
            etag = (await host.Act(id, "publish", etag)).ETag;

            Assert.Equal($"Harbourmaster {turn}", await client.Headline(story));
            Assert.Equal($"Harbourmaster {turn}", (string?)(await client.Send("GET", list, null, null)).Json["data"]![0]!["headline"]);
            Assert.Equal($"Harbourmaster {turn}", (string?)(await client.Send("GET", search, null, null)).Json["data"]![0]!["article"]!["headline"]);
        }

        await host.Act(id, "unpublish", etag);
        Assert.Null(await client.Headline(story));
        Assert.Empty((await client.Send("GET", search, null, null)).Json["data"]!.AsArray());
    }

    [Theory]
    [InlineData("contributors", "/authors/0/name")]
    [InlineData("sections", "/section/name")]
    [InlineData("tags", "/tags/0/name")]
    [InlineData("publications", "/publication/name")]
    public async Task A_name_that_changes_shows_at_once(string table, string place)
    {
        var (section, tag, author) = (await host.AddSection($"S {table}"), await host.AddTag($"T {table}"), await host.AddContributor($"A {table}"));
        await host.Add(new Story { Headline = table, Slug = $"names-{table}", SectionId = section, TagIds = [tag], AuthorIds = [author] });
        var publication = (await host.Query<Guid>("select id from publications where is_default")).Single();
        var id = table switch { "contributors" => author, "sections" => section, "tags" => tag, _ => publication };
        await host.Warm($"/v1/articles/names-{table}");

        await host.Execute($"update {table} set name = 'Renamed', version = version + 1 where id = @id", new { id });

        var story = (await host.Client.Send("GET", $"/v1/articles/names-{table}", null, null)).Json;
        var name = place.Split('/')[1..].Aggregate(story, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        Assert.Equal("Renamed", (string?)name);
    }

    [Fact]
    public async Task A_translation_that_comes_out_shows_at_the_others()
    {
        var group = Guid.CreateVersion7();
        await host.Add(new Story { Headline = "English", Slug = "translated", TranslationGroup = group });
        await host.Warm("/v1/articles/translated");

        await host.Add(new Story { Headline = "بالعربية", Slug = "translated-ar", Language = "ar", TranslationGroup = group });

        var story = (await host.Client.Send("GET", "/v1/articles/translated", null, null)).Json;
        Assert.Equal("translated-ar", (string?)story["translations"]![0]!["slug"]);
    }

    [Fact]
    public async Task A_change_leaves_alone_what_does_not_show_it()
    {
        var changed = await host.Add(new Story { Headline = "Changed", Slug = "one-of-two" });
        await host.Add(new Story { Headline = "Unchanged", Slug = "other-of-two" });
        await host.Warm("/v1/articles/other-of-two");
        await host.Warm("/v1/articles?limit=2");

        await host.Execute("update published_articles set headline = 'Now' where article_id = @changed", new { changed });
        await host.Services.GetRequiredService<Database>().Watch.CatchUp();

        Assert.True(host.Keeps("/v1/articles/other-of-two"));
        Assert.False(host.Keeps("/v1/articles?limit=2"));
    }

    [Fact]
    public async Task A_draft_that_is_saved_changes_nothing_that_is_kept()
    {
        await host.Add(new Story { Headline = "Kept", Slug = "kept-beside-drafts" });
        await host.Warm("/v1/articles?limit=4");

        await host.Write();
        await host.Services.GetRequiredService<Database>().Watch.CatchUp();

        Assert.True(host.Keeps("/v1/articles?limit=4"));
    }

    [Fact]
    public async Task A_change_is_not_missed_however_long_another_transaction_stays_open()
    {
        var id = await host.Add(new Story { Headline = "Before", Slug = "beside-a-long-one" });
        await using var connection = new Npgsql.NpgsqlConnection(host.Services.GetRequiredService<DatabaseAddress>().Newsroom + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        const string update = "update published_articles set deck = 'late' where slug = 'beside-a-long-one'";
        await using (var command = new Npgsql.NpgsqlCommand(update, connection, transaction))
        {
            await command.ExecuteNonQueryAsync();
        }

        // It took its number first and commits last.
        await host.Add(new Story { Headline = "In between", Slug = "in-between" });
        await host.Warm("/v1/articles/beside-a-long-one");
        await transaction.CommitAsync();

        Assert.Equal("late", (string?)(await host.Client.Send("GET", $"/v1/articles/{id}", null, null)).Json["deck"]);
        Assert.Equal("late", (string?)(await host.Client.Send("GET", "/v1/articles/beside-a-long-one", null, null)).Json["deck"]);
    }
}
