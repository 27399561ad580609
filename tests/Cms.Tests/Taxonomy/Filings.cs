using Cms.Content.Text;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

/// <summary>What stories are filed under, in publications that a test makes for itself.</summary>
internal static class Filings
{
    public static async Task<Guid> AddPublication(this CmsHost host, string name, string timeZone = "Africa/Cairo", string language = "en")
    {
        var id = Guid.CreateVersion7();
        await host.Execute(
            "insert into publications (id, slug, name, language, time_zone) values (@id, @slug, @name, @language, @timeZone)",
            new { id, slug = Slugs.From(name), name, language, timeZone });
        return id;
    }

    /// <summary>Adds a contributor, section or tag to a publication.</summary>
    public static async Task<Guid> AddTo(this CmsHost host, Guid publication, string table, string name, string? slug = null, bool isPublic = true)
    {
        var id = Guid.CreateVersion7();
        await host.Execute(
            $"""
            insert into {table} (id, publication_id, slug, name, public_since)
            values (@id, @publication, @slug, @name, case when @isPublic then now() end)
            """,
            new { id, publication, slug = slug ?? Slugs.From(name), name, isPublic });
        return id;
    }

    public static Task Move(this CmsHost host, Guid section, Guid below) =>
        host.Execute("update sections set parent_id = @below where id = @section", new { section, below });

    /// <summary>A name printed in an office on a day, by so many public stories.</summary>
    public static Task AddEvidence(this CmsHost host, Guid publication, string role, string day, string name, int stories = 1) => host.Execute(
        "insert into masthead_evidence (publication_id, role, printed_on, name, stories) values (@publication, @role, @day::date, @name, @stories)",
        new { publication, role, day, name, stories });
}
