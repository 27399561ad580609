using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cms.Http.Pages;

/// <summary>Where a page ended: the sort key and the id of its last row. Opaque to callers, bound to the list's filters and sort.</summary>
/// <param name="Scope">A fingerprint of the filters and the sort.</param>
/// <param name="Key">The last row's sort key, as text that PostgreSQL can read back exactly.</param>
/// <param name="Id">The last row's id, which breaks ties.</param>
internal sealed record Cursor(string Scope, string Key, Guid Id)
{
    /// <summary>The fingerprint of a list: its filters and its sort, in a fixed order.</summary>
    public static string ScopeOf(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part?.Length ?? -1).Append(':').Append(part).Append(';');
        }

        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 9));
    }

    /// <summary>An instant as a key. PostgreSQL's infinities and .NET's end values are one and the same to the driver.</summary>
    public static string KeyOf(DateTime instant) => DateTime.SpecifyKind(instant, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The instant that a key names; null when it names none.</summary>
    public static DateTime? Instant(string? key) =>
        DateTime.TryParseExact(key, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
        && instant.Kind == DateTimeKind.Utc
            ? instant
            : null;

    /// <summary>The text that callers carry.</summary>
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, CursorJson.Default.Cursor));

    /// <summary>Reads a cursor; null when it is not one of this list.</summary>
    public static Cursor? Decode(string text, string scope)
    {
        try
        {
            var cursor = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), CursorJson.Default.Cursor);
            return cursor?.Scope == scope && !cursor.Key.Contains('\0') ? cursor : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Cursor))]
internal sealed partial class CursorJson : JsonSerializerContext;
