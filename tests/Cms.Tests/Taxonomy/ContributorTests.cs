using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Taxonomy;

public sealed class ContributorTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task Persons_and_agencies_are_listed_apart()
    {
        var publication = await host.AddPublication("Credits");
        await host.AddTo(publication, "contributors", "Mona Adel");
        var agency = await host.AddTo(publication, "contributors", "Nile Wire");
        await host.Execute("update contributors set kind = 'agency', title = 'News agency', bio = 'Since 1956.' where id = @agency", new { agency });

        Assert.Equal(["Mona Adel"], await host.List("/v1/contributors?kind=person&publication=credits", "name"));
        Assert.Equal(["Nile Wire"], await host.List("/v1/contributors?kind=agency&publication=credits", "name"));
        Assert.Equal(["Mona Adel", "Nile Wire"], await host.List("/v1/contributors?publication=credits", "name"));

        var read = await host.Get("/v1/contributors/nile-wire?publication=credits");
        Assert.Equal("agency", (string?)read["kind"]);
        Assert.Equal("News agency", (string?)read["title"]);
        Assert.Equal("Since 1956.", (string?)read["bio"]);
    }

    [Theory]
    [InlineData("kind=robot")]
    [InlineData("kind=Person")]
    [InlineData("parent=x")]
    public async Task A_bad_parameter_is_refused(string query) =>
        await host.GetProblem($"/v1/contributors?{query}", HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_rename_shows_at_once_and_changes_the_entity_tag()
    {
        var id = await host.AddContributor("Former Name");
        using var before = await host.Client.GetAsync($"/v1/contributors/{id}");
        await host.Execute("update contributors set name = 'Present Name', version = 2 where id = @id", new { id });
        using var after = await host.Client.GetAsync($"/v1/contributors/{id}");

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.StartsWith("\"2-", after.Headers.ETag!.Tag);
        Assert.Contains("Present Name", await after.Content.ReadAsStringAsync());
    }
}
