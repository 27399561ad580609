using System.Reflection;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Http.Inputs;

/// <summary>A request's body as JSON of one shape, parsed and held to its rules before the handler runs.</summary>
internal sealed class Body<T> : IRequestBody, IEndpointParameterMetadataProvider where T : class
{
    private readonly T? value;

    private Body(ReadOnlyMemory<byte> bytes, T? value, ProblemResult? refusal)
    {
        Bytes = bytes;
        this.value = value;
        Refusal = refusal;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public ProblemResult? Refusal { get; }

    /// <summary>The input.</summary>
    public T Value => value ?? throw new InvalidOperationException("The body was refused: its route group lacks TakesWrites.");

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var body = await RequestBytes.Read(context, ContractOf(parameter));
        var (value, refusal) = body.Refusal is null ? InputReader.Read<T>(body.Bytes, context.RequestServices) : (null, body.Refusal);
        return new Body<T>(body.Bytes, value, refusal);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(ContractOf(parameter));
        builder.Metadata.Add(ProblemKind.Unprocessable);
    }

    private static BodyContract ContractOf(ParameterInfo parameter) =>
        new(typeof(T), BodyContract.Json, parameter.IsDefined(typeof(OptionalBodyAttribute)));
}

/// <summary>A body that was read whole.</summary>
internal interface IRequestBody : IRefusable
{
    /// <summary>The body as it came.</summary>
    ReadOnlyMemory<byte> Bytes { get; }
}
