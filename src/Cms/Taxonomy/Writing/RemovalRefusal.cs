using System.Reflection;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Taxonomy.Writing;

/// <summary>Whatever refuses to delete what was found: others refer to it, or the heir that was named cannot take them over.</summary>
internal sealed class RemovalRefusal(ProblemResult problem) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(ProblemKind.InUse);
}
