using Cms.Tests.Articles;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>A disk without room, as PostgreSQL reports it: writes are refused with 503 and leave nothing, reads go on, and room ends it.</summary>
public sealed class FullDiskTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Theory]
    [InlineData("create trigger no_room before insert on revisions for each statement execute function full_disk()")]
    [InlineData("create constraint trigger no_room after insert on revisions initially deferred for each row execute function full_disk()")]
    [InlineData("create trigger no_room before insert on audit for each statement execute function full_disk()")]
    public async Task Without_room_writes_are_503_and_reads_go_on_until_there_is_room(string trigger)
    {
        var table = trigger.Contains("on audit", StringComparison.Ordinal) ? "audit" : "revisions";
        var known = await host.Act((await host.Write()).Id(), "publish", "\"1-x\"");
        await host.Execute(
            "create or replace function full_disk() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$");
        await host.Execute(trigger);
        var key = Guid.NewGuid().ToString();
        var before = await host.Rows();

        var refused = await host.Admin.Post("/v1/articles", WritingStories.Draft, ("Idempotency-Key", key));

        Assert.Equal((503, "unavailable"), (refused.Status, refused.Code));
        Assert.Equal("1", refused.Header("Retry-After"));
        Assert.Contains("out of room", refused.Text);
        Assert.DoesNotContain("no room", refused.Text);
        Assert.Equal(before, await host.Rows());
        Assert.Equal(known.Id(), (string?)(await host.Get($"/v1/articles/{known.Id()}"))["id"]);
        Assert.Equal(200, (await host.Admin.Send("GET", $"/v1/articles/{known.Id()}?view=draft", null, null)).Status);

        await host.Execute($"drop trigger no_room on {table}");
        var repeated = await host.Admin.Post("/v1/articles", WritingStories.Draft, ("Idempotency-Key", key));
        Assert.Equal((201, null), (repeated.Status, repeated.Header("Idempotency-Replayed")));
    }
}
