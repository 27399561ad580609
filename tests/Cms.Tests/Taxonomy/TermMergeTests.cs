using System.Text.Json.Nodes;
using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class TermMergeTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task A_new_name_shows_at_once_in_articles_lists_search_and_their_ETags()
    {
        var (tag, section, author) = (await host.AddTag("Suez"), await host.AddSection("Economy"), await host.AddContributor("Mona Farid"));
        var story = await host.Add(new Story { Headline = "Dredgers at work", TagIds = [tag], SectionId = section, AuthorIds = [author] });
        string[] paths =
        [
            $"/v1/articles/{story}", "/v1/articles?tag=suez&include=authors,section", "/v1/search?q=dredgers&facet=tag,section,author",
            "/v1/tags?limit=100",
        ];
        var before = await Task.WhenAll(paths.Select(host.Read));

        await host.MustAlter($"/v1/tags/{tag}", "\"1-x\"", """{"name": "Suez Canal"}""");
        await host.MustAlter($"/v1/sections/{section}", "\"1-x\"", """{"name": "Business"}""");
        await host.MustAlter($"/v1/contributors/{author}", "\"1-x\"", """{"name": "Mona Farid Hassan"}""");

        foreach (var (path, old) in paths.Zip(before))
        {
            var now = await host.Read(path);
            Assert.Contains("Suez Canal", now.Text, StringComparison.Ordinal);
            Assert.NotEqual(old.ETag, now.ETag);
            var again = await host.Client.Send("GET", path, null, null, ("If-None-Match", old.ETag));
            Assert.Equal(200, again.Status);
        }

        var read = await host.Get($"/v1/articles/{story}");
        Assert.Equal("Business", (string?)read["section"]!["name"]);
        Assert.Equal("Mona Farid Hassan", (string?)read["authors"]![0]!["name"]);
        Assert.Equal(1, (int)read["version"]!);
    }

    [Fact]
    public async Task A_merged_tag_is_the_other_one_wherever_it_stood()
    {
        var (from, into) = (await host.AddTag("Soccer"), await host.AddTag("Football"));
        var both = await host.Add(new Story { TagIds = [from, into] });
        var only = await host.Add(new Story { TagIds = [from] });
        var draft = await host.Add(new Story { TagIds = [from, into], IsPublished = false });

        var merged = await host.Merge("/v1/tags/soccer", "\"1-x\"", "football");

        Assert.True(merged.Status == 200, merged.Text);
        Assert.Equal((into, 2), (merged.NewId(), (int)merged.Json["articleCount"]!));
        Assert.Equal([$"tag.merge {from}"], await host.Audited(merged));
        Assert.Equal(["tag.merged"], await host.Events(from));
        Assert.Equal(["football"], Slugs(await host.Get($"/v1/articles/{both}"), "tags"));
        Assert.Equal(["football"], Slugs(await host.Get($"/v1/articles/{only}"), "tags"));
        Assert.Equal(["football"], Slugs(await Listed(both), "tags"));
        Assert.Equal(["football"], Slugs(await host.GetAsAdmin($"/v1/articles/{draft}?view=draft"), "tags"));
        Assert.Equal(["football"], Slugs(await host.GetAsAdmin($"/v1/articles/{draft}/revisions/1"), "tags"));
        Assert.Equal("/v1/tags/football", (await host.Read("/v1/tags/soccer")).Leads());
        Assert.Equal($"/v1/tags/{into}", (await host.Read($"/v1/tags/{from}")).Leads());
        foreach (var filter in new[] { "tag=soccer", $"tag={from}", "tag=football", "tag=soccer&tag=football", "tagAny=soccer" })
        {
            Assert.Equal(2, (await host.Get($"/v1/articles?{filter}"))["data"]!.AsArray().Count);
        }

        // A story that had both has one.
        Assert.Equal(["football:2"], await Counted("tag", "tag=soccer"));
        Assert.Equal(3, (await host.GetAsAdmin("/v1/articles?view=draft&tag=soccer"))["data"]!.AsArray().Count);
        Assert.Equal(3, (await host.GetAsAdmin("/v1/articles?view=draft&tagAny=football"))["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_merged_contributor_is_credited_once_and_found_by_the_name_of_old()
    {
        var (from, into) = (await host.AddContributor("S. Halim"), await host.AddContributor("Samir Halim"));
        var both = await host.Add(new Story { AuthorIds = [from, into] });
        var draft = await host.Write("""{"headline": "By an old name", "authors": [{"name": "S. Halim"}], "bodyMarkdown": "Text."}""");

        var merged = await host.Merge($"/v1/contributors/{from}", "\"1-x\"", into.ToString());
        Assert.True(merged.Status == 200, merged.Text);
        var published = await host.Act(draft.Id(), "publish", draft.ETag);

        Assert.Equal(["samir-halim"], Slugs(published.Json, "authors"));
        Assert.Equal(["samir-halim"], Slugs(await host.Get($"/v1/articles/{both}"), "authors"));
        Assert.Equal(["samir-halim"], Slugs(await Listed(both), "authors"));
        Assert.Equal(2, (await host.Get("/v1/articles?author=s-halim"))["data"]!.AsArray().Count);
        Assert.Equal(2, (int)(await host.Get("/v1/contributors/samir-halim"))["articleCount"]!);
        Assert.Equal(["samir-halim:2"], await Counted("author", "author=s-halim"));
        var bySlug = await host.Write("""{"headline": "By an old slug", "authors": [{"slug": "s-halim"}]}""");
        var byName = await host.Write("""{"headline": "By an old name again", "authors": [{"name": "S. Halim"}]}""");
        Assert.Equal(["samir-halim"], Slugs(bySlug.Json, "authors"));
        Assert.Equal(["samir-halim"], Slugs(byName.Json, "authors"));
    }

    [Fact]
    public async Task A_chain_of_merges_and_renames_leads_to_its_end()
    {
        var (one, two, three) = (await host.AddTag("One"), await host.AddTag("Two"), await host.AddTag("Three"));
        var story = await host.Add(new Story { TagIds = [one] });

        Assert.Equal(["one"], Slugs(await Listed(story), "tags"));
        await host.Merge($"/v1/tags/{one}", "\"1-x\"", "two");
        Assert.Equal(["two"], Slugs(await Listed(story), "tags"));
        await host.MustAlter($"/v1/tags/{two}", "\"1-x\"", """{"slug": "second"}""");
        Assert.Equal(["second"], Slugs(await Listed(story), "tags"));
        await host.Merge($"/v1/tags/{two}", "\"2-x\"", "three");

        Assert.Equal(["three"], Slugs(await host.Get($"/v1/articles/{story}"), "tags"));
        Assert.Equal(["three"], Slugs(await Listed(story), "tags"));
        foreach (var old in new[] { "one", "two", "second" })
        {
            Assert.Equal("/v1/tags/three", (await host.Read($"/v1/tags/{old}")).Leads());
        }

        var back = await host.MustAlter($"/v1/tags/{three}", "\"1-x\"", """{"slug": "one"}""");
        Assert.Equal("one", (string?)back.Json["slug"]);
        Assert.Equal(["one"], Slugs(await host.Get($"/v1/articles/{story}"), "tags"));
        Assert.Equal(["one"], Slugs(await Listed(story), "tags"));
        Assert.Equal("/v1/tags/one", (await host.Read("/v1/tags/three")).Leads());
    }

    [Fact]
    public async Task What_is_referred_to_is_deleted_only_when_another_takes_it_over()
    {
        var (tag, heir) = (await host.AddTag("Hot"), await host.AddTag("Warm"));
        var story = await host.Add(new Story { TagIds = [tag] });
        await host.Add(new Story { TagIds = [tag], IsPublished = false });
        var draft = await host.Write("""{"headline": "In the trash", "tagSlugs": ["hot"]}""");
        await host.Act(draft.Id(), "delete", draft.ETag);
        var edited = await host.Write("""{"headline": "Untagged since", "tagSlugs": ["hot"]}""");
        await Cms.Tests.Articles.WritingStories.Patch(host, edited.Id(), edited.ETag, """{"tagSlugs": null}""");

        var refused = await host.Remove("/v1/tags/hot", "\"1-x\"");
        Assert.Equal((409, "in-use"), (refused.Status, refused.Code));
        Assert.Equal(
            """{"published":"1","working":"2","trashed":"1","revisions":"1","pending":"0"}""",
            refused.Json["errors"]![0]!["meta"]!.ToJsonString());
        Assert.Empty(await host.Audited(refused));

        var itself = await host.Remove("/v1/tags/hot?reassignTo=hot", "\"1-x\"");
        Assert.Equal((400, "invalid-parameter"), (itself.Status, itself.Code));
        var deleted = await host.Remove($"/v1/tags/hot?reassignTo={heir}", "\"1-x\"");

        Assert.True(deleted.Status == 200, deleted.Text);
        Assert.Equal([$"tag.delete {tag}"], await host.Audited(deleted));
        Assert.Equal(["warm"], Slugs(await host.Get($"/v1/articles/{story}"), "tags"));
        Assert.Equal(["warm"], Slugs(await host.GetAsAdmin($"/v1/articles/{edited.Id()}/revisions/1"), "tags"));
        Assert.Equal("404", (await host.Read("/v1/tags/hot")).Leads());
        Assert.Equal("404", (await host.Read($"/v1/tags/{tag}")).Leads());
        await host.Make("/v1/tags", """{"name": "Hot"}""");
        Assert.Equal(1, (int)(await host.Get("/v1/tags/warm"))["articleCount"]!);
    }

    [Fact]
    public async Task Old_revisions_alone_forbid_a_deletion_and_a_merge_into_nothing_is_refused()
    {
        await host.Make("/v1/tags", """{"name": "Fleeting"}""");
        var made = await host.Write("""{"headline": "Once fleeting", "tagSlugs": ["fleeting"]}""");
        await Cms.Tests.Articles.WritingStories.Patch(host, made.Id(), made.ETag, """{"tagSlugs": null}""");

        Assert.Equal("1", (string?)(await host.Remove("/v1/tags/fleeting", "\"1-x\"")).Json["errors"]![0]!["meta"]!["revisions"]);
        Assert.Equal(["/into unknown-reference"], (await host.Merge("/v1/tags/fleeting", "\"1-x\"", "no-such-tag")).Errors);
        Assert.Equal(["/into invalid"], (await host.Merge("/v1/tags/fleeting", "\"1-x\"", "fleeting")).Errors);
        Assert.Equal(404, (await host.Merge("/v1/tags/no-such-tag", "\"1-x\"", "fleeting")).Status);
        Assert.Equal(412, (await host.Merge("/v1/tags/fleeting", "\"9-x\"", "fleeting")).Status);
        Assert.Equal(428, (await host.Admin.Post("/v1/tags/fleeting/merge", """{"into": "x"}""")).Status);
    }

    [Fact]
    public async Task Stories_that_are_published_while_their_tag_is_merged_end_up_under_the_other()
    {
        await host.Make("/v1/tags", """{"name": "Loser"}""");
        await host.Make("/v1/tags", """{"name": "Winner"}""");
        var drafts = new List<Reply>();
        for (var number = 0; number < 6; number++)
        {
            drafts.Add(await host.Write("""{"headline": "On time", "tagSlugs": ["loser"], "bodyMarkdown": "Text."}"""));
        }

        var publishing = drafts.Select(draft => host.Act(draft.Id(), "publish", draft.ETag)).ToList();
        var merged = await host.Merge("/v1/tags/loser", "\"1-x\"", "winner");
        await Task.WhenAll(publishing);

        Assert.True(merged.Status == 200, merged.Text);
        Assert.Equal(6, (await host.Get("/v1/articles?tag=winner"))["data"]!.AsArray().Count);
        Assert.Equal(6, (int)(await host.Get("/v1/tags/winner"))["articleCount"]!);
    }

    /// <summary>The values of a facet over the stories that a filter leaves.</summary>
    private async Task<string[]> Counted(string facet, string filter) =>
        [.. (await host.Get($"/v1/search?{filter}&facet={facet}"))["facets"]![facet]!.AsArray().Select(value => $"{value!["value"]}:{value["count"]}")];

    private static IEnumerable<string?> Slugs(JsonNode article, string member) =>
        (article[member] ?? article["article"]![member])!.AsArray().Texts("slug");

    /// <summary>The story as lists show it.</summary>
    private async Task<JsonNode> Listed(Guid id) => (await host.Get($"/v1/articles?ids={id}"))["data"]![0]!;
}
