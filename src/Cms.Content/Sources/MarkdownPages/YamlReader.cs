using Cms.Content.Sources.StatedFacts;
using Cms.Content.Sources.TextPages;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cms.Content.Sources.MarkdownPages;

/// <summary>
/// Reads YAML event by event, so that nothing is built but what is written: an alias is left out, and what nests too deep is refused.
/// </summary>
internal sealed class YamlReader
{
    private const int Deepest = 16;

    private readonly Parser parser;
    private readonly int linesAbove;
    private readonly List<SourceWarning> warnings = [];

    private YamlReader(string yaml, int linesAbove)
    {
        parser = new Parser(new StringReader(yaml));
        this.linesAbove = linesAbove;
    }

    /// <summary>The members of the mapping; nothing where the text is no mapping, a refusal where it is no YAML.</summary>
    public static (StatedValue? Stated, IReadOnlyList<SourceWarning> Warnings, SourceRefusal? Refusal) Read(string yaml, int linesAbove)
    {
        var reader = new YamlReader(yaml, linesAbove);
        try
        {
            return (reader.Document(), reader.warnings, null);
        }
        catch (YamlException fault)
        {
            return (null, [], Refused((int)fault.Start.Line + linesAbove, (int)fault.Start.Column, fault.Message));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The scanner's words for some faults in escapes, tags and flow collections.
            return (null, [], Refused(linesAbove + 1, null, fault.Message));
        }
    }

    private static SourceRefusal Refused(int line, int? column, string fault) =>
        new("E_FORMAT", line, column, null, Found.Instead("YAML front matter", "a fault:", fault));

    private StatedValue? Document()
    {
        while (parser.MoveNext() && parser.Current is StreamStart or DocumentStart)
        {
        }
        if (parser.Current is StreamEnd or DocumentEnd) return new StatedValue { Line = linesAbove };
        return parser.Current is MappingStart ? Value(0) : null;
    }

    private StatedValue? Value(int depth)
    {
        var node = parser.Current!;
        if (depth > Deepest) throw new YamlException(node.Start, node.End, "nested too deep");
        switch (node)
        {
            case Scalar scalar:
                return IsNull(scalar) ? null : new StatedValue { Line = LineOf(node), Text = scalar.Value };
            case SequenceStart:
                return new StatedValue { Line = LineOf(node), Items = Items(depth) };
            case MappingStart:
                return new StatedValue { Line = LineOf(node), Members = Members(depth) };
            default:
                Warn(node, "a value", "an alias, which is not followed:", (node as AnchorAlias)?.Value.Value ?? "");
                return null;
        }
    }

    private List<StatedValue> Items(int depth)
    {
        var items = new List<StatedValue>();
        while (Next() is not SequenceEnd)
        {
            if (Value(depth + 1) is { } item) items.Add(item);
        }
        return items;
    }

    private Dictionary<string, StatedValue> Members(int depth)
    {
        var members = new Dictionary<string, StatedValue>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            var key = parser.Current!;
            var name = Value(depth + 1)?.Text;
            Next();
            var value = Value(depth + 1);
            if (name is null || value is null) continue;
            if (!members.TryAdd(StatedValue.Fold(name), value)) Warn(key, "each member once", "once more, and left out:", name);
        }
        return members;
    }

    private ParsingEvent Next() => parser.MoveNext() ? parser.Current! : throw new YamlException("the end is missing");

    private int LineOf(ParsingEvent node) => (int)node.Start.Line + linesAbove;

    private void Warn(ParsingEvent node, string expected, string found, string text)
    {
        if (warnings.Count < 20) warnings.Add(new SourceWarning("W_METADATA", LineOf(node), Found.Instead(expected, found, text)));
    }

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
}
