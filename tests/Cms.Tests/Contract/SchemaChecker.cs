using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cms.Tests.Contract;

/// <summary>
/// Checks JSON against a schema of an OpenAPI 3.1 document (JSON Schema 2020-12, the part of it that the document uses; a keyword that it does
/// not know fails). Stricter than the schema in one thing: a member that the schema does not name is an error, because it is undocumented.
/// </summary>
public sealed class SchemaChecker(JsonNode document)
{
    private static readonly HashSet<string> Annotations = ["description", "default", "discriminator", "example", "title"];

    public IReadOnlyList<string> Check(JsonNode? value, JsonNode schema, string at = "")
    {
        var named = schema["properties"] is not null || schema["additionalProperties"] is not null;
        return
        [
            .. schema.AsObject().SelectMany(keyword => Check(value, schema, keyword.Key, keyword.Value!, at)),
            .. value is JsonObject members && named
                ? members.Where(member => schema["properties"]?[member.Key] is null && schema["additionalProperties"] is not JsonObject)
                    .Select(member => $"{at}/{member.Key}: not in the schema")
                : [],
        ];
    }

    private IEnumerable<string> Check(JsonNode? value, JsonNode schema, string keyword, JsonNode rule, string at) => keyword switch
    {
        _ when Annotations.Contains(keyword) => [],
        "$ref" => Check(value, ((string)rule!).Split('/').Skip(1).Aggregate(document, (part, name) => part[name]!), at),
        "type" => Fail(!AllowedTypes(rule).Intersect(TypesOf(value)).Any(), at, $"is not of type {rule.ToJsonString()}"),
        "enum" => Fail(!rule.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)), at, $"is not one of {rule.ToJsonString()}"),
        "oneOf" => Alternatives(value, rule, at, found => found == 1),
        "anyOf" => Alternatives(value, rule, at, found => found > 0),
        "allOf" => rule.AsArray().SelectMany(part => Check(value, part!, at)),
        "required" => rule.AsArray()
            .Where(name => value is JsonObject members && !members.ContainsKey((string)name!))
            .Select(name => $"{at}: lacks {name}"),
        "properties" => rule.AsObject()
            .Where(property => value is JsonObject members && members.ContainsKey(property.Key))
            .SelectMany(property => Check(value![property.Key], property.Value!, $"{at}/{property.Key}")),
        "additionalProperties" => rule is JsonObject && value is JsonObject all
            ? all.Where(member => schema["properties"]?[member.Key] is null).SelectMany(member => Check(member.Value, rule, $"{at}/{member.Key}"))
            : [],
        "items" => value is JsonArray items ? items.SelectMany((item, index) => Check(item, rule, $"{at}/{index}")) : [],
        _ when value is JsonArray list => CheckList(list, keyword, rule, at),
        _ when value is JsonValue scalar => CheckScalar(scalar, keyword, rule, at),
        "format" or "pattern" or "minLength" or "maxLength" or "minimum" or "maximum" or "minItems" or "maxItems" or "uniqueItems" => [],
        _ => throw new NotSupportedException($"{keyword} at {at}"),
    };

    private static IEnumerable<string> CheckList(JsonArray list, string keyword, JsonNode rule, string at) => keyword switch
    {
        "minItems" => Fail(list.Count < (int)rule, at, "has too few items"),
        "maxItems" => Fail(list.Count > (int)rule, at, "has too many items"),
        "uniqueItems" => Fail(list.Select(item => item?.ToJsonString()).Distinct().Count() < list.Count, at, "repeats an item"),
        _ => throw new NotSupportedException($"{keyword} at {at}"),
    };

    private static IEnumerable<string> CheckScalar(JsonValue scalar, string keyword, JsonNode rule, string at) => keyword switch
    {
        "minimum" => Fail((decimal)scalar < (decimal)rule, at, $"is below {rule}"),
        "maximum" => Fail((decimal)scalar > (decimal)rule, at, $"is above {rule}"),
        "minLength" => Fail(((string)scalar!).Length < (int)rule, at, "is too short"),
        "maxLength" => Fail(((string)scalar!).Length > (int)rule, at, "is too long"),
        "pattern" => Fail(!Regex.IsMatch((string)scalar!, (string)rule!, RegexOptions.NonBacktracking), at, $"does not match {rule}"),
        "format" => Fail(!HasFormat(scalar, (string)rule!), at, $"is no {rule}"),
        _ => throw new NotSupportedException($"{keyword} at {at}"),
    };

    private static bool HasFormat(JsonValue scalar, string format) => format switch
    {
        "uuid" => Guid.TryParseExact((string?)scalar, "D", out _) && ((string)scalar!).All(character => !char.IsAsciiLetterUpper(character)),
        "date-time" => ((string)scalar!).EndsWith('Z') && DateTimeOffset.TryParse((string?)scalar, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact((string?)scalar, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri-reference" => Uri.IsWellFormedUriString((string)scalar!, UriKind.RelativeOrAbsolute),
        "int32" => scalar.GetValueKind() is JsonValueKind.Number && (decimal)scalar is >= int.MinValue and <= int.MaxValue,
        "int64" or "double" or "float" => scalar.GetValueKind() is JsonValueKind.Number,
        _ => throw new NotSupportedException($"format {format}"),
    };

    private IEnumerable<string> Alternatives(JsonNode? value, JsonNode rule, string at, Func<int, bool> holds)
    {
        var outcomes = rule.AsArray().Select(part => Check(value, part!, at)).ToList();
        return holds(outcomes.Count(errors => errors.Count == 0))
            ? []
            : outcomes.SelectMany(errors => errors).Prepend($"{at}: does not match as many alternatives as it must");
    }

    private static IEnumerable<string> Fail(bool isWrong, string at, string message) => isWrong ? [$"{at}: {message}"] : [];

    private static IEnumerable<string> AllowedTypes(JsonNode rule) => rule is JsonArray types ? types.Select(type => (string)type!) : [(string)rule!];

    private static string[] TypesOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => ["null"],
        JsonValueKind.Object => ["object"],
        JsonValueKind.Array => ["array"],
        JsonValueKind.String => ["string"],
        JsonValueKind.Number => decimal.IsInteger((decimal)value) ? ["integer", "number"] : ["number"],
        _ => ["boolean"],
    };
}
