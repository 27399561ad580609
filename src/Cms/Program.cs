using Cms.Access;
using Cms.Articles;
using Cms.Commands;
using Cms.Data;
using Cms.Feeds;
using Cms.Health;
using Cms.Http;
using Cms.Http.Caching;
using Cms.Http.OpenApi;
using Cms.Http.Pipeline;
using Cms.Http.Queries;
using Cms.Http.RateLimits;
using Cms.Http.Writing;
using Cms.Ingestion;
using Cms.Search;
using Cms.Taxonomy;

namespace Cms;

/// <summary>The floor plan: services, pipeline, rooms.</summary>
public sealed class Program
{
    private Program()
    {
    }

    /// <summary>Runs a verb of the command line; without one it serves.</summary>
    public static Task<int> Main(string[] args) => CommandLine.Run(args);

    /// <summary>Builds the house: what the rooms need, what every request passes through, and the rooms' doors.</summary>
    /// <param name="configuration">Settings of the command line.</param>
    /// <param name="toServe">Whether it will be opened to readers, for whom some things can be made ready meanwhile.</param>
    internal static WebApplication Build(string[] configuration, bool toServe = false)
    {
        // The program's own folder, not the caller's: a big tree there would be watched, and appsettings.json is here.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. configuration, "--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = AppContext.BaseDirectory,
        });
        ListenAddresses.SetDefault(builder.Configuration);
        var settings = SettingsReader.Read(builder.Configuration);

        // The slim builder brings one formatter and sets it after the configuration: bring all, and let the configuration have the last word.
        builder.Logging.AddConsole();
        builder.Services.PostConfigure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.FormatterName = builder.Configuration["Logging:Console:FormatterName"] ?? options.FormatterName);
        builder.WebHost.ConfigureKestrel(Kestrel.Configure);
        builder.Services.ConfigureHttpJsonOptions(options => HttpJson.Configure(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .Configure<HostOptions>(options => options.ShutdownTimeout = Draining.ForShutdown)
            .AddSingleton<Draining>()
            .AddHostedService(services => services.GetRequiredService<Draining>())
            .AddSingleton<PublicAddress>()
            .AddSingleton<RateLimits>()
            .AddSingleton<AnswerCache>()
            .AddSingleton<Opening>()
            .AddHostedService<Serving>()
            .AddTelemetry(builder.Configuration)
            .AddData(builder.Configuration, settings)
            .AddAccess()
            .AddTaxonomy()
            .AddArticles()
            .AddIngestion()
            .AddSearch()
            .AddFeeds()
            .AddHealth()
            .AddOpenApiDocuments();

        var app = builder.Build();
        if (toServe)
        {
            _ = Task.Run(app.Services.GetRequiredService<Opening>().Prepare);
        }

        Proxies.Trust(app, settings);
        app.Use(app.Services.GetRequiredService<Draining>().Invoke);
        app.Use(RequestIdentity.Invoke);
        app.UseMiddleware<Faults>();
        app.Use(ServerTiming.Invoke);
        app.UseMiddleware<Cors>();
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.Use(limits.BeforeKeys);
        app.Use(app.Services.GetRequiredService<AnswerCache>().Invoke);
        app.Use(Methods.BeforeRouting);
        app.UseRouting();
        app.Use(Methods.AfterRouting);
        app.Use(app.Services.GetRequiredService<KeyAuthentication>().Identify);
        app.Use(limits.AfterKeys);
        app.Use(KeyAuthentication.RefuseWrongKeys);
        app.Use(ScopeRequirement.Judge);
        app.Use(Bodies.Invoke);
        app.Use(StrictQuery.Invoke);

        var rooms = app.MapGroup("");
        rooms.MapTaxonomy();
        rooms.MapArticles();
        rooms.MapIngestion();
        rooms.MapSearch();
        rooms.MapFeeds();
        rooms.MapAccess();
        rooms.MapHealth();
        rooms.MapOpenApiDocuments();
        IEndpointConventionBuilder routes = rooms;
        routes.Finally(AccessPolicies.Require);
        routes.Finally(WriteRoutes.RequireGuard);
        return app;
    }
}
