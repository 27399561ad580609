using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;

namespace Cms.Access;

/// <summary>What the OpenAPI document shows of the room: the key of an editors' tool.</summary>
internal static class ApiKeyExamples
{
    private static readonly KeyRow Desk = new()
    {
        Id = new Guid("0199a3c2-6d10-7c4e-9b28-5a7f3e0d1c92"),
        Name = "Desk",
        Prefix = "cms_3kQxTz",
        Scopes = [Scopes.ArticlesReadDrafts, Scopes.ArticlesWrite],
        CreatedAt = new DateTime(2025, 10, 2, 8, 0, 0, DateTimeKind.Utc),
        ExpiresAt = new DateTime(2099, 12, 31, 0, 0, 0, DateTimeKind.Utc),
    };

    /// <summary>Every example of the room.</summary>
    public static readonly Example[] All =
    [
        new(typeof(ApiKeyInput), "apiKeyInput", "A key for an editors' tool", new ApiKeyInput
        {
            Name = "Desk",
            Scopes = Desk.Scopes,
            ExpiresAt = new DateTimeOffset(2099, 12, 31, 0, 0, 0, TimeSpan.Zero),
        }),
        new(typeof(RotationInput), "rotationInput", "A day to change over", new RotationInput { OverlapHours = RotationInput.OverlapHoursDefault }),
        new(typeof(ApiKey), "apiKey", "A key", new ApiKey(Desk)),
        new(typeof(ApiKeyWithSecret), "apiKeyWithSecret", "A key with its new secret", new ApiKeyWithSecret(Desk, new KeySecret("cms_3kQxTz…"))),
        new(typeof(ListOf<ApiKey>), "apiKeyList", "The last page of a list", new ListOf<ApiKey>
        {
            Data = [new ApiKey(Desk)],
            Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = null },
        }),
    ];
}
