namespace Cms.Data;

/// <summary>What the cellar brings to the house.</summary>
internal static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration, Settings settings)
    {
        services.AddSingleton(AddressOf(configuration, settings));
        services.AddSingleton<PrivatePostgres>();
        services.AddSingleton<DatabaseState>();
        // Made after PostgreSQL's keeper and so disposed of before it: PostgreSQL stops last.
        services.AddSingleton(provider =>
        {
            provider.GetRequiredService<PrivatePostgres>();
            return ActivatorUtilities.CreateInstance<Database>(provider);
        });
        services.AddSingleton<DatabaseStartup>();
        services.AddHostedService<PoolWatch>();
        services.AddHostedService<Watching.Watching>();
        services.AddScoped<WriteTransaction>();
        return services;
    }

    private static DatabaseAddress AddressOf(IConfiguration configuration, Settings settings) =>
        configuration.GetConnectionString("Cms") is { Length: > 0 } given
            ? new DatabaseAddress(given, configuration.GetConnectionString("CmsReader") is { Length: > 0 } reader ? reader : null, IsPrivate: false)
            : PrivatePostgres.AddressOf(settings);
}
