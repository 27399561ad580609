namespace Cms.Http.Inputs;

/// <summary>What a route takes as its body. Requests are held to it, and the OpenAPI document shows it.</summary>
/// <param name="Shape">The input.</param>
/// <param name="MediaType">The only media type that is taken.</param>
/// <param name="IsOptional">Whether an empty body stands for `{}`.</param>
internal sealed record BodyContract(Type Shape, string MediaType, bool IsOptional)
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>Whether the body is a patch of the shape.</summary>
    public bool IsPatch => MediaType == MergePatch;
}

/// <summary>The most bytes that a route's body may have, where it is not <see cref="Limits.BodyBytes"/>.</summary>
internal sealed record BodyLimit(int Bytes)
{
    public static int Of(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? Limits.BodyBytes;
}

/// <summary>On a body parameter: an empty body stands for `{}`.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OptionalBodyAttribute : Attribute;

/// <summary>Names the shape in which an input is answered, so that members which only answers have are refused as read-only.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AnsweredAsAttribute(Type shape) : Attribute
{
    /// <summary>The shape of the answer.</summary>
    public Type Shape { get; } = shape;
}
