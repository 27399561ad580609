using System.Security.Claims;
using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Access;

/// <summary>Makes a key.</summary>
internal static class CreateApiKey
{
    /// <summary>Make a key</summary>
    /// <remarks>
    /// The answer shows the secret, this once: it is stored as a hash. A key can be given no scope that the key making it lacks,
    /// and no more time.
    /// A retry under the same `Idempotency-Key` gets the same key with `secret` null.
    /// </remarks>
    public static async Task<Results<Added<ApiKeyWithSecret>, NotAllowed>> Handle(
        Body<ApiKeyInput> body, ClaimsPrincipal caller, WriteTransaction write, CancellationToken cancellationToken)
    {
        if (Grants.Refuse(caller, body.Value) is { } refusal)
        {
            return refusal;
        }

        var secret = KeySecret.Generate();
        var row = await ApiKeyWriter.Create(write, secret, body.Value, cancellationToken);
        return new Added<ApiKeyWithSecret>(new ApiKeyWithSecret(row, secret), row.Version, $"/v1/api-keys/{row.Id}")
        {
            Kept = new ApiKeyWithSecret(row, secret: null),
        };
    }
}
