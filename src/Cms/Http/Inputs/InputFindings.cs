using System.Globalization;
using System.Text;
using System.Text.Json;
using Cms.Http.Problems;

namespace Cms.Http.Inputs;

/// <summary>What is wrong with a JSON value, found on a walk through it.</summary>
internal sealed class InputFindings
{
    private const int MostErrors = 100;

    private readonly List<ProblemError> errors = [];

    // The way from the root to the value that is looked at; it becomes a pointer only where something is wrong.
    private readonly Stack<(string? Name, int Index)> way = [];

    /// <summary>What breaks a rule.</summary>
    public IReadOnlyList<ProblemError> Errors => errors;

    /// <summary>Whether more is wrong than is told.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Where text holds half a character; such a body cannot be read.</summary>
    public ProblemError? Unreadable { get; private set; }

    /// <summary>Looks at a member from now on.</summary>
    public void Enter(string name) => way.Push((name, 0));

    /// <summary>Looks at an item from now on.</summary>
    public void Enter(int index) => way.Push((null, index));

    /// <summary>Looks at what holds it again.</summary>
    public void Leave() => way.Pop();

    /// <summary>Something is wrong where we are.</summary>
    public void Add(string code, string detail, string? near = null)
    {
        if (errors.Count == MostErrors)
        {
            HasMore = true;
            return;
        }

        var meta = near is null ? null : new Dictionary<string, string> { ["didYouMean"] = near };
        errors.Add(new ProblemError { Pointer = Pointer(), Code = code, Detail = detail, Meta = meta });
    }

    /// <summary>A member is given twice.</summary>
    public void AddDuplicate() => Add(ErrorCode.Duplicate, "This member is given twice.");

    /// <summary>A member is lacking.</summary>
    public void AddMissing(string name)
    {
        Enter(name);
        Add(ErrorCode.Required, $"{name} is required.");
        Leave();
    }

    /// <summary>Records the wrong type unless it is the right one.</summary>
    public bool Expect(bool holds, string what)
    {
        if (!holds)
        {
            Add(ErrorCode.Type, $"Give {what}.");
        }

        return holds;
    }

    /// <summary>A string's text; null, and the whole unreadable, where there is half a character in it.</summary>
    public string? Read(JsonElement text) => Read(() => text.GetString());

    /// <summary>A member's name, likewise.</summary>
    public string? NameOf(JsonProperty property) => Read(() => property.Name);

    private string? Read(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            Unreadable ??= new() { Pointer = Pointer(), Code = ErrorCode.Malformed, Detail = "There is half a surrogate pair in it." };
            return null;
        }
    }

    private string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var (name, index) in way.Reverse())
        {
            pointer.Append('/').Append(name is null ? index.ToString(CultureInfo.InvariantCulture) : Escape(name));
        }

        return pointer.ToString();
    }

    // A name as long as the body would make an answer longer than the body.
    private static string Escape(string name) =>
        (name.Length <= Limits.ReferenceLength ? name : name[..Limits.ReferenceLength])
        .Replace("~", "~0", StringComparison.Ordinal)
        .Replace("/", "~1", StringComparison.Ordinal);
}
