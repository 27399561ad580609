using System.Text.Json.Serialization;

namespace Cms.Access;

/// <summary>A key to the API, without its secret.</summary>
internal record ApiKey
{
    public ApiKey(KeyRow row)
    {
        Id = row.Id;
        Name = row.Name;
        Prefix = row.Prefix;
        Scopes = row.Scopes;
        Version = row.Version;
        CreatedAt = row.CreatedAt;
        ExpiresAt = row.ExpiresAt;
        FormerSecretExpiresAt = row.PreviousExpiresAt;
        RevokedAt = row.RevokedAt;
    }

    /// <summary>The key's id.</summary>
    public Guid Id { get; }

    /// <summary>What it is for.</summary>
    public string Name { get; }

    /// <summary>How its secret begins, to recognise it by.</summary>
    public string Prefix { get; }

    /// <summary>What it may do; `admin` holds all scopes.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Grows by one with every change.</summary>
    public int Version { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>When it stops opening anything; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Until when the secret before the last rotation opens too; null when it was never rotated.</summary>
    public DateTimeOffset? FormerSecretExpiresAt { get; }

    /// <summary>When it was revoked; null for a key that was not.</summary>
    public DateTimeOffset? RevokedAt { get; }
}

/// <summary>A key with a new secret, which is shown this once.</summary>
internal sealed record ApiKeyWithSecret : ApiKey
{
    public ApiKeyWithSecret(KeyRow row, KeySecret? secret) : base(row) => Secret = secret?.Secret;

    /// <summary>The secret, to be sent as `Authorization: Bearer`. Null when a retry is answered again: rotate the key for another one.</summary>
    [JsonPropertyOrder(1)]
    public string? Secret { get; }
}
