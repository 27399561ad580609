namespace Cms.Access;

/// <summary>A key as stored, without its hashes.</summary>
internal sealed record KeyRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Prefix { get; init; }
    public required string[] Scopes { get; init; }
    public int Version { get; init; } = 1;
    public bool IsBootstrap { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public DateTime? PreviousExpiresAt { get; init; }
    public DateTime? RevokedAt { get; init; }
}
