namespace Cms.EmbeddedPostgres.Servers;

/// <summary>What comes back when the socket is knocked at.</summary>
internal abstract record ServerAnswer
{
    /// <summary>It serves, with settings of this hash.</summary>
    public sealed record Ready(string SettingsHash, string Version) : ServerAnswer;

    /// <summary>It is starting, stopping or full.</summary>
    public sealed record NotYet(string Why) : ServerAnswer;

    /// <summary>It serves others, but not us.</summary>
    public sealed record Refusal(string Why) : ServerAnswer;

    /// <summary>Nobody is there.</summary>
    public sealed record Silence : ServerAnswer;
}
