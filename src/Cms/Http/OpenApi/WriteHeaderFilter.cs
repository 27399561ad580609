using Cms.Http.Writing;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Lists the headers that a write takes, and the one that tells a retry's answer.</summary>
internal sealed class WriteHeaderFilter : IOperationFilter
{
    private const int TagLength = 1024;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<PreconditionMetadata>().FirstOrDefault() is { } condition)
        {
            Take(
                HeaderNames.IfMatch,
                "The `ETag` that you read; only its version is compared. Without it the answer is 428, when the resource has changed since 412.",
                TagLength,
                isRequired: !condition.CanCreate);
            if (condition.CanCreate)
            {
                Take(
                    "If-None-Match-Any",
                    "`*` creates the resource at this id; when it exists the answer is 412.",
                    maxLength: 1,
                    isRequired: false,
                    HeaderNames.IfNoneMatch);
            }
        }

        if (metadata.OfType<TakesIdempotencyKey>().Any())
        {
            var isRequired = metadata.OfType<IdempotencyRequired>().Any();
            Take(
                isRequired ? "Idempotency-Key-Required" : Idempotency.Header,
                "A name for this attempt, such as a UUID. A retry with the same name gets the same answer for "
                + $"{Limits.IdempotencyHours} hours and changes nothing again.",
                Limits.IdempotencyKeyLength,
                isRequired,
                Idempotency.Header);
            foreach (var response in operation.Responses!.Where(pair => pair.Key[0] == '2').Select(pair => (OpenApiResponse)pair.Value))
            {
                var more = ResponseHeaders.Of(200, context.Document, "Idempotency-Replayed");
                response.Headers = response.Headers!.Concat(more)
                    .DistinctBy(header => header.Key)
                    .OrderBy(header => header.Key, StringComparer.Ordinal)
                    .ToDictionary();
            }
        }

        void Take(string component, string description, int maxLength, bool isRequired, string? name = null)
        {
            context.Document.AddComponent(component, new OpenApiParameter
            {
                Name = name ?? component,
                In = ParameterLocation.Header,
                Required = isRequired,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = maxLength },
            });
            (operation.Parameters ??= []).Add(new OpenApiParameterReference(component, context.Document));
        }
    }
}
