using System.Globalization;
using System.Reflection;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cms.Http.Writing;

/// <summary>The versions that the caller has seen, from `If-Match`. A handler that takes it changes nothing that the caller has not seen.</summary>
internal sealed class IfMatch : IRefusable, IEndpointParameterMetadataProvider
{
    private readonly HashSet<int> versions = [];

    private IfMatch(IList<EntityTagHeaderValue>? tags, bool isSent)
    {
        Refusal = (tags, isSent) switch
        {
            (_, false) => Required("Send If-Match with the ETag that you read."),
            (null, _) => new InvalidParameters(HeaderNames.IfMatch, ErrorCode.Pattern, "If-Match holds entity tags as ETag gave them."),
            _ when tags.Any(tag => tag.IsWeak || tag.Tag == "*") => Required("Send If-Match with a strong ETag, not * and not W/…."),
            _ => null,
        };
        foreach (var tag in tags ?? [])
        {
            var version = tag.Tag.AsSpan().Trim('"');
            version = version.IndexOf('-') is >= 0 and var end ? version[..end] : default;
            if (int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                versions.Add(number);
            }
        }
    }

    public ProblemResult? Refusal { get; }

    /// <summary>Whether the caller has seen this version.</summary>
    public bool Matches(int version) => versions.Contains(version);

    public static ValueTask<IfMatch?> BindAsync(HttpContext context) => ValueTask.FromResult<IfMatch?>(Of(context.Request.Headers.IfMatch));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new PreconditionMetadata(CanCreate: false));
        builder.Metadata.Add(ProblemKind.PreconditionRequired);
        builder.Metadata.Add(ProblemKind.PreconditionFailed);
    }

    /// <summary>Reads the header, or what stands for it elsewhere.</summary>
    internal static IfMatch Of(StringValues header)
    {
        var isRead = EntityTagHeaderValue.TryParseStrictList(header, out var tags);
        return new IfMatch(isRead ? tags : null, header.Count > 0);
    }

    private static ProblemResult Required(string detail) => new(ProblemKind.PreconditionRequired, detail);
}

/// <summary>Which preconditions a route asks for, for the OpenAPI document.</summary>
/// <param name="CanCreate">Whether `If-None-Match: *` creates.</param>
internal sealed record PreconditionMetadata(bool CanCreate);
