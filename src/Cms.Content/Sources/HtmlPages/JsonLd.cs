using System.Net;
using System.Text.Json;
using Cms.Content.Sources.StatedFacts;
using Cms.Content.Sources.TextPages;

namespace Cms.Content.Sources.HtmlPages;

/// <summary>The JSON-LD of a page as stated values; a script that is no JSON is left out with a warning.</summary>
internal static class JsonLd
{
    private const int Longest = 512 * 1024;
    private const int Deepest = 32;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip,
    };

    public static IReadOnlyList<StatedValue> Read(IEnumerable<StatedValue> scripts, List<SourceWarning> warnings)
    {
        var values = new List<StatedValue>();
        foreach (var script in scripts)
        {
            if (Read(script.Text!, script.Line) is { } value) values.Add(value);
            else warnings.Add(new SourceWarning("W_METADATA", script.Line, Found.Instead("JSON-LD", "a script left out:", script.Stored ?? "")));
        }
        return values;
    }

    private static StatedValue? Read(string json, int line)
    {
        if (json.Length > Longest) return null;
        try
        {
            using var document = JsonDocument.Parse(json.Trim().TrimEnd(';'), Options);
            return Value(document.RootElement, line);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: valid to the parser, and no text.
            return null;
        }
    }

    private static StatedValue? Value(JsonElement element, int line)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new Dictionary<string, StatedValue>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    if (Value(member.Value, line) is { } value) members.TryAdd(StatedValue.Fold(member.Name), value);
                }
                return new StatedValue { Line = line, Members = members };
            case JsonValueKind.Array:
                return new StatedValue
                {
                    Line = line, Items = [.. element.EnumerateArray().Select(item => Value(item, line)).OfType<StatedValue>()],
                };
            case JsonValueKind.String:
                // Many systems write character references where JSON needs none.
                return new StatedValue { Line = line, Text = WebUtility.HtmlDecode(element.GetString()) };
            case JsonValueKind.Number:
                return new StatedValue { Line = line, Text = element.GetRawText() };
            default:
                return null;
        }
    }
}
