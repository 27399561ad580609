using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>
/// Says of each member whether it is required and whether it can be null. Answers always carry all members; a request must carry those that
/// C# requires. A type that refuses unknown members is a request.
/// </summary>
internal sealed class MemberFilter : ISchemaFilter
{
    private readonly NullabilityInfoContext nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } shape)
        {
            return;
        }

        var isRequest = context.Type.IsDefined(typeof(JsonUnmappedMemberHandlingAttribute));
        var members = context.Type.GetProperties().ToDictionary(NameOf, StringComparer.Ordinal);
        shape.Required = new SortedSet<string>(StringComparer.Ordinal);
        // Answers are open: a later version may add members.
        shape.AdditionalPropertiesAllowed = !isRequest;
        foreach (var (name, property) in shape.Properties.ToList())
        {
            if (!members.TryGetValue(name, out var member))
            {
                continue;
            }

            if (isRequest ? member.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) : !IsLeftOut(member))
            {
                shape.Required.Add(name);
            }

            var isNullable = IsNullable(member) && !IsLeftOut(member);
            shape.Properties[name] = Describe(property, isNullable, context);
        }
    }

    private static string NameOf(MemberInfo member) =>
        member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static bool IsLeftOut(MemberInfo member) =>
        member.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition is JsonIgnoreCondition.WhenWritingNull;

    private bool IsNullable(PropertyInfo member)
    {
        var info = nullability.Create(member);
        var shown = RawJsonContracts.ShapeOf(member.PropertyType) == member.PropertyType ? info : info.GenericTypeArguments[0];
        return shown.ReadState == NullabilityState.Nullable;
    }

    private static IOpenApiSchema Describe(IOpenApiSchema property, bool isNullable, SchemaFilterContext context)
    {
        if (property is OpenApiSchema schema)
        {
            schema.ReadOnly = false;
            schema.Type = isNullable ? schema.Type | JsonSchemaType.Null : schema.Type & ~JsonSchemaType.Null;
            return schema;
        }

        if (property is not OpenApiSchemaReference reference)
        {
            return property;
        }

        reference.ReadOnly = false;
        var bare = new OpenApiSchemaReference(reference.Reference.Id!);
        var nothing = new OpenApiSchema { Type = JsonSchemaType.Null };
        // In OpenAPI 3.0 `nullable` means something beside a type only; a case of a union has its own in parts.
        var type = context.SchemaRepository.Schemas.GetValueOrDefault(bare.Reference.Id!)?.Type ?? JsonSchemaType.Object;
        return (isNullable, OpenApiDocuments.IsCompatible(context.DocumentName)) switch
        {
            (true, true) => new OpenApiSchema { Type = type | JsonSchemaType.Null, AllOf = [bare], Description = reference.Description },
            (true, false) => new OpenApiSchema { OneOf = [bare, nothing], Description = reference.Description },
            (false, true) => new OpenApiSchema { AllOf = [bare], Description = reference.Description },
            _ => reference,
        };
    }
}
