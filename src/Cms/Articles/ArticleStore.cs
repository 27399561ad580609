using Cms.Data;
using Cms.Taxonomy;
using Dapper;
using Npgsql;

namespace Cms.Articles;

/// <summary>Reads articles: what is public over the reader's side, working copies over the newsroom's.</summary>
internal sealed class ArticleStore(Database database, NameBook names)
{
    private const string Detail = "a.body, a.masthead, a.source, a.translation_group";

    private const string InPublication = $"a.publication_id = {TaxonomyStore.Home}";

    // What readers ask for all the time, as text that is made once.
    private static readonly string PublicById = Single(ArticleView.Public, "a.id = @Id");
    private static readonly string PublicBySlug = Single(ArticleView.Public, $"a.slug = @IdOrSlug and {InPublication}");
    private static readonly string PublicBySlugAtHome = Single(
        ArticleView.Public, "a.slug = @IdOrSlug and a.publication_id = (select u.id from publications u where u.is_default)");

    /// <summary>One article with everything that belongs to it; null when the caller may not see one there.</summary>
    public async Task<ArticleRow?> Find(ArticleAddress address, ArticleView view, CancellationToken cancellationToken)
    {
        ArticleRow? row;
        await using (var connection = await Side(view).OpenConnectionAsync(cancellationToken))
        {
            row = await connection.QueryFirstOrDefaultAsync<ArticleRow>(new CommandDefinition(
                view.IsPublic ? PublicStatement(address) : WorkingStatement(address, view), address, cancellationToken: cancellationToken));
        }

        return row is not null && view.IsPublic ? (await ArticleNames.Put(names, [row], cancellationToken))[0] : row;
    }

    /// <summary>The present slug of a public article that once had this one; null when there is none.</summary>
    public async Task<string?> FindRedirect(ArticleAddress address, CancellationToken cancellationToken)
    {
        if (address.Id is not null)
        {
            return null;
        }

        await using var connection = await database.Reader.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            $"""
            select a.current_slug
            from public_redirects a
            where a.slug = @IdOrSlug
              and {InPublication}
            """,
            address,
            cancellationToken: cancellationToken));
    }

    /// <summary>Before which instant no change can appear any more; to be asked before the page is read.</summary>
    public async Task<DateTime> SettledUntil(ArticleView view, CancellationToken cancellationToken)
    {
        await using var connection = await Side(view).OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<DateTime>(
            new CommandDefinition("select settled_until()", cancellationToken: cancellationToken));
    }

    /// <summary>One page of summaries, and one row more when there is another page.</summary>
    public async Task<IReadOnlyList<ArticleRow>> List(ArticleListStatement statement, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleRow> rows;
        await using (var connection = await Side(statement.View).OpenConnectionAsync(cancellationToken))
        {
            var page = new CommandDefinition(statement.Page, statement.Parameters, cancellationToken: cancellationToken);
            rows = (await connection.QueryAsync<ArticleRow>(page)).AsList();
        }

        return statement.View.IsPublic ? await ArticleNames.Put(names, rows, cancellationToken) : rows;
    }

    /// <summary>How many articles the list holds, counted to its end or to the cap.</summary>
    public async Task<long> Count(ArticleListStatement statement, bool capped, CancellationToken cancellationToken)
    {
        await using var connection = await Side(statement.View).OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            capped ? statement.CappedCount : statement.Count, statement.Parameters, cancellationToken: cancellationToken));
    }

    private static string PublicStatement(ArticleAddress address) =>
        address.Id is not null ? PublicById : address.Publication is null ? PublicBySlugAtHome : PublicBySlug;

    // A draft's slug is a wish that others may share: only a claimed one names a working copy.
    private static string WorkingStatement(ArticleAddress address, ArticleView view) => Single(
        view,
        address.Id is not null
            ? "a.id = @Id"
            : $"a.id = (select a.article_id from slugs a where a.is_current and a.slug = @IdOrSlug and {InPublication})");

    private static string Single(ArticleView view, string where) =>
        $"""
        select {(view.IsPublic ? ArticleRow.UnnamedColumns : ArticleRow.SummaryColumns)}, {Detail}
        from {view.Relation} a
        where {where}
        """;

    private NpgsqlDataSource Side(ArticleView view) => view.IsPublic ? database.Reader : database.Newsroom;
}
