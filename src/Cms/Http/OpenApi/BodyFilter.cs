using Cms.Http.Inputs;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Shows the body that a route takes: its closed shape, its media type, its limit, and examples.</summary>
internal sealed class BodyFilter(ExampleBook examples) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var limit = metadata.OfType<BodyLimit>().LastOrDefault()?.Bytes ?? Limits.BodyBytes;
        if (metadata.OfType<RawBodyContract>().LastOrDefault() is { } raw)
        {
            operation.RequestBody = DocumentOf(raw, limit, context);
            return;
        }

        if (metadata.OfType<BodyContract>().LastOrDefault() is not { } contract)
        {
            return;
        }

        var schema = context.SchemaGenerator.GenerateSchema(contract.Shape, context.SchemaRepository);
        var media = new OpenApiMediaType
        {
            Schema = contract.IsPatch ? PatchOf(contract.Shape, schema, context) : schema,
            Examples = (contract.IsPatch ? examples.PatchesOf(contract.Shape) : examples.Of(contract.Shape))
                .ToDictionary(example => example.Name, example => examples.Show(example, context.Document)),
        };
        var patch = contract.IsPatch ? "A merge patch (RFC 7396): members that are absent stay, null clears. " : "";
        var absence = contract.IsOptional ? " May be left out." : "";
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = !contract.IsOptional,
            Description =
                $"{patch}At most {limit} bytes of UTF-8, nested at most {Limits.JsonDepth} deep; unknown and repeated members are refused.{absence}",
            Content = new Dictionary<string, IOpenApiMediaType> { [contract.MediaType] = media },
        };
    }

    /// <summary>A document as it is, in any of the media types that the route takes.</summary>
    private OpenApiRequestBody DocumentOf(RawBodyContract contract, int limit, OperationFilterContext context) => new()
    {
        Required = true,
        Description = $"One document as it is, at most {limit} bytes.",
        Content = contract.MediaTypes.ToDictionary(type => type, IOpenApiMediaType (type) => new OpenApiMediaType
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = limit },
            Examples = examples.DocumentsOf(type).ToDictionary(example => example.Name, example => examples.Show(example, context.Document)),
        }),
    };

    /// <summary>The shape with no member required: what a patch may name.</summary>
    private static OpenApiSchemaReference PatchOf(Type shape, IOpenApiSchema schema, OperationFilterContext context)
    {
        var name = $"{SchemaNames.Of(shape)}Patch";
        if (!context.SchemaRepository.Schemas.ContainsKey(name))
        {
            var whole = context.SchemaRepository.Schemas[((OpenApiSchemaReference)schema).Reference.Id!];
            var patch = (OpenApiSchema)((OpenApiSchema)whole).CreateShallowCopy();
            patch.Required = new HashSet<string>();
            patch.Properties = whole.Properties!.ToDictionary();
            patch.Description = $"{whole.Description} As a patch: members that are absent stay, null clears.";
            context.SchemaRepository.AddDefinition(name, patch);
        }

        return new OpenApiSchemaReference(name, context.Document);
    }
}
