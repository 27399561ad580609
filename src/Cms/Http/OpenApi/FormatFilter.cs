using Cms.Http.Answers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Shows a format that others defined as what it is to a client: text, or an object whose members its own specification names.</summary>
internal sealed class FormatFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema shape && context.Type.IsAssignableTo(typeof(IFormat)))
        {
            var mediaType = (string)context.Type.GetProperty(nameof(IFormat.MediaType))!.GetValue(null)!;
            var isObject = mediaType.EndsWith("json", StringComparison.Ordinal);
            shape.Type = isObject ? JsonSchemaType.Object : JsonSchemaType.String;
            shape.AdditionalPropertiesAllowed = true;
            // Said aloud: generators make a type without any member of an object that names none.
            shape.AdditionalProperties = isObject ? new OpenApiSchema() : null;
        }
    }
}
