using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;

namespace Cms.Http.Inputs;

/// <summary>Holds a JSON value to the shape of an input and finds everything that is wrong, where a deserializer would stop at the first.</summary>
internal sealed class InputShape(JsonSerializerOptions options)
{
    private const int MostErrors = 100;

    // The same few shapes come hundreds of times in one body.
    private static readonly ConditionalWeakTable<JsonTypeInfo, Dictionary<string, JsonPropertyInfo>> Members = [];
    private static readonly ConditionalWeakTable<JsonTypeInfo, Dictionary<string, Type>> Cases = [];

    private readonly List<ProblemError> errors = [];

    /// <summary>What breaks a rule of the shape.</summary>
    public IReadOnlyList<ProblemError> Errors => errors;

    /// <summary>Where text holds half a character; such a body cannot be read.</summary>
    public ProblemError? Unreadable { get; private set; }

    public void Check(JsonElement value, Type type, string at = "", bool isNullable = false)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(RawJson<>))
        {
            CheckText(value, at);
            return;
        }

        if (value.ValueKind is JsonValueKind.Null)
        {
            Expect(isNullable || bare != type, at, "a value, not null");
            return;
        }

        if (Scalars.Of(bare) is { } scalar)
        {
            CheckScalar(value, scalar, at);
        }
        else if (bare.IsEnum)
        {
            CheckChoice(value, [.. Enum.GetNames(bare).Select(JsonNamingPolicy.CamelCase.ConvertName)], at);
        }
        else
        {
            CheckStructure(value, options.GetTypeInfo(bare), at);
        }
    }

    private void CheckStructure(JsonElement value, JsonTypeInfo shape, string at)
    {
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when Expect(value.ValueKind is JsonValueKind.Object, at, "an object"):
                CheckMembers(value, shape, at);
                break;
            case JsonTypeInfoKind.Enumerable when Expect(value.ValueKind is JsonValueKind.Array, at, "an array"):
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Check(item, shape.ElementType!, $"{at}/{index.ToString(CultureInfo.InvariantCulture)}");
                }

                break;
            case JsonTypeInfoKind.None or JsonTypeInfoKind.Dictionary:
                throw new NotSupportedException($"{shape.Type} is no part of an input: name its members.");
        }
    }

    private void CheckMembers(JsonElement value, JsonTypeInfo shape, string at)
    {
        var discriminator = shape.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        var actual = discriminator is null ? shape : CaseOf(value, shape, discriminator, at);
        if (actual is null)
        {
            return;
        }

        var members = Members.GetValue(actual, one => one.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (NameOf(property, at) is not { } name)
            {
                continue;
            }

            var pointer = $"{at}/{Escape(name)}";
            if (!seen.Add(name))
            {
                Add(pointer, ErrorCode.Duplicate, "This member is given twice.");
            }
            else if (members.TryGetValue(name, out var member))
            {
                Check(property.Value, member.PropertyType, pointer, member.IsGetNullable);
            }
            else if (name != discriminator)
            {
                AddUnknown(name, pointer, actual, members.Keys);
            }
        }

        foreach (var missing in actual.Properties.Where(member => member.IsRequired && !seen.Contains(member.Name)))
        {
            Add($"{at}/{missing.Name}", ErrorCode.Required, $"{missing.Name} is required.");
        }
    }

    private JsonTypeInfo? CaseOf(JsonElement value, JsonTypeInfo shape, string discriminator, string at)
    {
        var cases = Cases.GetValue(
            shape, one => one.PolymorphismOptions!.DerivedTypes.ToDictionary(type => (string)type.TypeDiscriminator!, type => type.DerivedType));
        if (!value.TryGetProperty(discriminator, out var name))
        {
            Add($"{at}/{discriminator}", ErrorCode.Required, $"{discriminator} is required.");
            return null;
        }

        return CheckChoice(name, [.. cases.Keys], $"{at}/{discriminator}") is { } chosen ? options.GetTypeInfo(cases[chosen]) : null;
    }

    /// <summary>A part whose shape is not judged here must be readable all the same.</summary>
    private void CheckText(JsonElement value, string at)
    {
        try
        {
            if (value.ValueKind is JsonValueKind.String)
            {
                value.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            Unreadable ??= HalfCharacter(at);
        }

        foreach (var (index, item) in value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Index() : [])
        {
            CheckText(item, $"{at}/{index.ToString(CultureInfo.InvariantCulture)}");
        }

        foreach (var property in value.ValueKind is JsonValueKind.Object ? value.EnumerateObject().ToList() : [])
        {
            if (NameOf(property, at) is { } name)
            {
                CheckText(property.Value, $"{at}/{Escape(name)}");
            }
        }
    }

    private void CheckScalar(JsonElement value, Scalar scalar, string at)
    {
        if (!Expect(scalar.Kinds.Contains(value.ValueKind), at, scalar.Name)
            || (value.ValueKind is JsonValueKind.String && TextOf(value, at) is null))
        {
            return;
        }

        if (!scalar.IsRead(value))
        {
            var code = value.ValueKind is JsonValueKind.Number ? ErrorCode.OutOfRange : ErrorCode.Pattern;
            Add(at, code, $"Give {scalar.Name}.");
        }
    }

    private string? CheckChoice(JsonElement value, string[] choices, string at)
    {
        if (!Expect(value.ValueKind is JsonValueKind.String, at, "a string") || TextOf(value, at) is not { } text)
        {
            return null;
        }

        if (choices.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Add(at, ErrorCode.NotInList, $"Take one of {string.Join(", ", choices)}.", DidYouMean.Nearest(text, choices));
        return null;
    }

    private void AddUnknown(string name, string pointer, JsonTypeInfo shape, IEnumerable<string> members)
    {
        var answer = shape.Type.GetCustomAttribute<AnsweredAsAttribute>()?.Shape;
        if (answer is not null && options.GetTypeInfo(answer).Properties.Any(member => member.Name == name))
        {
            Add(pointer, ErrorCode.ReadOnly, $"{name} is set by the server: leave it out.");
            return;
        }

        Add(pointer, ErrorCode.Unknown, "There is no such member.", DidYouMean.Nearest(name, members));
    }

    private string? NameOf(JsonProperty property, string at)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            Unreadable ??= HalfCharacter(at);
            return null;
        }
    }

    private string? TextOf(JsonElement value, string at)
    {
        try
        {
            var text = value.GetString()!;
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return text;
            }

            Add(at, ErrorCode.Pattern, "There is a NUL character in it.");
        }
        catch (InvalidOperationException)
        {
            Unreadable ??= HalfCharacter(at);
        }

        return null;
    }

    private bool Expect(bool holds, string at, string what)
    {
        if (!holds)
        {
            Add(at, ErrorCode.Type, $"Give {what}.");
        }

        return holds;
    }

    private void Add(string at, string code, string detail, string? near = null)
    {
        if (errors.Count < MostErrors)
        {
            var meta = near is null ? null : new Dictionary<string, string> { ["didYouMean"] = near };
            errors.Add(new ProblemError { Pointer = at, Code = code, Detail = detail, Meta = meta });
        }
    }

    private static ProblemError HalfCharacter(string at) =>
        new() { Pointer = at, Code = ErrorCode.Malformed, Detail = "There is half a surrogate pair in it." };

    // A name as long as the body would make an answer longer than the body.
    private static string Escape(string name) =>
        (name.Length <= Limits.ReferenceLength ? name : name[..Limits.ReferenceLength])
        .Replace("~", "~0", StringComparison.Ordinal)
        .Replace("/", "~1", StringComparison.Ordinal);
}
