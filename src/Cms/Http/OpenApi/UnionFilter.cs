using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>
/// Shows a family of types as a union told apart by one member: `oneOf` in OpenAPI 3.1, which TypeScript narrows; inheritance by `allOf`
/// in the 3.0 twin, which older generators turn into classes.
/// </summary>
internal sealed class UnionFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema shape)
        {
            return;
        }

        var isCompatible = OpenApiDocuments.IsCompatible(context.DocumentName);
        if (context.Type.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is { } union)
        {
            ShowUnion(shape, union, isCompatible, context);
        }
        else if (context.Type.BaseType?.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is { } parent)
        {
            ShowCase(shape, parent, isCompatible, context);
        }
    }

    private static void ShowUnion(OpenApiSchema shape, JsonPolymorphicAttribute union, bool isCompatible, SchemaFilterContext context)
    {
        var cases = context.Type.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();
        foreach (var type in cases.Select(attribute => attribute.DerivedType))
        {
            context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        }

        var name = union.TypeDiscriminatorPropertyName!;
        // Each case closes itself; a closed family would refuse the members of all of them.
        shape.AdditionalPropertiesAllowed = true;
        shape.Discriminator = new OpenApiDiscriminator
        {
            PropertyName = name,
            Mapping = cases.ToDictionary(attribute => (string)attribute.TypeDiscriminator!, attribute => Reference(attribute.DerivedType)),
        };
        if (isCompatible)
        {
            LeadWith(shape, name, [.. cases.Select(attribute => (string)attribute.TypeDiscriminator!)]);
            return;
        }

        shape.Type = null;
        shape.Properties = null;
        shape.Required = null;
        shape.OneOf = [.. cases.Select(attribute => Reference(attribute.DerivedType))];
    }

    private static void ShowCase(OpenApiSchema shape, JsonPolymorphicAttribute parent, bool isCompatible, SchemaFilterContext context)
    {
        var family = context.Type.BaseType!;
        if (!isCompatible)
        {
            var self = family.GetCustomAttributes<JsonDerivedTypeAttribute>().Single(attribute => attribute.DerivedType == context.Type);
            LeadWith(shape, parent.TypeDiscriminatorPropertyName!, [(string)self.TypeDiscriminator!]);
            return;
        }

        var inherited = family.GetProperties().Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();
        var own = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = shape.Properties!.Where(property => !inherited.Contains(property.Key)).ToDictionary(),
            Required = shape.Required!.Except(inherited).ToHashSet(),
        };
        shape.Type = null;
        shape.Properties = null;
        shape.Required = null;
        shape.AdditionalPropertiesAllowed = true;
        shape.AllOf = [Reference(family), own];
    }

    private static void LeadWith(OpenApiSchema shape, string discriminator, string[] values)
    {
        var type = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. values],
            Description = values.Length == 1 ? $"Always `{values[0]}`." : "Tells which member of the union it is.",
        };
        shape.Properties = new Dictionary<string, IOpenApiSchema> { [discriminator] = type }.Concat(shape.Properties!).ToDictionary();
        shape.Required!.Add(discriminator);
    }

    private static OpenApiSchemaReference Reference(Type type) => new(SchemaNames.Of(type));
}
