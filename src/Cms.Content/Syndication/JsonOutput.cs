using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Cms.Content.Bodies;

namespace Cms.Content.Syndication;

/// <summary>How all JSON of other formats goes out: text readable in every script.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Escapes what HTML gives a meaning to.</summary>
    private static readonly JsonWriterOptions ForPages = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes an object.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> members) => Write(members, Plain);

    /// <summary>Writes an object that may be put into a page's script element as it is.</summary>
    public static byte[] WriteForPages(Action<Utf8JsonWriter> members) => Write(members, ForPages);

    private static byte[] Write(Action<Utf8JsonWriter> members, JsonWriterOptions options)
    {
        var bytes = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes a member with text; none where there is no text.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, CleanText.Of(text));
        }
    }

    /// <summary>Writes a member with an object.</summary>
    public static void Object(this Utf8JsonWriter json, string name, Action members)
    {
        json.WriteStartObject(name);
        members();
        json.WriteEndObject();
    }

    /// <summary>Writes a member with an array of objects; none where there are no items.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> members)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a member with an array of texts; none where there are no items.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(CleanText.Of(item));
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a member with a number; none where there is no number.</summary>
    public static void Number(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
