using System.Reflection;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Cms.Http.Writing;

/// <summary>What a PUT means: to create at this id (`If-None-Match: *`), or to replace what the caller has seen (`If-Match`).</summary>
internal sealed class PutCondition : IRefusable, IEndpointParameterMetadataProvider
{
    private readonly IfMatch ifMatch;

    private PutCondition(HttpRequest request)
    {
        ifMatch = IfMatch.Of(request.Headers.IfMatch);
        var ifNoneMatch = request.Headers.IfNoneMatch;
        Creates = ifNoneMatch is ["*"];
        Refusal = (ifNoneMatch.Count > 0, request.Headers.IfMatch.Count > 0) switch
        {
            (true, true) => new InvalidParameters(
                HeaderNames.IfNoneMatch, ErrorCode.Invalid, "Send If-Match to change or If-None-Match: * to create, not both."),
            (true, false) when !Creates => new InvalidParameters(
                HeaderNames.IfNoneMatch, ErrorCode.Pattern, "Only If-None-Match: * has a meaning here."),
            (true, false) => null,
            _ => ifMatch.Refusal,
        };
    }

    public ProblemResult? Refusal { get; }

    /// <summary>Whether nothing may be there yet.</summary>
    public bool Creates { get; }

    /// <summary>Whether the caller has seen this version.</summary>
    public bool Matches(int version) => ifMatch.Matches(version);

    public static ValueTask<PutCondition?> BindAsync(HttpContext context) => ValueTask.FromResult<PutCondition?>(new PutCondition(context.Request));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new PreconditionMetadata(CanCreate: true));
        builder.Metadata.Add(ProblemKind.PreconditionRequired);
        builder.Metadata.Add(ProblemKind.PreconditionFailed);
    }
}
