using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Fixes the server and the tags, and sorts paths and components, so that the order of registration is not part of the contract.</summary>
internal sealed class OrderFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This installation." }];
        var operations = swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values);
        var used = operations.SelectMany(operation => operation.Tags!).Select(tag => tag.Name).ToHashSet();
        swaggerDoc.Tags = Introduction.Tags.Where(tag => used.Contains(tag.Name)).ToHashSet();

        var paths = swaggerDoc.Paths.OrderBy(path => path.Key, StringComparer.Ordinal).ToList();
        swaggerDoc.Paths.Clear();
        foreach (var (path, item) in paths)
        {
            swaggerDoc.Paths.Add(path, item);
        }

        var components = swaggerDoc.Components!;
        components.Schemas = Sorted(components.Schemas);
        components.Responses = Sorted(components.Responses);
        components.Parameters = Sorted(components.Parameters);
        components.Headers = Sorted(components.Headers);
        components.Examples = Sorted(components.Examples);
    }

    private static SortedDictionary<string, T>? Sorted<T>(IDictionary<string, T>? parts) => parts is null ? null : new(parts, StringComparer.Ordinal);
}
