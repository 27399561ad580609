using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Cms.Access;

/// <summary>What the room brings to the house.</summary>
internal static class AccessRoom
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<KeyStore>();
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddAuthentication(KeyAuthentication.Scheme).AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Scheme, null);
        services.AddAuthorization();
        return services;
    }
}
