using System.Globalization;
using System.Security.Claims;
using Cms.Http.Problems;

namespace Cms.Access;

/// <summary>Nobody gives away what they do not hold: neither to a new key, nor by taking over another one's secret.</summary>
internal static class Grants
{
    /// <summary>The refusal of scopes that the caller lacks, each by its place in the body; null when there are none.</summary>
    public static NotAllowed? Refuse(ClaimsPrincipal caller, IReadOnlyList<string> scopes)
    {
        var lacking = scopes.Index().Where(scope => !caller.Holds(scope.Item)).Select(scope => new ProblemError
        {
            Pointer = $"/scopes/{scope.Index.ToString(CultureInfo.InvariantCulture)}",
            Code = ErrorCode.NotInList,
            Detail = $"The key that you send does not hold {scope.Item}.",
        });
        return lacking.ToList() is { Count: > 0 } errors ? new NotAllowed("A key cannot give scopes that it does not hold.", errors) : null;
    }
}
