using System.Reflection;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Articles.Writing;

/// <summary>
/// Whatever refuses a change to a story that was found: it clashes with its state, its slug is taken, its references or blocks are wrong.
/// </summary>
internal sealed class ArticleRefusal(ProblemResult problem) : IResult, IEndpointMetadataProvider
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
