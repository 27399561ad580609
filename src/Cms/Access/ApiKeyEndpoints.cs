using System.Text.Json.Serialization;
using Cms.Http;
using Cms.Http.Pages;
using Cms.Http.Writing;

namespace Cms.Access;

/// <summary>The door of the room.</summary>
internal static class ApiKeyEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/v1/api-keys").WithTags("Keys").RequiresScope(Scopes.KeysManage).TakesWrites();

        keys.Get("/", ListApiKeys.Handle).WithName("listApiKeys");
        keys.Post("/", CreateApiKey.Handle).WithName("createApiKey");
        keys.Get("/{id:guid}", GetApiKey.Handle).WithName("getApiKey");
        keys.Delete("/{id:guid}", RevokeApiKey.Handle).WithName("revokeApiKey");
        keys.Post("/{id:guid}/rotate", RotateApiKey.Handle).WithName("rotateApiKey");
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ListOf<ApiKey>))]
[JsonSerializable(typeof(ApiKeyWithSecret))]
[JsonSerializable(typeof(ApiKeyInput))]
[JsonSerializable(typeof(RotationInput))]
internal sealed partial class AccessJson : JsonSerializerContext;
