namespace Cms.Taxonomy;

/// <summary>The door of the room.</summary>
internal static class TaxonomyEndpoints
{
    public static IServiceCollection AddTaxonomy(this IServiceCollection services) =>
        services.AddSingleton<DefaultPublication>().AddSingleton<ReferenceStore>();
}
