using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Http.Problems;

/// <summary>404: there is nothing at this address that the caller may see.</summary>
internal sealed class Missing(string detail) : ProblemResult(ProblemKind.NotFound, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.NotFound);
}

/// <summary>400: one or more parameters break a rule.</summary>
internal sealed class InvalidParameters(params IReadOnlyList<ProblemError> errors)
    : ProblemResult(ProblemKind.InvalidParameter, errors[0].Detail, errors), IEndpointMetadataProvider
{
    public InvalidParameters(string parameter, string code, string detail)
        : this(new ProblemError { Parameter = parameter, Code = code, Detail = detail })
    {
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.InvalidParameter);
}

/// <summary>400: the cursor is not one of this list with these filters and this sort.</summary>
internal sealed class InvalidCursor() : ProblemResult(
    ProblemKind.InvalidCursor,
    "Take the cursor from page.nextCursor of the same list with the same filters and sort, or leave it out to start again.",
    [new ProblemError { Parameter = "cursor", Code = "invalid-cursor", Detail = "This cursor does not belong to this list." }]),
    IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.InvalidCursor);
}

/// <summary>503: the service cannot answer now and says when to ask again.</summary>
internal sealed class Unavailable : ProblemResult, IEndpointMetadataProvider
{
    public Unavailable(string detail, IReadOnlyDictionary<string, string>? checks = null)
        : base(ProblemKind.Unavailable, detail)
    {
        RetryAfter = 1;
        Checks = checks;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, ProblemKind.Unavailable);
}
