using System.Globalization;
using Cms.Http.Answers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Lists the headers that successful answers carry, and the one that asks for an answer only if it changed.</summary>
internal sealed class HeaderFilter : IOperationFilter
{
    private const string IfNoneMatch = "If-None-Match";

    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["201"] = "Made: the new resource, at `Location`.",
        ["304"] = "Not modified: the caller has these bytes already.",
        ["308"] = "The resource has another address now: follow `Location`.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var responses = operation.Responses!;
        var isConditional = responses.ContainsKey("304");
        var hasLinks = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<SendsLinks>().Any();
        foreach (var (status, response) in responses.Where(pair => pair.Key[0] is '2' or '3').Select(pair => (pair.Key, (OpenApiResponse)pair.Value)))
        {
            string[] tag = isConditional || context.ApiDescription.HttpMethod != "GET" ? ["ETag"] : [];
            string[] links = status == "200" && (IsPage(response) || hasLinks) ? ["Link"] : [];
            string[] timing = context.ApiDescription.HttpMethod == "GET" ? ["Server-Timing"] : [];
            string[] purge = isConditional && context.ApiDescription.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true
                ? ["Surrogate-Key"]
                : [];
            string[] headers = ["RateLimit", "RateLimit-Policy", .. tag, .. links, .. timing, .. purge];
            response.Headers = ResponseHeaders.Of(int.Parse(status, CultureInfo.InvariantCulture), context.Document, headers);
            response.Description = Meanings.GetValueOrDefault(status) ?? Shape(response)?.Description ?? response.Description;
        }

        if (isConditional)
        {
            context.Document.AddComponent(IfNoneMatch, new OpenApiParameter
            {
                Name = IfNoneMatch,
                In = ParameterLocation.Header,
                Description = "Entity tags that the caller has; where the present one is among them the answer is 304 without a body.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 1024 },
            });
            (operation.Parameters ??= []).Add(new OpenApiParameterReference(IfNoneMatch, context.Document));
        }

        bool IsPage(OpenApiResponse response) => Shape(response)?.Properties?.ContainsKey("page") == true;

        IOpenApiSchema? Shape(OpenApiResponse response) =>
            response.Content?.Values.FirstOrDefault()?.Schema is OpenApiSchemaReference { Reference.Id: { } id }
                ? context.SchemaRepository.Schemas[id]
                : null;
    }
}
