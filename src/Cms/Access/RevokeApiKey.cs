using System.Security.Claims;
using Cms.Data;
using Cms.Http.Problems;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Access;

/// <summary>Revokes a key.</summary>
internal static class RevokeApiKey
{
    /// <summary>Revoke a key</summary>
    /// <remarks>
    /// From the answer on no process lets the key in, with either secret. It stays in the list; revoking it again changes nothing. A key that holds
    /// scopes which yours lacks is not yours to revoke.
    /// </remarks>
    /// <param name="id">The key's id.</param>
    public static async Task<Results<Written<ApiKey>, Missing, NotAllowed, Clash, Stale<ApiKey>>> Handle(
        Guid id, IfMatch ifMatch, ClaimsPrincipal caller, WriteTransaction write, CancellationToken cancellationToken)
    {
        if (await ApiKeyWriter.Hold(write, id, cancellationToken) is not { } row)
        {
            return new Missing("No key has this id.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<ApiKey>(new ApiKey(row), row.Version);
        }

        // Else whoever manages keys could lock out those who give them theirs.
        if (row.Exceeds(caller))
        {
            return new NotAllowed("A key cannot revoke one that holds scopes which it lacks.");
        }

        if (row.RevokedAt is not null)
        {
            return new Written<ApiKey>(new ApiKey(row), row.Version) { ChangedNothing = true };
        }

        if (row.IsBootstrap)
        {
            // The next start would bring it back.
            return new Clash("The setting Cms:BootstrapKey gives this key: change the setting.");
        }

        var revoked = await ApiKeyWriter.Revoke(write, id, cancellationToken);
        return new Written<ApiKey>(new ApiKey(revoked), revoked.Version);
    }
}
