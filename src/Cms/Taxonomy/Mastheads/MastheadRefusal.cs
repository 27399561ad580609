using System.Reflection;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Whatever refuses a change to a masthead that was found: the term overlaps another one, or breaks a rule.</summary>
internal sealed class MastheadRefusal(ProblemResult problem) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(ProblemKind.Conflict);
        builder.Metadata.Add(ProblemKind.Unprocessable);
    }
}
