using Cms.Content.Syndication;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cms;

/// <summary>
/// The address at which the outside reaches this installation: the setting `Cms:PublicUrl`, else the address that it listens on. Never what a
/// request calls itself, because a forged `Host` would stay in shared caches.
/// </summary>
internal sealed class PublicAddress(Settings settings, IServer server)
{
    /// <summary>The address in ASCII, without a slash at its end.</summary>
    public string Root => WebAddress.Ascii(settings.PublicUrl)?.TrimEnd('/')
        ?? ListenAddresses.Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault())
        ?? ListenAddresses.Default;
}
