using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cms.Articles;
using Cms.Content.Sources;

namespace Cms.Ingestion;

/// <summary>JSON that this room stores and that later leaves as it is: camelCase, every member present, text readable.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ArticleSource))]
[JsonSerializable(typeof(MastheadEntry[]))]
[JsonSerializable(typeof(IReadOnlyList<SourceWarning>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static StoredJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
