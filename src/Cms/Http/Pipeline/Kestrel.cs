using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cms.Http.Pipeline;

/// <summary>The web server's own limits, below which nothing of ours runs.</summary>
internal static class Kestrel
{
    public static void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = Limits.SourceDocumentBytes;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
