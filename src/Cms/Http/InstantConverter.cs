using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cms.Http.Queries;

namespace Cms.Http;

/// <summary>Writes instants in UTC with `Z` and no needless fraction, so that equal instants are equal bytes.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOrInstant.TryParse(reader.GetString() ?? "", out var time) && time.Instant is { } instant ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[32];
        value.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
