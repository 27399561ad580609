using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Cms.Http.Problems;

namespace Cms.Http;

/// <summary>How the hallway writes its own shapes; each room has a context of its own for its shapes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class HttpJson : JsonSerializerContext
{
    /// <summary>The one set of rules for JSON in and out; rooms add their contexts to it.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        // Text stays readable; the media type is application/json, never HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = Limits.JsonDepth;
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.TypeInfoResolverChain.Insert(0, Default);
    }

    /// <summary>Adds a room's shapes.</summary>
    public static IServiceCollection AddShapes(IServiceCollection services, IJsonTypeInfoResolver shapes) =>
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, shapes));
}
