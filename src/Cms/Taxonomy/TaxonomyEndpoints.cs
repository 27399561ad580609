using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.OpenApi;
using Cms.Http.Pages;

namespace Cms.Taxonomy;

/// <summary>The door of the room.</summary>
internal static class TaxonomyEndpoints
{
    public static IServiceCollection AddTaxonomy(this IServiceCollection services) =>
        HttpJson.AddShapes(services, TaxonomyJson.Default)
            .AddSingleton<DefaultPublication>()
            .AddSingleton<ReferenceStore>()
            .AddSingleton<IncludedStore>()
            .AddSingleton<NameBook>()
            .AddSingleton<TaxonomyStore>()
            .AddExamples(TaxonomyExamples.All);

    public static void MapTaxonomy(this IEndpointRouteBuilder routes)
    {
        var publications = routes.MapGroup("/v1/publications").WithTags("Publications").IsPublic();
        publications.MapGet("/", ListPublications.Handle).WithName("listPublications");
        publications.MapGet("/{idOrSlug}", GetPublication.Handle).WithName("getPublication").HasFeeds(of: "publication");
        publications.MapGet("/{idOrSlug}/masthead", GetMasthead.Handle).WithName("getMasthead");

        var contributors = routes.MapGroup("/v1/contributors").WithTags("Contributors").IsPublic();
        contributors.MapGet("/", ListContributors.Handle).WithName("listContributors");
        contributors.MapGet("/{idOrSlug}", GetContributor.Handle).WithName("getContributor").HasFeeds(of: "author");

        var sections = routes.MapGroup("/v1/sections").WithTags("Sections").IsPublic();
        sections.MapGet("/", ListSections.Handle).WithName("listSections");
        sections.MapGet("/{idOrSlug}", GetSection.Handle).WithName("getSection").HasFeeds(of: "section");

        var tags = routes.MapGroup("/v1/tags").WithTags("Tags").IsPublic();
        tags.MapGet("/", ListTags.Handle).WithName("listTags");
        tags.MapGet("/{idOrSlug}", GetTag.Handle).WithName("getTag").HasFeeds(of: "tag");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ListOf<Publication>))]
[JsonSerializable(typeof(Masthead))]
[JsonSerializable(typeof(ListOf<Contributor>))]
[JsonSerializable(typeof(ListOf<Section>))]
[JsonSerializable(typeof(ListOf<Tag>))]
internal sealed partial class TaxonomyJson : JsonSerializerContext;
