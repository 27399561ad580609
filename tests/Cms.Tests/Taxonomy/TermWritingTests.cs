using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

/// <summary>What contributors, sections and tags have in common when they are written.</summary>
public sealed class TermWritingTests(CmsHost host) : IClassFixture<CmsHost>
{
    public static TheoryData<string, string> Kinds => new() { { "contributors", "contributor" }, { "sections", "section" }, { "tags", "tag" } };

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_an_editor_makes_is_public_at_once_and_audited_once(string list, string noun)
    {
        var made = await host.Make($"/v1/{list}", """{"name": "  Nile   Delta "}""");

        var read = await host.Read($"/v1/{list}/nile-delta");
        Assert.Equal((200, made.Text, made.ETag), (read.Status, read.Text, read.ETag));
        Assert.Equal("Nile Delta", (string?)read.Json["name"]);
        Assert.Equal($"/v1/{list}/{made.NewId()}", made.Header("Location"));
        Assert.StartsWith("\"1-", made.ETag, StringComparison.Ordinal);
        Assert.Equal([$"{noun}.create {made.NewId()}"], await host.Audited(made));
        Assert.Equal([$"{noun}.created"], await host.Events(made.NewId()));
        Assert.Contains("Nile Delta", await host.List($"/v1/{list}?limit=100", "name"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_change_needs_the_version_that_was_seen_and_counts_it_up(string list, string noun)
    {
        var made = await host.Make($"/v1/{list}", """{"name": "Counted"}""");
        var path = $"/v1/{list}/{made.NewId()}";

        Assert.Equal(428, (await host.Replace(path, """{"name": "Counted again"}""")).Status);
        var replaced = await host.Replace(path, """{"name": "Counted again"}""", ("If-Match", made.ETag));
        var stale = await host.Alter(path, made.ETag, """{"name": "Too late"}""");
        var altered = await host.MustAlter(path, stale.ETag, """{"name": "Counted at last"}""");

        Assert.Equal((200, 412), (replaced.Status, stale.Status));
        Assert.Equal(replaced.ETag, stale.ETag);
        Assert.Equal("counted", (string?)altered.Json["slug"]);
        Assert.Equal(3, (int)altered.Json["version"]!);
        Assert.Equal([$"{noun}.update {made.NewId()}"], await host.Audited(altered));
        Assert.Empty(await host.Audited(stale));
        Assert.Equal(428, (await host.Admin.Send("DELETE", path, null, null)).Status);
        Assert.Equal(412, (await host.Remove(path, made.ETag)).Status);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task PUT_makes_one_at_a_free_UUID_only(string list, string noun)
    {
        var id = Guid.CreateVersion7();
        var path = $"/v1/{list}/{id}";
        const string body = """{"name": "Chosen"}""";

        Assert.Equal(404, (await host.Replace(path, body, ("If-Match", "\"1-x\""))).Status);
        var made = await host.Replace(path, body, ("If-None-Match", "*"));
        Assert.Equal((201, id), (made.Status, made.NewId()));
        Assert.Equal([$"{noun}.create {id}"], await host.Audited(made));
        Assert.Equal(412, (await host.Replace(path, body, ("If-None-Match", "*"))).Status);
        Assert.Equal(404, (await host.Replace($"/v1/{list}/some-slug", body, ("If-None-Match", "*"))).Status);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_old_slug_leads_to_the_new_one_until_it_is_taken_back(string list, string noun)
    {
        var made = await host.Make($"/v1/{list}", """{"name": "First"}""");
        var path = $"/v1/{list}/{made.NewId()}";

        var second = await host.MustAlter(path, made.ETag, """{"slug": "second"}""");
        Assert.Equal($"/v1/{list}/second?publication=newsroom", (await host.Read($"/v1/{list}/first?publication=newsroom")).Leads());
        Assert.Equal(404, (await host.Alter($"/v1/{list}/first", second.ETag, """{"name": "By an old slug"}""")).Status);

        var third = await host.MustAlter(path, second.ETag, """{"slug": "third"}""");
        Assert.Equal($"/v1/{list}/third", (await host.Read($"/v1/{list}/first")).Leads());
        Assert.Equal($"/v1/{list}/third", (await host.Read($"/v1/{list}/second")).Leads());
        var other = await host.Admin.Post($"/v1/{list}", """{"name": "Second"}""");
        Assert.Equal((409, "slug-taken"), (other.Status, other.Code));

        var back = await host.MustAlter(path, third.ETag, """{"slug": "first"}""");
        Assert.Equal(200, (await host.Read($"/v1/{list}/first")).Status);
        Assert.Equal($"/v1/{list}/first", (await host.Read($"/v1/{list}/third")).Leads());
        Assert.Equal($"/v1/{list}/first", (await host.Read($"/v1/{list}/second")).Leads());
        Assert.Equal([$"{noun}.update {made.NewId()}"], await host.Audited(back));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_nothing_refers_to_is_deleted_with_its_old_slugs(string list, string noun)
    {
        var made = await host.Make($"/v1/{list}", """{"name": "Brief"}""");
        var renamed = await host.MustAlter($"/v1/{list}/brief", made.ETag, """{"slug": "briefer"}""");

        var gone = await host.Remove($"/v1/{list}/briefer", renamed.ETag);

        Assert.Equal((200, "briefer"), (gone.Status, (string?)gone.Json["slug"]));
        Assert.Equal([$"{noun}.delete {made.NewId()}"], await host.Audited(gone));
        Assert.Equal([$"{noun}.created", $"{noun}.updated", $"{noun}.deleted"], await host.Events(made.NewId()));
        Assert.Equal("404", (await host.Read($"/v1/{list}/brief")).Leads());
        Assert.Equal("404", (await host.Read($"/v1/{list}/{made.NewId()}")).Leads());
        await host.Make($"/v1/{list}", """{"name": "Brief"}""");
    }

    [Theory]
    [InlineData("contributors"), InlineData("sections"), InlineData("tags")]
    public async Task Whatever_is_wrong_is_named(string list)
    {
        async Task<IEnumerable<string>> Errors(string json)
        {
            var reply = await host.Admin.Post($"/v1/{list}", json);
            Assert.Equal(422, reply.Status);
            return reply.Errors;
        }

        Assert.Equal(["/name required"], await Errors("{}"));
        Assert.Equal(["/name required"], await Errors("""{"name": " "}"""));
        Assert.Equal(["/slug required"], await Errors("""{"name": "?!"}"""));
        Assert.Equal(["/slug pattern"], await Errors("""{"name": "A", "slug": "No Slug"}"""));
        Assert.Equal(["/name too-long"], await Errors($$"""{"name": "{{new string('n', 201)}}"}"""));
        Assert.Equal(["/publicationSlug unknown-reference"], await Errors("""{"name": "A", "publicationSlug": "no-such-paper"}"""));
        Assert.Equal(["/version read-only"], await Errors("""{"name": "A", "version": 7}"""));
        Assert.Equal(["/nmae unknown"], await Errors("""{"name": "A", "nmae": "B"}"""));
        Assert.Equal(201, (await host.Admin.Post($"/v1/{list}", $$"""{"name": "{{new string('n', 200)}}"}""")).Status);
    }

    [Theory]
    [InlineData("contributors"), InlineData("sections"), InlineData("tags")]
    public async Task None_moves_to_another_publication_and_slugs_are_its_own(string list)
    {
        var paper = $"Paper of {list}";
        await host.AddPublication(paper);
        var slug = $"paper-of-{list}";
        await host.Make($"/v1/{list}", """{"name": "Shared"}""");
        var there = await host.Make($"/v1/{list}", $$"""{"name": "Shared", "publicationSlug": "{{slug}}"}""");

        var moved = await host.Alter($"/v1/{list}/shared?publication={slug}", there.ETag, """{"publicationSlug": "newsroom"}""");
        var stays = await host.Alter($"/v1/{list}/shared?publication={slug}", there.ETag, $$"""{"publicationSlug": "{{slug}}"}""");
        var heir = await host.Remove($"/v1/{list}/shared?publication={slug}&reassignTo=nile", stays.ETag);

        Assert.Equal(["/publicationSlug invalid"], moved.Errors);
        Assert.Equal(200, stays.Status);
        Assert.Equal(400, heir.Status);
        Assert.Equal(["reassignTo unknown-reference"], heir.Errors);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_eight_editors_who_want_one_slug_one_gets_it(string list, string noun)
    {
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => host.Admin.Post($"/v1/{list}", $$"""{"name": "Wanted", "slug": "wanted-{{noun}}"}""")));

        Assert.Single(replies, reply => reply.Status == 201);
        Assert.Equal(7, replies.Count(reply => reply.Code == "slug-taken"));
    }
}
