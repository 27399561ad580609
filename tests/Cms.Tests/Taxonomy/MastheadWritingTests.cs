using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class MastheadWritingTests(CmsHost host) : IClassFixture<CmsHost>
{
    private const string Chief = "Editor in Chief";

    [Fact]
    public async Task An_entry_wins_over_printed_pages_for_its_days_alone()
    {
        var publication = await host.AddPublication("Corrected");
        await host.AddEvidence(publication, Chief, "2020-01-01", "Samir Halim");
        await host.AddEvidence(publication, Chief, "2022-01-01", "Nadia Farouk");
        var before = await host.Read("/v1/publications/corrected");

        var made = await Enter("corrected", Chief, "Elham Ezzat", "2021-03-01", "2021-06-01");
        await Enter("corrected", "Publisher", "Mona Farid", "2020-01-01");

        Assert.Equal([$"mastheadEntry.create {made.NewId()}"], await host.Audited(made));
        Assert.Equal(
            [
                "Editor in Chief Samir Halim 2020-01-01 2021-03-01",
                "Editor in Chief Elham Ezzat 2021-03-01 2021-06-01",
                "Editor in Chief Samir Halim 2021-06-01 2022-01-01",
                "Editor in Chief Nadia Farouk 2022-01-01 ",
                "Publisher Mona Farid 2020-01-01 ",
            ],
            await Terms("/v1/publications/corrected/masthead"));
        Assert.Equal(["Editor in Chief Elham Ezzat 2021-03-01 2021-06-01"], (await Terms("/v1/publications/corrected/masthead?at=2021-05-31"))[..1]);
        var term = (await host.Get("/v1/publications/corrected/masthead?at=2021-05-31"))["data"]![0]!;
        Assert.Equal((string?)made.Json["id"], (string?)term["entryId"]);
        Assert.NotEqual(before.ETag, (await host.Read("/v1/publications/corrected")).ETag);
        Assert.Equal(
            ["Editor in Chief Nadia Farouk", "Publisher Mona Farid"],
            (await host.Get("/v1/publications/corrected"))["masthead"]!.AsArray().Select(office => $"{office!["role"]} {office["name"]}"));
        Assert.Equal(
            """[{"role":"Editor in Chief","name":"Elham Ezzat"},{"role":"Publisher","name":"Mona Farid"}]""",
            Assert.Single(await host.Query<string>("select masthead_at(@publication, '2021-04-01')::text", new { publication })));
    }

    [Fact]
    public async Task An_entry_is_changed_and_deleted_and_the_printed_name_stands_again()
    {
        var publication = await host.AddPublication("Taken back");
        await host.AddEvidence(publication, Chief, "2020-01-01", "Samir Halim");
        var made = await Enter("taken-back", Chief, "Wrong Name", "2019-01-01");
        var path = made.Header("Location")!;
        Assert.Equal((made.Text, made.ETag), ((await host.Read(path)).Text, (await host.Read(path)).ETag));

        Assert.Equal(428, (await host.Admin.Send("DELETE", path, null, null)).Status);
        var patched = await host.MustAlter(path, made.ETag, """{"name": "Right Name", "until": "2020-06-01"}""");
        Assert.Equal(412, (await host.Alter(path, made.ETag, "{}")).Status);
        Assert.Equal([$"mastheadEntry.update {made.NewId()}"], await host.Audited(patched));
        Assert.Equal(
            ["Editor in Chief Right Name 2019-01-01 2020-06-01", "Editor in Chief Samir Halim 2020-06-01 "],
            await Terms("/v1/publications/taken-back/masthead"));
        var replaced = await host.Replace(path, Body(Chief, "Right Name", "2019-01-01"), ("If-Match", patched.ETag));
        Assert.Null(replaced.Json["until"]);
        Assert.Equal(["Editor in Chief Right Name 2019-01-01 "], await Terms("/v1/publications/taken-back/masthead"));

        var gone = await host.Remove(path, replaced.ETag);

        Assert.Equal(200, gone.Status);
        Assert.Equal([$"mastheadEntry.delete {made.NewId()}"], await host.Audited(gone));
        Assert.Equal(["Editor in Chief Samir Halim 2020-01-01 "], await Terms("/v1/publications/taken-back/masthead"));
        Assert.Equal(404, (await host.Read(path)).Status);
    }

    [Fact]
    public async Task A_name_holds_an_office_once_at_a_time_and_names_may_share_one()
    {
        await host.AddPublication("Shared office");
        await Enter("shared-office", Chief, "Samir Halim", "2020-01-01", "2021-01-01");

        var overlap = await host.Admin.Post("/v1/publications/shared-office/masthead", Body(Chief, " Samir  Halim", "2020-12-31"));
        Assert.Equal((409, "conflict"), (overlap.Status, overlap.Code));
        var after = await Enter("shared-office", Chief, "Samir Halim", "2021-01-01");
        await Enter("shared-office", Chief, "Nadia Farouk", "2020-06-01");
        Assert.Equal(409, (await host.Alter(after.Header("Location")!, after.ETag, """{"from": "2020-12-31"}""")).Status);
        Assert.Equal(3, (await host.Walk("/v1/publications/shared-office/masthead/entries", 2)).Count);
        var backwards = await host.Admin.Post("/v1/publications/shared-office/masthead", Body(Chief, "X", "2020-01-01", "2020-01-01"));
        Assert.Equal(["/until out-of-range"], backwards.Errors);
    }

    [Fact]
    public async Task Of_eight_equal_entries_at_once_one_is_made()
    {
        await host.AddPublication("Eight");

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => host.Admin.Post("/v1/publications/eight/masthead", Body(Chief, "Samir Halim", "2020-01-01"))));

        Assert.Single(replies, reply => reply.Status == 201);
        Assert.Equal(7, replies.Count(reply => reply.Status == 409));
    }

    [Fact]
    public async Task PUT_makes_an_entry_at_a_free_UUID_and_each_masthead_has_its_own()
    {
        await host.AddPublication("Own");
        var path = $"/v1/publications/own/masthead/{Guid.CreateVersion7()}";
        Assert.Equal(404, (await host.Replace(path, Body(Chief, "A", "2020-01-01"), ("If-Match", "\"1-x\""))).Status);
        Assert.Equal(201, (await host.Replace(path, Body(Chief, "A", "2020-01-01"), ("If-None-Match", "*"))).Status);
        Assert.Equal(412, (await host.Replace(path, Body(Chief, "A", "2020-01-01"), ("If-None-Match", "*"))).Status);
        Assert.Equal(404, (await host.Read(path.Replace("/own/", "/newsroom/", StringComparison.Ordinal))).Status);
        Assert.Equal(404, (await host.Remove(path.Replace("/own/", "/newsroom/", StringComparison.Ordinal), "\"1-x\"")).Status);
        Assert.Equal(404, (await host.Admin.Post("/v1/publications/no-such-paper/masthead", Body(Chief, "A", "2020-01-01"))).Status);
    }

    private Task<Reply> Enter(string publication, string role, string name, string from, string? until = null) =>
        host.Make($"/v1/publications/{publication}/masthead", Body(role, name, from, until));

    private static string Body(string role, string name, string from, string? until = null) =>
        $$"""{"role": "{{role}}", "name": "{{name}}", "from": "{{from}}", "until": {{(until is null ? "null" : $"\"{until}\"")}}}""";

    private async Task<List<string>> Terms(string path) =>
        [.. (await host.Get(path))["data"]!.AsArray().Select(term => $"{term!["role"]} {term["name"]} {term["from"]} {term["until"]}")];
}
