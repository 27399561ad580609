using System.Text.Json;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Lists every problem that an operation can give, as responses that operations share.</summary>
internal sealed class ProblemFilter(ExampleBook examples) : IOperationFilter
{
    /// <summary>What strict binding, keys, limits and the database can make of any request.</summary>
    private static readonly ProblemKind[] Everywhere =
        [ProblemKind.InvalidParameter, ProblemKind.Unauthenticated, ProblemKind.TooManyRequests, ProblemKind.InternalError, ProblemKind.Unavailable];

    private static readonly ProblemKind[] WithBody =
        [ProblemKind.BadRequest, ProblemKind.RequestTimeout, ProblemKind.PayloadTooLarge, ProblemKind.UnsupportedMediaType];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var kinds = metadata.OfType<ProblemKind>().Concat(Everywhere)
            .Concat(metadata.Any(part => part is IAcceptsMetadata or BodyContract or RawBodyContract) ? WithBody : []);
        var responses = operation.Responses ??= [];
        // Cleared, not removed one by one: a dictionary puts new entries into the gaps, and the order of statuses is shown.
        var successes = responses
            .Where(response => response.Key[0] is '2' or '3')
            .OrderBy(response => response.Key, StringComparer.Ordinal).ToList();
        responses.Clear();
        foreach (var (status, response) in successes)
        {
            responses.Add(status, response);
        }

        foreach (var sameStatus in kinds.Distinct().GroupBy(kind => kind.Status).OrderBy(group => group.Key))
        {
            var ordered = sameStatus.OrderBy(kind => kind.Code, StringComparer.Ordinal).ToList();
            var name = string.Join("Or", ordered.Select(kind => PascalOf(kind.Code)));
            context.Document.AddComponent(name, ResponseOf(ordered, context));
            responses[$"{sameStatus.Key}"] = new OpenApiResponseReference(name, context.Document);
        }
    }

    private OpenApiResponse ResponseOf(IReadOnlyList<ProblemKind> kinds, OperationFilterContext context) => new()
    {
        Description = string.Join(' ', kinds.Select(kind => $"{kind.Title} (`{kind.Code}`).")),
        Headers = ResponseHeaders.Of(kinds[0].Status, context.Document),
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            ["application/problem+json"] = new OpenApiMediaType
            {
                Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository),
                Examples = kinds.ToDictionary(kind => CamelOf(kind.Code), kind => examples.Show(ExampleBook.Of(kind), context.Document)),
            },
        },
    };

    private static string PascalOf(string code) => string.Concat(code.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));

    private static string CamelOf(string code) => JsonNamingPolicy.CamelCase.ConvertName(PascalOf(code));
}
