using Cms.Content.Text;

namespace Cms.Content.Sources.StatedFacts;

/// <summary>A value that a document states about itself, in front matter or in JSON-LD: a text, a list, or members by name.</summary>
internal sealed record StatedValue
{
    public static readonly IReadOnlyDictionary<string, StatedValue> NoMembers = new Dictionary<string, StatedValue>();

    public required int Line { get; init; }

    /// <summary>The scalar's text; null for lists and members.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<StatedValue> Items { get; init; } = [];

    /// <summary>The members by their folded names.</summary>
    public IReadOnlyDictionary<string, StatedValue> Members { get; init; } = NoMembers;

    /// <summary>The form in which `published_at`, `published-at` and `publishedAt` are one name.</summary>
    public static string Fold(string name) => string.Concat(name.Where(letter => letter is not ('_' or '-' or ' '))).ToLowerInvariant();

    /// <summary>The first of the named members that says anything.</summary>
    public StatedValue? Find(params ReadOnlySpan<string> foldedNames)
    {
        foreach (var name in foldedNames)
        {
            if (Members.GetValueOrDefault(name) is { IsEmpty: false } member) return member;
        }
        return null;
    }

    /// <summary>The text in its stored form: the scalar's, the first item's, or that which names the thing; null where there is none.</summary>
    public string? Stored =>
        Stated(this) is { } text && Normalization.ForStoring(SourceText.WithoutControls(text)) is { Length: > 0 } stored ? stored : null;

    public bool IsEmpty => Stored is null && Items.Count == 0 && Members.Count == 0;

    /// <summary>The items of a list, or the value itself.</summary>
    public IReadOnlyList<StatedValue> Each => Items.Count > 0 ? Items : [this];

    private static string? Stated(StatedValue value) => value switch
    {
        { Text: { } text } => text,
        { Items: [{ Items.Count: 0 } first, ..] } => Stated(first),
        _ => (value.Members.GetValueOrDefault("@value") ?? value.Members.GetValueOrDefault("name"))?.Text,
    };
}
