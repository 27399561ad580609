namespace Cms.Benchmarks.Servers;

/// <summary>The limit of the web server itself: the same routes, the same bytes, the same headers, and nothing behind them.</summary>
internal static class BareServer
{
    public static WebApplication Build(string folder)
    {
        var app = Minimal();
        var story = RecordedAnswer.Read(folder, "story");
        var list = RecordedAnswer.Read(folder, "list");
        app.MapGet("/v1/articles/{slug}", story.Write);
        app.MapGet("/v1/articles", list.Write);
        return app;
    }

    /// <summary>Kestrel with routing and nothing else.</summary>
    public static WebApplication Minimal()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        return builder.Build();
    }
}
