using Cms.Articles;
using Cms.Taxonomy;
using Cms.Tests.Harness;

namespace Cms.Tests.Articles;

/// <summary>A page of the newsroom's list costs as much as a page, not as much as the archive.</summary>
public sealed class NewsroomListPlanTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task The_newsrooms_lists_walk_an_index_and_sort_nothing()
    {
        var publication = (await host.Query<Guid>("select id from publications where is_default")).Single();
        await host.AddMany(publication, 3000);
        await host.Execute(
            "update articles set published_at = now() - random() * interval '9 years', deleted_at = case when random() < 0.1 then now() end");
        await host.Execute("analyze articles, revisions");

        Assert.Contains("articles_newest_idx", await PlanOf("-publishedAt", ArticleView.Draft), StringComparison.Ordinal);
        Assert.Contains("articles_updated_idx", await PlanOf("-updatedAt", ArticleView.Draft), StringComparison.Ordinal);
        Assert.Contains("articles_updated_idx", await PlanOf("updatedAt", ArticleView.Draft), StringComparison.Ordinal);
        Assert.Contains("articles_deleted_idx", await PlanOf(null, ArticleView.Trash), StringComparison.Ordinal);
    }

    private async Task<string> PlanOf(string? sort, ArticleView view)
    {
        var statement = new ArticleListStatement(new ListArticlesQuery(), Filed.Nowhere, ArticleSort.Of(sort, null, view), view, withBody: false);
        statement.Continue(null, default, 20);
        var plan = string.Join('\n', await host.Query<string>($"explain {statement.Page}", statement.Parameters));
        Assert.DoesNotContain("Sort Key", plan.Split("SubPlan")[0], StringComparison.Ordinal);
        return plan;
    }
}
