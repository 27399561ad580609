using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cms.Http.Answers;
using Cms.Http.Problems;
using Cms.Http.Queries;

namespace Cms.Http.Inputs;

/// <summary>Holds a JSON value to the shape of an input and finds everything that is wrong, where a deserializer would stop at the first.</summary>
internal sealed class InputShape(JsonSerializerOptions options)
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, Dictionary<string, Type>> Cases = [];

    private readonly InputFindings found = new();

    /// <summary>What breaks a rule of the shape.</summary>
    public IReadOnlyList<ProblemError> Errors => found.Errors;

    /// <summary>Where text holds half a character; such a body cannot be read.</summary>
    public ProblemError? Unreadable => found.Unreadable;

    /// <summary>Whether more breaks a rule than is told.</summary>
    public bool HasMore => found.HasMore;

    public void Check(JsonElement value, Type type, bool isNullable = false)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(RawJson<>))
        {
            CheckText(value);
        }
        else if (value.ValueKind is JsonValueKind.Null)
        {
            found.Expect(isNullable || bare != type, "a value, not null");
        }
        else if (Scalars.Of(bare) is { } scalar)
        {
            CheckScalar(value, scalar);
        }
        else if (bare.IsEnum)
        {
            CheckChoice(value, [.. Enum.GetNames(bare).Select(JsonNamingPolicy.CamelCase.ConvertName)]);
        }
        else
        {
            CheckStructure(value, options.GetTypeInfo(bare));
        }
    }

    private void CheckStructure(JsonElement value, JsonTypeInfo shape)
    {
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when found.Expect(value.ValueKind is JsonValueKind.Object, "an object"):
                CheckMembers(value, shape);
                break;
            case JsonTypeInfoKind.Enumerable when found.Expect(value.ValueKind is JsonValueKind.Array, "an array"):
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    found.Enter(index++);
                    Check(item, shape.ElementType!);
                    found.Leave();
                }

                break;
            case JsonTypeInfoKind.None or JsonTypeInfoKind.Dictionary:
                throw new NotSupportedException($"{shape.Type} is no part of an input: name its members.");
        }
    }

    private void CheckMembers(JsonElement value, JsonTypeInfo shape)
    {
        var discriminator = shape.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        var actual = discriminator is null ? shape : CaseOf(value, shape, discriminator);
        if (actual is null)
        {
            return;
        }

        var members = InputMembers.Of(actual);
        var (seen, next) = (0UL, 0);
        HashSet<string>? others = null;
        foreach (var property in value.EnumerateObject())
        {
            var place = members.Find(property, next);
            if (place < 0)
            {
                // A stranger, or a member whose name is escaped.
                if (found.NameOf(property) is not { } name)
                {
                    continue;
                }

                place = members.Find(name);
                if (place < 0)
                {
                    CheckStranger(name, actual, members, isNew: (others ??= []).Add(name), isDiscriminator: name == discriminator);
                    continue;
                }
            }

            next = place + 1;
            var member = members.All[place];
            found.Enter(member.Name);
            if ((seen & (1UL << place)) != 0)
            {
                found.AddDuplicate();
            }
            else
            {
                seen |= 1UL << place;
                Check(property.Value, member.PropertyType, member.IsGetNullable);
            }

            found.Leave();
        }

        for (var place = 0; place < members.All.Count; place++)
        {
            if (members.All[place].IsRequired && (seen & (1UL << place)) == 0)
            {
                found.AddMissing(members.All[place].Name);
            }
        }
    }

    private void CheckStranger(string name, JsonTypeInfo shape, InputMembers members, bool isNew, bool isDiscriminator)
    {
        found.Enter(name);
        if (!isNew)
        {
            found.AddDuplicate();
        }
        else if (!isDiscriminator)
        {
            AddUnknown(name, shape, members.All.Select(member => member.Name));
        }

        found.Leave();
    }

    private JsonTypeInfo? CaseOf(JsonElement value, JsonTypeInfo shape, string discriminator)
    {
        var cases = Cases.GetValue(
            shape, one => one.PolymorphismOptions!.DerivedTypes.ToDictionary(type => (string)type.TypeDiscriminator!, type => type.DerivedType));
        if (!value.TryGetProperty(discriminator, out var name))
        {
            found.AddMissing(discriminator);
            return null;
        }

        found.Enter(discriminator);
        var chosen = CheckChoice(name, cases.Keys);
        found.Leave();
        return chosen is null ? null : options.GetTypeInfo(cases[chosen]);
    }

    /// <summary>A part whose shape is not judged here must be readable all the same.</summary>
    private void CheckText(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when IsEscaped(value):
                found.Read(value);
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    found.Enter(index);
                    CheckText(item);
                    found.Leave();
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (found.NameOf(property) is { } name)
                    {
                        found.Enter(name);
                        CheckText(property.Value);
                        found.Leave();
                    }
                }

                break;
        }
    }

    private void CheckScalar(JsonElement value, Scalar scalar)
    {
        if (!found.Expect(scalar.Kinds.Contains(value.ValueKind), scalar.Name)
            || (value.ValueKind is JsonValueKind.String && IsEscaped(value) && TextOf(value) is null))
        {
            return;
        }

        if (!scalar.IsRead(value))
        {
            found.Add(value.ValueKind is JsonValueKind.Number ? ErrorCode.OutOfRange : ErrorCode.Pattern, $"Give {scalar.Name}.");
        }
    }

    private string? CheckChoice(JsonElement value, IReadOnlyCollection<string> choices)
    {
        if (!found.Expect(value.ValueKind is JsonValueKind.String, "a string") || TextOf(value) is not { } text)
        {
            return null;
        }

        if (choices.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        found.Add(ErrorCode.NotInList, $"Take one of {string.Join(", ", choices)}.", DidYouMean.Nearest(text, choices));
        return null;
    }

    private void AddUnknown(string name, JsonTypeInfo shape, IEnumerable<string> members)
    {
        var answer = shape.Type.GetCustomAttribute<AnsweredAsAttribute>()?.Shape;
        if (answer is not null && options.GetTypeInfo(answer).Properties.Any(member => member.Name == name))
        {
            found.Add(ErrorCode.ReadOnly, $"{name} is set by the server: leave it out.");
            return;
        }

        found.Add(ErrorCode.Unknown, "There is no such member.", DidYouMean.Nearest(name, members));
    }

    // What is not escaped has neither: JSON lets no control character stand as it is, and UTF-8 no half of a pair.
    private static bool IsEscaped(JsonElement text) => JsonMarshal.GetRawUtf8Value(text).Contains((byte)'\\');

    private string? TextOf(JsonElement value)
    {
        if (found.Read(value) is not { } text)
        {
            return null;
        }

        if (!text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        found.Add(ErrorCode.Pattern, "There is a NUL character in it.");
        return null;
    }
}
