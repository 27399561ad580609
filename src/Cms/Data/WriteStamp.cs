namespace Cms.Data;

/// <summary>Who writes and on whose request; every audit row carries it.</summary>
/// <param name="Caller">The key's id, or the part of the program that acts by itself.</param>
/// <param name="RequestId">The id of the request; null outside requests.</param>
internal sealed record WriteStamp(string Caller, string? RequestId)
{
    /// <summary>The command line.</summary>
    public static readonly WriteStamp Command = new("command", null);

    /// <summary>A run over a folder of source documents.</summary>
    public static readonly WriteStamp Ingestion = new("ingestion", null);
}
