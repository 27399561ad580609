using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.OpenApi;
using Cms.Http.Pages;
using Cms.Http.Writing;
using Cms.Taxonomy.Mastheads;
using Cms.Taxonomy.Writing;
using FluentValidation;

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
            .AddSingleton<FilingBook>()
            .AddSingleton<TaxonomyStore>()
            .AddSingleton<MastheadEntryStore>()
            .AddSingleton<IValidator<PublicationInput>, PublicationInputValidator>()
            .AddSingleton<IValidator<MastheadEntryInput>, MastheadEntryInputValidator>()
            .AddSingleton<IValidator<ContributorInput>, ContributorInputValidator>()
            .AddSingleton<IValidator<SectionInput>, SectionInputValidator>()
            .AddSingleton<IValidator<TagInput>, TagInputValidator>()
            .AddSingleton<IValidator<MergeInput>, MergeInputValidator>()
            .AddExamples(TaxonomyExamples.All)
            .AddExamples(TaxonomyWritingExamples.All);

    public static void MapTaxonomy(this IEndpointRouteBuilder routes)
    {
        var publications = routes.MapGroup("/v1/publications").WithTags("Publications").IsPublic();
        publications.Get("/", ListPublications.Handle).WithName("listPublications");
        publications.Get("/{idOrSlug}", GetPublication.Handle).WithName("getPublication").HasFeeds(of: "publication");
        publications.Get("/{idOrSlug}/masthead", GetMasthead.Handle).WithName("getMasthead");
        publications.Get("/{idOrSlug}/masthead/entries", ListMastheadEntries.Handle).WithName("listMastheadEntries");
        publications.Get("/{idOrSlug}/masthead/{id:guid}", GetMastheadEntry.Handle).WithName("getMastheadEntry");

        var contributors = routes.MapGroup("/v1/contributors").WithTags("Contributors").IsPublic();
        contributors.Get("/", ListContributors.Handle).WithName("listContributors");
        contributors.Get("/{idOrSlug}", GetContributor.Handle).WithName("getContributor").HasFeeds(of: "author");

        var sections = routes.MapGroup("/v1/sections").WithTags("Sections").IsPublic();
        sections.Get("/", ListSections.Handle).WithName("listSections");
        sections.Get("/{idOrSlug}", GetSection.Handle).WithName("getSection").HasFeeds(of: "section");

        var tags = routes.MapGroup("/v1/tags").WithTags("Tags").IsPublic();
        tags.Get("/", ListTags.Handle).WithName("listTags");
        tags.Get("/{idOrSlug}", GetTag.Handle).WithName("getTag").HasFeeds(of: "tag");

        MapTaxonomyWrites(routes.MapGroup("/v1").RequiresScope(Scopes.TaxonomyWrite).TakesWrites());
    }

    private static void MapTaxonomyWrites(RouteGroupBuilder writes)
    {
        var publications = writes.MapGroup("/publications").WithTags("Publications");
        publications.Post("/", CreatePublication.Handle).WithName("createPublication");
        publications.Put("/{idOrSlug}", PutPublication.Handle).WithName("putPublication");
        publications.Patch("/{idOrSlug}", PatchPublication.Handle).WithName("patchPublication");
        publications.Delete("/{idOrSlug}", DeletePublication.Handle).WithName("deletePublication").RunsLong();
        publications.Post("/{idOrSlug}/masthead", CreateMastheadEntry.Handle).WithName("createMastheadEntry");
        publications.Put("/{idOrSlug}/masthead/{id:guid}", PutMastheadEntry.Handle).WithName("putMastheadEntry");
        publications.Patch("/{idOrSlug}/masthead/{id:guid}", PatchMastheadEntry.Handle).WithName("patchMastheadEntry");
        publications.Delete("/{idOrSlug}/masthead/{id:guid}", DeleteMastheadEntry.Handle).WithName("deleteMastheadEntry");

        var contributors = writes.MapGroup("/contributors").WithTags("Contributors");
        contributors.Post("/", CreateContributor.Handle).WithName("createContributor");
        contributors.Put("/{idOrSlug}", PutContributor.Handle).WithName("putContributor");
        contributors.Patch("/{idOrSlug}", PatchContributor.Handle).WithName("patchContributor");
        contributors.Delete("/{idOrSlug}", DeleteContributor.Handle).WithName("deleteContributor").RunsLong();
        contributors.Post("/{idOrSlug}/merge", MergeContributor.Handle).WithName("mergeContributor").RunsLong();

        var sections = writes.MapGroup("/sections").WithTags("Sections");
        sections.Post("/", CreateSection.Handle).WithName("createSection");
        sections.Put("/{idOrSlug}", PutSection.Handle).WithName("putSection");
        sections.Patch("/{idOrSlug}", PatchSection.Handle).WithName("patchSection");
        sections.Delete("/{idOrSlug}", DeleteSection.Handle).WithName("deleteSection").RunsLong();

        var tags = writes.MapGroup("/tags").WithTags("Tags");
        tags.Post("/", CreateTag.Handle).WithName("createTag");
        tags.Put("/{idOrSlug}", PutTag.Handle).WithName("putTag");
        tags.Patch("/{idOrSlug}", PatchTag.Handle).WithName("patchTag");
        tags.Delete("/{idOrSlug}", DeleteTag.Handle).WithName("deleteTag").RunsLong();
        tags.Post("/{idOrSlug}/merge", MergeTag.Handle).WithName("mergeTag").RunsLong();
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ListOf<Publication>))]
[JsonSerializable(typeof(Masthead))]
[JsonSerializable(typeof(ListOf<EnteredTerm>))]
[JsonSerializable(typeof(ListOf<Contributor>))]
[JsonSerializable(typeof(ListOf<Section>))]
[JsonSerializable(typeof(ListOf<Tag>))]
[JsonSerializable(typeof(SectionReference))]
[JsonSerializable(typeof(PublicationInput))]
[JsonSerializable(typeof(MastheadEntryInput))]
[JsonSerializable(typeof(ContributorInput))]
[JsonSerializable(typeof(SectionInput))]
[JsonSerializable(typeof(TagInput))]
[JsonSerializable(typeof(MergeInput))]
internal sealed partial class TaxonomyJson : JsonSerializerContext;
