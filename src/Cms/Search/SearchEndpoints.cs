using System.Text.Json.Serialization;
using Cms.Access;
using Cms.Http;
using Cms.Http.Answers;
using Cms.Http.OpenApi;

namespace Cms.Search;

/// <summary>The door of the room.</summary>
internal static class SearchEndpoints
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        HttpJson.AddShapes(services, SearchJson.Default)
            .AddSingleton<SearchStore>()
            .AddSingleton<AnalysisStore>()
            .AddSingleton<MendingStore>()
            .AddSingleton<Mender>()
            .AddSingleton<QueryReader>()
            .AddSingleton<EmptyResultReader>()
            .AddSingleton<SearchPlanner>()
            .AddSingleton<Census>()
            .AddSingleton<StatisticsStore>()
            .AddHostedService<StatisticsRefresher>()
            .AddSingleton<SearchRebuild>()
            .AddSingleton<RelatedStore>()
            .AddSingleton<RelatedFinder>()
            .AddSingleton<ClusterStore>()
            .AddSingleton<HitFinder>()
            .AddSingleton<FacetStore>()
            .AddSingleton<FilterStore>()
            .AddSingleton<Highlighter>()
            .AddSingleton<NewestHits>()
            .AddSingleton<SuggestionStore>()
            .AddExamples(SearchExamples.All);

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        var search = routes.MapGroup("/v1").WithTags("Search").IsPublic();

        search.Get("/search", SearchArticles.Handle).WithName("searchArticles").HasFeeds();
        search.Get("/suggestions", ListSuggestions.Handle).WithName("listSuggestions");
        search.Get("/articles/{idOrSlug}/related", ListRelated.Handle).WithName("listRelatedArticles");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SearchResults))]
[JsonSerializable(typeof(SuggestionList))]
[JsonSerializable(typeof(RelatedArticles))]
internal sealed partial class SearchJson : JsonSerializerContext;
