using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Taxonomy;

namespace Cms.Articles;

/// <summary>The door of the room.</summary>
internal static class ArticleEndpoints
{
    public static IServiceCollection AddArticles(this IServiceCollection services) =>
        HttpJson.AddShapes(services, ArticleJson.Default).AddSingleton<ArticleStore>().AddExamples(ArticleExamples.All);

    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/v1/articles").WithTags("Articles").IsPublicButForView("draft", Scopes.ArticlesReadDrafts);

        articles.MapGet("/", ListArticles.Handle).WithName("listArticles");
        articles.MapGet("/{idOrSlug}", GetArticle.Handle).WithName("getArticle");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleList))]
[JsonSerializable(typeof(IReadOnlyList<AuthorCredit>))]
[JsonSerializable(typeof(SectionReference))]
internal sealed partial class ArticleJson : JsonSerializerContext;
