using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cms.Content.Bodies;

/// <summary>A body as JSON in UTF-8, the form in which it is stored and served: every member is present, nulls included.</summary>
public static class BodyJson
{
    private static readonly BodyJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        // PostgreSQL's jsonb orders members by length, so the type may come back after others.
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        // The result is application/json, never pasted into a page, so Arabic text and quotes may stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a body as a JSON array.</summary>
    public static byte[] Write(IReadOnlyList<Block> body) => JsonSerializer.SerializeToUtf8Bytes(body, Context.IReadOnlyListBlock);

    /// <summary>Reads a body from a JSON array; throws <see cref="JsonException"/> where the text is no body.</summary>
    public static IReadOnlyList<Block> Read(ReadOnlySpan<byte> utf8)
    {
        var body = Parse(utf8) ?? throw new JsonException("A body is an array of blocks, not null.");
        foreach (var block in body)
        {
            if (block is null)
            {
                throw new JsonException("A block is an object, not null.");
            }
        }

        return body;
    }

    private static IReadOnlyList<Block>? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Context.IReadOnlyListBlock);
        }
        catch (NotSupportedException withoutType)
        {
            // The serializer's word for a block without a type, which is bad input like any other.
            throw new JsonException("A block has a type.", withoutType);
        }
    }
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IReadOnlyList<Block>))]
internal sealed partial class BodyJsonContext : JsonSerializerContext;
