namespace Cms.Data;

/// <summary>What the cellar brings to the house.</summary>
internal static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration, Settings settings)
    {
        services.AddSingleton(AddressOf(configuration, settings));
        services.AddSingleton<PrivatePostgres>();
        services.AddSingleton<DatabaseState>();
        services.AddSingleton<Database>();
        services.AddSingleton<DatabaseStartup>();
        return services;
    }

    private static DatabaseAddress AddressOf(IConfiguration configuration, Settings settings) =>
        configuration.GetConnectionString("Cms") is { Length: > 0 } given
            ? new DatabaseAddress(given, configuration.GetConnectionString("CmsReader"), IsPrivate: false)
            : PrivatePostgres.AddressOf(settings);
}
