using Cms.Http;
using Cms.Http.OpenApi;
using FluentValidation;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Access;

/// <summary>What the room brings to the house.</summary>
internal static class AccessRoom
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        HttpJson.AddShapes(services, AccessJson.Default)
            .AddSingleton<KeyStore>()
            .AddSingleton<KeyRing>()
            .AddSingleton<KeyAuthentication>()
            .AddSingleton<ApiKeyStore>()
            .AddSingleton<IValidator<ApiKeyInput>, ApiKeyInputValidator>()
            .AddSingleton<IValidator<RotationInput>, RotationInputValidator>()
            .AddExamples(ApiKeyExamples.All);
        // After the comments in the code, whose description it ends with a line on access.
        services.PostConfigure<SwaggerGenOptions>(options =>
        {
            options.OperationFilter<AccessFilter>();
            options.DocumentFilter<AccessFilter>();
        });
        return services;
    }
}
