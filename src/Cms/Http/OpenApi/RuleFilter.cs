using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Http.Inputs;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Shows in an input's schema the bounds that its validator holds requests to.</summary>
internal sealed class RuleFilter(IServiceProvider services) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } shape
            || services.GetService(typeof(IValidator<>).MakeGenericType(context.Type)) is not IValidator validator)
        {
            return;
        }

        foreach (var rule in validator.CreateDescriptor().Rules.Where(rule => !rule.HasCondition && rule.PropertyName is not null))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(rule.PropertyName);
            if (shape.Properties.TryGetValue(name, out var member) && member is OpenApiSchema property)
            {
                var isForEach = rule.GetType().GetInterfaces()
                    .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
                var target = isForEach ? property.Items as OpenApiSchema : property;
                foreach (var part in rule.Components.Where(part => target is not null && !part.HasCondition))
                {
                    Show(target!, part.Validator);
                }
            }
        }
    }

    private static void Show(OpenApiSchema property, IPropertyValidator validator)
    {
        switch (validator)
        {
            case ILengthValidator length:
                property.MaxLength = length.Max > 0 ? length.Max : property.MaxLength;
                property.MinLength = length.Min > 0 ? length.Min : property.MinLength;
                break;
            case IRegularExpressionValidator pattern:
                property.Pattern = pattern.Expression;
                break;
            case IBetweenValidator between:
                property.Minimum = Convert.ToString(between.From, CultureInfo.InvariantCulture);
                property.Maximum = Convert.ToString(between.To, CultureInfo.InvariantCulture);
                break;
            case IMaxItemsValidator items:
                property.MaxItems = items.Max;
                break;
            case IOneOfValidator list:
                property.Enum = [.. list.Allowed.Select(value => (JsonNode)value)];
                break;
            case INotEmptyValidator when property.Type?.HasFlag(JsonSchemaType.Array) == true:
                property.MinItems = 1;
                break;
            case INotEmptyValidator when property.Type?.HasFlag(JsonSchemaType.String) == true:
                property.MinLength ??= 1;
                break;
        }
    }
}
