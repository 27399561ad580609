using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Articles.Bulk;
using Cms.Articles.Revisions;
using Cms.Articles.Writing;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.OpenApi;
using Cms.Http.Pages;
using Cms.Http.Writing;
using Cms.Taxonomy;
using FluentValidation;

namespace Cms.Articles;

/// <summary>The door of the room.</summary>
internal static class ArticleEndpoints
{
    public static IServiceCollection AddArticles(this IServiceCollection services) =>
        HttpJson.AddShapes(services, ArticleJson.Default).AddSingleton<ArticleStore>()
            .AddSingleton<RevisionStore>()
            .AddSingleton<IValidator<ArticleInput>, ArticleInputValidator>()
            .AddSingleton<IValidator<AuthorInput>, AuthorInputValidator>()
            .AddSingleton<IValidator<SeoInput>, SeoInputValidator>()
            .AddExamples(ArticleExamples.All)
            .AddExamples(WritingExamples.All)
            .AddSingleton<IValidator<BulkInput>, BulkInputValidator>()
            .AddSingleton<IValidator<BulkOperationInput>, BulkOperationInputValidator>()
            .AddExamples(BulkExamples.All)
            .AddExamples(RevisionExamples.All);

    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/v1/articles").WithTags("Articles")
            .IsPublicButForViews(Scopes.ArticlesReadDrafts, ArticleView.DraftName, ArticleView.TrashName);

        articles.Get("/", ListArticles.Handle).WithName("listArticles").HasFeeds();
        articles.Get("/{idOrSlug}", GetArticle.Handle).WithName("getArticle").HasFormats();

        var revisions = routes.MapGroup("/v1/articles/{idOrSlug}/revisions").WithTags("Articles").RequiresScope(Scopes.ArticlesReadDrafts);
        revisions.Get("/", ListRevisions.Handle).WithName("listArticleRevisions");
        revisions.Get("/{number:int}", GetRevision.Handle).WithName("getArticleRevision");

        var writes = routes.MapGroup("/v1/articles").WithTags("Articles").TakesWrites();
        var edits = writes.MapGroup("").RequiresScope(Scopes.ArticlesWrite);
        edits.Post("/", CreateArticle.Handle).WithName("createArticle").TakesBodyUpTo(Limits.ArticleBytes);
        edits.Post("/bulk", WriteArticlesInBulk.Handle).WithName("writeArticlesInBulk").TakesBodyUpTo(Limits.BulkBytes).RequiresIdempotencyKey();
        edits.Put("/{idOrSlug}", PutArticle.Handle).WithName("putArticle").TakesBodyUpTo(Limits.ArticleBytes);
        edits.Patch("/{idOrSlug}", PatchArticle.Handle).WithName("patchArticle").TakesBodyUpTo(Limits.ArticleBytes);
        edits.Delete("/{idOrSlug}", DeleteArticle.Handle).WithName("deleteArticle");
        edits.Post("/{idOrSlug}/restore", RestoreArticle.Handle).WithName("restoreArticle");
        edits.Post("/{idOrSlug}/revisions/{id:guid}/accept", AcceptRevision.Handle).WithName("acceptArticleRevision");
        edits.Post("/{idOrSlug}/revisions/{id:guid}/dismiss", DismissRevision.Handle).WithName("dismissArticleRevision");

        var publications = writes.MapGroup("").RequiresScope(Scopes.ArticlesPublish);
        publications.Post("/{idOrSlug}/publish", PublishArticle.Handle).WithName("publishArticle");
        publications.Post("/{idOrSlug}/unpublish", UnpublishArticle.Handle).WithName("unpublishArticle");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleList))]
[JsonSerializable(typeof(IReadOnlyList<AuthorCredit>))]
[JsonSerializable(typeof(SectionReference))]
[JsonSerializable(typeof(IReadOnlyList<TagReference>))]
[JsonSerializable(typeof(WrittenArticle))]
[JsonSerializable(typeof(ArticleInput))]
[JsonSerializable(typeof(BulkInput))]
[JsonSerializable(typeof(BulkResults))]
[JsonSerializable(typeof(Seo))]
[JsonSerializable(typeof(ListOf<ArticleRevisionSummary>))]
[JsonSerializable(typeof(ArticleRevision))]
internal sealed partial class ArticleJson : JsonSerializerContext;
