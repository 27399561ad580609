using System.Text.Json.Nodes;

namespace Cms.Tests.Contract;

/// <summary>One operation of a document, with references looked up.</summary>
public sealed record Operation(string Method, string Path, JsonNode Node, JsonNode Document)
{
    public string Id => (string?)Node["operationId"] ?? "";

    public IEnumerable<string> Statuses => Node["responses"]!.AsObject().Select(response => response.Key);

    public IEnumerable<JsonNode> Parameters => (Node["parameters"]?.AsArray() ?? []).Select(parameter => Look(parameter!));

    /// <summary>The bodies that it takes and gives: where, media type, content.</summary>
    public IEnumerable<(string Where, string MediaType, JsonNode Content)> Bodies =>
        from owner in Node["responses"]!.AsObject()
            .Select(response => (Where: $"{Id} {response.Key}", Node: Look(response.Value!)))
            .Append((Where: $"{Id} request", Node: Node["requestBody"]!))
        from content in owner.Node?["content"]?.AsObject() ?? []
        select (owner.Where, content.Key, content.Value!);

    public JsonNode Response(string status) => Look(Node["responses"]![status]!);

    /// <summary>What a reference points to.</summary>
    public JsonNode Look(JsonNode node) =>
        (string?)node["$ref"] is { } reference
            ? reference.Split('/').Skip(1).Aggregate(Document, (part, name) => part[name.Replace("~1", "/")]!)
            : node;

    public override string ToString() => Id;
}
