using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Cms.Http.Queries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Shows each query parameter with the bounds that strict binding holds requests to.</summary>
internal sealed class ParameterFilter : IOperationFilter
{
    private const int InstantLength = 33;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var contract = QueryContract.Of(context.MethodInfo);
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Query && contract.Parameters.TryGetValue(parameter.Name!, out var known))
            {
                Describe(parameter, known, OpenApiDocuments.IsCompatible(context.DocumentName));
            }
            else if (parameter is { In: ParameterLocation.Path, Schema: OpenApiSchema { Type: JsonSchemaType.String, Format: null } text })
            {
                text.MinLength = 1;
                text.MaxLength = Limits.ReferenceLength;
            }
            else if (parameter is { In: ParameterLocation.Path, Schema: OpenApiSchema { Type: JsonSchemaType.Integer } number })
            {
                // Numbers in paths count something.
                number.Minimum = "1";
                number.Maximum = int.MaxValue.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static void Describe(OpenApiParameter parameter, QueryParameter known, bool isCompatible)
    {
        parameter.Required = known.IsRequired;
        if (known.CommaList is { } list)
        {
            parameter.Style = ParameterStyle.Form;
            parameter.Explode = false;
            parameter.Schema = ListOf(new OpenApiSchema { Type = JsonSchemaType.String, Format = list.Format, Enum = Nodes(list.Allowed) },
                list.MaxItems > 0 ? list.MaxItems : list.Allowed.Length, isDistinct: true);
        }
        else if (known.IsRepeatable)
        {
            parameter.Style = ParameterStyle.Form;
            parameter.Explode = true;
            parameter.Schema = ListOf(Scalar(known), Limits.Tags, isDistinct: false);
        }
        else if (known.IsDateOrInstant)
        {
            parameter.Schema = isCompatible ? Time(format: null) : new OpenApiSchema { AnyOf = [Time("date"), Time("date-time")] };
        }
        else
        {
            parameter.Schema = Scalar(known);
        }
    }

    private static OpenApiSchema ListOf(OpenApiSchema item, int maxItems, bool isDistinct)
    {
        item.MaxLength ??= item.Enum is null && item.Format is null ? Limits.ReferenceLength : null;
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = item,
            MinItems = 1,
            MaxItems = maxItems,
            UniqueItems = isDistinct ? true : null,
        };
    }

    private static OpenApiSchema Scalar(QueryParameter known) => known switch
    {
        _ when known.Type == typeof(int) => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = Convert.ToString(known.Range?.Minimum, CultureInfo.InvariantCulture),
            Maximum = Convert.ToString(known.Range?.Maximum, CultureInfo.InvariantCulture),
            Default = known.Default is int number ? JsonValue.Create(number) : null,
        },
        _ when known.Type == typeof(bool) => new OpenApiSchema
        {
            Type = JsonSchemaType.Boolean,
            Default = known.Default is bool value ? JsonValue.Create(value) : null,
        },
        _ when known.Type == typeof(DateOnly) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        { Allowed.Length: > 0 } => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Nodes(known.Allowed), Default = Text(known.Default) },
        _ => new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            MinLength = 1,
            MaxLength = known.MaxLength,
            Pattern = known.Property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RegularExpressionAttribute>()?.Pattern,
            Default = Text(known.Default),
        },
    };

    // Older generators make a class of each choice, so the twin says no more than that it is text.
    private static OpenApiSchema Time(string? format) =>
        new() { Type = JsonSchemaType.String, Format = format, MaxLength = format is null ? InstantLength : null };

    private static List<JsonNode>? Nodes(string[] values) => values.Length == 0 ? null : [.. values];

    private static JsonValue? Text(object? value) => value is string text ? JsonValue.Create(text) : null;
}
