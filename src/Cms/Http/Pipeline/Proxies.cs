using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Cms.Http.Pipeline;

/// <summary>Believes `X-Forwarded-For` and `X-Forwarded-Proto` of the configured proxies, and of nobody else.</summary>
internal static class Proxies
{
    public static void Trust(IApplicationBuilder app, Settings settings)
    {
        var proxies = Settings.Split(settings.TrustedProxies);
        if (proxies.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(options);
    }
}
