using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Access;

/// <summary>Reads one key.</summary>
internal static class GetApiKey
{
    /// <summary>Read a key</summary>
    /// <remarks>The key as it is managed; its secret is shown only when it is made or rotated.</remarks>
    /// <param name="id">The key's id.</param>
    public static async Task<Results<Answer<ApiKey>, Missing>> Handle(Guid id, ApiKeyStore keys, CancellationToken cancellationToken) =>
        await keys.Find(id, cancellationToken) is { } row
            ? new Answer<ApiKey>(new ApiKey(row), row.Version)
            : new Missing("No key has this id.");
}
