using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Http.Writing;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Access;

/// <summary>How a key is rotated.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RotationInput
{
    public const int OverlapHoursDefault = 24;
    public const int OverlapHoursMax = 30 * 24;

    /// <summary>For how many hours the present secret still opens; 0 closes it at once.</summary>
    [DefaultValue(OverlapHoursDefault)]
    public int? OverlapHours { get; init; }
}

/// <summary>The rules for a rotation.</summary>
internal sealed class RotationInputValidator : AbstractValidator<RotationInput>
{
    public RotationInputValidator() =>
        RuleFor(rotation => rotation.OverlapHours).InclusiveBetween(0, RotationInput.OverlapHoursMax).WithMessage("Choose {From} to {To} hours.");
}

/// <summary>Gives a key another secret.</summary>
internal static class RotateApiKey
{
    /// <summary>Rotate a key</summary>
    /// <remarks>
    /// Gives the key another secret and shows it, this once. The present secret opens for `overlapHours` more, so that clients can change over;
    /// a secret that was in its overlap already is closed. An empty body takes the default.
    /// </remarks>
    /// <param name="id">The key's id.</param>
    public static async Task<Results<Written<ApiKeyWithSecret>, Missing, NotAllowed, Clash, Stale<ApiKey>>> Handle(
        Guid id,
        IfMatch ifMatch,
        [OptionalBody] Body<RotationInput> body,
        ClaimsPrincipal caller,
        WriteTransaction write,
        CancellationToken cancellationToken)
    {
        if (await ApiKeyWriter.Hold(write, id, cancellationToken) is not { } row)
        {
            return new Missing("No key has this id.");
        }

        if (!ifMatch.Matches(row.Version))
        {
            return new Stale<ApiKey>(new ApiKey(row), row.Version);
        }

        // Who rotates a key gets its scopes.
        if (row.Exceeds(caller))
        {
            return new NotAllowed("A key cannot rotate one that holds scopes which it lacks.");
        }

        if (row.RevokedAt is not null || row.IsBootstrap)
        {
            return new Clash(row.IsBootstrap
                ? "The setting Cms:BootstrapKey gives this key: change the setting."
                : "A revoked key stays revoked: make another one.");
        }

        var secret = KeySecret.Generate();
        var rotated = await ApiKeyWriter.Rotate(write, id, secret, body.Value.OverlapHours ?? RotationInput.OverlapHoursDefault, cancellationToken);
        return new Written<ApiKeyWithSecret>(new ApiKeyWithSecret(rotated, secret), rotated.Version)
        {
            Kept = new ApiKeyWithSecret(rotated, secret: null),
        };
    }
}
