using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cms.Http.Inputs;

/// <summary>The members of an input's shape, found by the bytes of their names: the same few shapes come hundreds of times in one body.</summary>
internal sealed class InputMembers
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, InputMembers> Known = [];

    /// <summary>So many fit into the bits that tell which were seen.</summary>
    private const int Most = 64;

    private readonly byte[][] names;

    private InputMembers(JsonTypeInfo shape)
    {
        All = [.. shape.Properties];
        if (All.Count > Most)
        {
            throw new NotSupportedException($"{shape.Type} has more than {Most} members.");
        }

        names = [.. All.Select(member => Encoding.UTF8.GetBytes(member.Name))];
    }

    /// <summary>The members in their order; 64 at most.</summary>
    public IReadOnlyList<JsonPropertyInfo> All { get; }

    public static InputMembers Of(JsonTypeInfo shape) => Known.GetValue(shape, one => new InputMembers(one));

    /// <summary>The place of the member that a property is; -1 where there is none, and where the name is escaped.</summary>
    /// <param name="property">The property.</param>
    /// <param name="expected">Where it probably is: members mostly come in their order.</param>
    public int Find(JsonProperty property, int expected)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        for (var step = 0; step < names.Length; step++)
        {
            var place = (expected + step) % names.Length;
            if (name.SequenceEqual(names[place]))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The place of the member with this name; -1 where there is none.</summary>
    public int Find(string name)
    {
        for (var place = 0; place < All.Count; place++)
        {
            if (All[place].Name == name)
            {
                return place;
            }
        }

        return -1;
    }
}
