using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Shows the examples of each shape that an operation takes or gives.</summary>
internal sealed class ExampleFilter(ExampleBook examples) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var answer in metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer is { StatusCode: < 400, Type: not null }))
        {
            Show(answer.Type!, operation.Responses![$"{answer.StatusCode}"].Content, context.Document);
        }

        if (metadata.OfType<IAcceptsMetadata>().LastOrDefault()?.RequestType is { } request)
        {
            Show(request, operation.RequestBody?.Content, context.Document);
        }
    }

    private void Show(Type shape, IDictionary<string, IOpenApiMediaType>? content, OpenApiDocument document)
    {
        foreach (var media in (content ?? new Dictionary<string, IOpenApiMediaType>()).Values.OfType<OpenApiMediaType>())
        {
            media.Examples = examples.Of(shape).ToDictionary(example => example.Name, example => examples.Show(example, document));
        }
    }
}
