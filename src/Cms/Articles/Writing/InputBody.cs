using Cms.Content.Bodies;
using Cms.Http.Problems;

namespace Cms.Articles.Writing;

/// <summary>Reads the body of an input, in whichever of its three forms it came, into blocks that keep the ids they had.</summary>
internal sealed record InputBody
{
    private const int MostErrors = 100;

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>What had no place in blocks.</summary>
    public IReadOnlyList<DroppedPart> Dropped { get; init; } = [];

    /// <summary>What breaks a rule.</summary>
    public required IReadOnlyList<ProblemError> Errors { get; init; }

    /// <param name="input">The story as it was sent.</param>
    /// <param name="before">The blocks that it had; none for a new story.</param>
    public static InputBody Read(ArticleInput input, IReadOnlyList<Block> before)
    {
        if (input.BodyHtml is { } html)
        {
            return OfText(HtmlBody.Read(html), "/bodyHtml", before);
        }

        if (input.BodyMarkdown is { } markdown)
        {
            return OfText(MarkdownBody.Read(markdown), "/bodyMarkdown", before);
        }

        IReadOnlyList<Block> blocks = [.. (input.Body ?? []).Select(block => block.ToBlock())];
        var errors = Check(blocks, pointer => $"/body{pointer}");
        return new InputBody
        {
            Blocks = errors.Count > 0
                ? []
                : BlockIds.Keep(before, BodyRules.Normalise(blocks), blocks.Select(block => block.Id).Where(id => id.Length > 0).ToHashSet()),
            Errors = errors,
        };
    }

    // A text has no places that a pointer could name.
    private static InputBody OfText(ParsedBody parsed, string pointer, IReadOnlyList<Block> before)
    {
        var errors = Check(parsed.Blocks, _ => pointer);
        return new InputBody
        {
            Blocks = errors.Count > 0 ? [] : BlockIds.Keep(before, BodyRules.Normalise(parsed.Blocks), parsed.GivenIds),
            Dropped = parsed.Dropped,
            Errors = errors,
        };
    }

    private static IReadOnlyList<ProblemError> Check(IReadOnlyList<Block> blocks, Func<string, string> pointerOf) =>
    [
        .. BodyRules.Check(blocks)
            .Take(MostErrors)
            .Select(fault => new ProblemError { Pointer = pointerOf(fault.Pointer), Code = fault.Code, Detail = fault.Detail }),
    ];
}
