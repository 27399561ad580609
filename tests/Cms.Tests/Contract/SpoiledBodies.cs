using System.Text;
using System.Text.Json.Nodes;

namespace Cms.Tests.Contract;

/// <summary>What the document shows as a body, and every way in which it can be spoiled.</summary>
internal static class SpoiledBodies
{
    private static readonly string[] Unwanted =
        ["id", "version", "revision", "status", "createdAt", "updatedAt", "deletedAt", "hash", "isBootstrap", "__proto__", "constructor", "$type", "$id", "$ref", ""];

    /// <summary>Each operation's own example of each JSON body that it takes.</summary>
    public static IEnumerable<(Operation Operation, string MediaType, JsonObject Example)> Bodies(this ContractFixture contract) =>
        from operation in contract.Operations
        from content in operation.Node["requestBody"]?["content"]?.AsObject() ?? []
        where content.Key.EndsWith("json", StringComparison.Ordinal)
        from example in content.Value!["examples"]!.AsObject()
        select (operation, content.Key, operation.Look(example.Value!)["value"]!.AsObject());

    /// <summary>What the operation answers and does not take; nothing where its input is no part of what it answers, as with a rotation's.</summary>
    public static IEnumerable<string> ReadOnlyMembers(this Operation operation)
    {
        var taken = MembersOf(operation, " request").ToHashSet();
        var answered = MembersOf(operation, " 200").Concat(MembersOf(operation, " 201")).ToHashSet();
        return taken.Overlaps(answered) ? answered.Except(taken) : [];
    }

    public static byte[] With(JsonObject example, string member)
    {
        var sound = example.ToJsonString();
        return Encoding.UTF8.GetBytes($"{sound[..^1]}{(example.Count > 0 ? "," : "")}{member}}}");
    }

    public static IEnumerable<byte[]> Of(JsonObject example)
    {
        var sound = example.ToJsonString();
        var texts = new[] { "", " ", "[]", "null", "1", "\"x\"", sound + "x", sound + sound, sound[..^1], $"[{sound}]" }.Select(Encoding.UTF8.GetBytes);
        return Unwanted.Where(name => !example.ContainsKey(name)).Select(name => With(example, $"\"{name}\":1"))
            .Concat(example.Select(member => With(example, $"\"{member.Key}\":{member.Value?.ToJsonString() ?? "null"}")))
            .Concat(texts)
            .Append(With(example, "\"a\\ud800\":1"))
            .Append(With(example, $"\"deep\":{new string('[', 40)}{new string(']', 40)}"))
            .Append([.. Encoding.UTF8.GetBytes(sound), 0xFF])
            .Append([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(sound)])
            .Append(Encoding.Unicode.GetBytes(sound));
    }

    private static IEnumerable<string> MembersOf(Operation operation, string where) =>
        operation.Bodies.Where(body => body.Where.EndsWith(where, StringComparison.Ordinal)).SelectMany(body => Members(operation, body.Content["schema"]!));

    private static IEnumerable<string> Members(Operation operation, JsonNode schema)
    {
        var shape = operation.Look(schema);
        return (shape["properties"]?.AsObject().Select(property => property.Key) ?? [])
            .Concat((shape["allOf"]?.AsArray() ?? []).SelectMany(part => Members(operation, part!)));
    }
}
