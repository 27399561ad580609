using System.Text.Json.Serialization;

namespace Cms.Http.Problems;

/// <summary>What went wrong, for programs and for people (RFC 9457). Absent members are left out.</summary>
internal sealed record Problem
{
    /// <summary>A URI that names the kind of problem; stable.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status, repeated.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time, and what to do about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>The stable, kebab-case code; `/v1/meta` lists them all.</summary>
    public required string Code { get; init; }

    /// <summary>Equals the `X-Request-Id` header; quote it when you report the problem.</summary>
    public required string TraceId { get; init; }

    /// <summary>One entry for each thing that is wrong with the request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>The state of each check, on a readiness problem only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Checks { get; init; }
}

/// <summary>One thing that is wrong, and where.</summary>
internal sealed record ProblemError
{
    /// <summary>JSON Pointer into the request body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>The name of the query parameter, path parameter or header.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>The stable, kebab-case code of this error.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence for the author of the request.</summary>
    public required string Detail { get; init; }

    /// <summary>Facts that a program can use, such as `didYouMean` or the limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Meta { get; init; }
}
