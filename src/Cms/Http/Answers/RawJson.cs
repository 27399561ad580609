using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cms.Http.Answers;

/// <summary>
/// JSON that PostgreSQL or a writer of ours made already and that goes out as it is; <typeparamref name="T"/> is the shape it has. In an input:
/// a part that is held to that shape later, by whoever reads it.
/// </summary>
/// <param name="Text">The JSON text; null writes the fallback of the converter's shape: `null`.</param>
[JsonConverter(typeof(RawJsonConverterFactory))]
internal readonly record struct RawJson<T>(string? Text);

/// <summary>Makes the converters of <see cref="RawJson{T}"/>.</summary>
internal sealed class RawJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(RawJson<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(RawJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

/// <summary>Writes the text as it is, and takes it as it comes.</summary>
internal sealed class RawJsonConverter<T> : JsonConverter<RawJson<T>>
{
    public override RawJson<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.ValueKind is JsonValueKind.Null ? null : document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, RawJson<T> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Text ?? "null", skipInputValidation: true);
}
