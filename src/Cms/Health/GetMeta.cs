using Cms.Http.Answers;
using Cms.Http.Problems;

namespace Cms.Health;

/// <summary>What this installation is and where its limits are.</summary>
internal sealed record Meta
{
    /// <summary>The program's name.</summary>
    public required string Name { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>Every limit by name, in the unit that the name says.</summary>
    public required IReadOnlyDictionary<string, int> Limits { get; init; }

    /// <summary>Every code that a problem can have.</summary>
    public required IReadOnlyList<ProblemCode> Problems { get; init; }

    /// <summary>Every code that a single error of a problem, in `errors`, can have.</summary>
    public required IReadOnlyList<MemberErrorCode> Errors { get; init; }

    /// <summary>Languages whose words search reduces to stems; others are matched as written.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
}

/// <summary>A kind of problem.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">What it means.</param>
internal sealed record ProblemCode(string Code, int Status, string Title);

/// <summary>What can be wrong with one member or parameter.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Title">What it means.</param>
internal sealed record MemberErrorCode(string Code, string Title);

/// <summary>Tells what this installation is.</summary>
internal static class GetMeta
{
    public static readonly Meta Answered = new()
    {
        Name = "Cms",
        Version = typeof(GetMeta).Assembly.GetName().Version!.ToString(3),
        Limits = Http.Limits.Published,
        Problems = [.. ProblemKind.All.Select(kind => new ProblemCode(kind.Code, kind.Status, kind.Title))],
        Errors = [.. ErrorCode.All.Select(error => new MemberErrorCode(error.Key, error.Value)).OrderBy(error => error.Code, StringComparer.Ordinal)],
        Languages = ["ar", "da", "de", "el", "en", "es", "fi", "fr", "hu", "id", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"],
    };

    /// <summary>Read version, limits and problem codes</summary>
    /// <remarks>Everything here is fixed for a version of the program.</remarks>
    public static Answer<Meta> Handle() => new(Answered);
}
