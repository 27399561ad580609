using System.Text.Json;
using Cms.Http.Queries;

namespace Cms.Http.Inputs;

/// <summary>A type that one JSON value stands for.</summary>
/// <param name="Name">What it is called in a refusal.</param>
/// <param name="Kinds">The kinds of JSON value that may stand for it.</param>
/// <param name="IsRead">Whether this value, of the right kind, can be read as it.</param>
internal sealed record Scalar(string Name, JsonValueKind[] Kinds, Func<JsonElement, bool> IsRead);

/// <summary>The types that inputs are made of.</summary>
internal static class Scalars
{
    private static readonly Dictionary<Type, Scalar> Known = new()
    {
        [typeof(string)] = new("a string", [JsonValueKind.String], _ => true),
        [typeof(bool)] = new("true or false", [JsonValueKind.True, JsonValueKind.False], _ => true),
        [typeof(int)] = new("a whole number", [JsonValueKind.Number], value => value.TryGetInt32(out _)),
        [typeof(long)] = new("a whole number", [JsonValueKind.Number], value => value.TryGetInt64(out _)),
        [typeof(decimal)] = new("a number", [JsonValueKind.Number], value => value.TryGetDecimal(out _)),
        [typeof(Guid)] = new("a UUID", [JsonValueKind.String], value => Guid.TryParseExact(value.GetString(), "D", out _)),
        [typeof(DateOnly)] = new("a date (2020-09-28)", [JsonValueKind.String], value =>
            DateOrInstant.TryParse(value.GetString()!, out var time) && time.Date is not null),
        [typeof(DateTimeOffset)] = new("an RFC 3339 instant with its offset (2020-09-28T09:15:00Z)", [JsonValueKind.String], value =>
            DateOrInstant.TryParse(value.GetString()!, out var time) && time.Instant is not null),
    };

    /// <summary>What the type takes; null when it is no scalar.</summary>
    public static Scalar? Of(Type type) => Known.GetValueOrDefault(type);
}
