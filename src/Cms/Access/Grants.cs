using System.Globalization;
using System.Security.Claims;
using Cms.Http.Problems;

namespace Cms.Access;

/// <summary>
/// Nobody gives away what they do not hold, neither scopes nor time: not to a new key, nor by taking over another one's secret. Nobody ends a key
/// that may do more than theirs.
/// </summary>
internal static class Grants
{
    /// <summary>Whether a key may do what the caller may not.</summary>
    public static bool Exceeds(this KeyRow key, ClaimsPrincipal caller) => key.Scopes.Any(scope => !caller.Holds(scope));

    /// <summary>The refusal of a key that would hold scopes that the caller lacks, or outlive the caller; null of one that may be made.</summary>
    public static NotAllowed? Refuse(ClaimsPrincipal caller, ApiKeyInput key)
    {
        if (caller.EndsAt() is { } end && (key.ExpiresAt is null || key.ExpiresAt > end))
        {
            return new NotAllowed("A key cannot make one that outlives it.", [new ProblemError
            {
                Pointer = "/expiresAt",
                Code = ErrorCode.OutOfRange,
                Detail = "The key that you send ends before.",
                Meta = new Dictionary<string, string> { ["max"] = end.ToString("O", CultureInfo.InvariantCulture) },
            }]);
        }

        var lacking = key.Scopes.Index().Where(scope => !caller.Holds(scope.Item)).Select(scope => new ProblemError
        {
            Pointer = $"/scopes/{scope.Index.ToString(CultureInfo.InvariantCulture)}",
            Code = ErrorCode.NotInList,
            Detail = $"The key that you send does not hold {scope.Item}.",
        });
        return lacking.ToList() is { Count: > 0 } errors ? new NotAllowed("A key cannot give scopes that it does not hold.", errors) : null;
    }
}
