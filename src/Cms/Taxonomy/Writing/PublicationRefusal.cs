using System.Reflection;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Taxonomy.Writing;

/// <summary>Whatever refuses a change to a publication: its slug is taken, what it names is wrong, its stories do not allow it.</summary>
internal sealed class PublicationRefusal(ProblemResult problem) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var kind in new[] { ProblemKind.Conflict, ProblemKind.SlugTaken, ProblemKind.Unprocessable })
        {
            builder.Metadata.Add(kind);
        }
    }
}
