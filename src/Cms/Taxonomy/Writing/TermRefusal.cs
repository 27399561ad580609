using System.Reflection;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Taxonomy.Writing;

/// <summary>Whatever refuses a change to what was found or is to be made: its slug is taken, what it names is wrong.</summary>
internal sealed class TermRefusal(ProblemResult problem) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var kind in new[] { ProblemKind.SlugTaken, ProblemKind.Unprocessable })
        {
            builder.Metadata.Add(kind);
        }
    }
}
