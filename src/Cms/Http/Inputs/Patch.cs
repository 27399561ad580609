using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Cms.Http.Inputs;

/// <summary>
/// A merge patch (RFC 7396) on an input: a member that is absent stays, null clears. It is laid over the present input and the whole is held
/// to the same rules as any other, so nothing can be reached by a patch that could not be sent at once.
/// </summary>
internal sealed class Patch<T> : IRequestBody, IEndpointParameterMetadataProvider where T : class
{
    private static readonly BodyContract Contract = new(typeof(T), BodyContract.MergePatch, IsOptional: false);

    private readonly IServiceProvider services;
    private readonly JsonObject members;

    private Patch(ReadOnlyMemory<byte> bytes, JsonObject? members, ProblemResult? refusal, IServiceProvider services)
    {
        Bytes = bytes;
        this.members = members ?? [];
        Refusal = refusal;
        this.services = services;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public ProblemResult? Refusal { get; }

    public static async ValueTask<Patch<T>?> BindAsync(HttpContext context)
    {
        var body = await RequestBytes.Read(context, Contract);
        return body.Refusal is null ? Of(body.Bytes, context.RequestServices) : new Patch<T>(body.Bytes, null, body.Refusal, context.RequestServices);
    }

    /// <summary>The patch that a text stands for, wherever it came.</summary>
    public static Patch<T> Of(ReadOnlyMemory<byte> bytes, IServiceProvider services)
    {
        var (members, refusal) = Read(bytes, services);
        return new Patch<T>(bytes, members, refusal, services);
    }

    /// <summary>Whether the patch names the member, be it to clear it.</summary>
    public bool Names(string member) => members.ContainsKey(member);

    /// <summary>The input that the patch makes of the present one, or what is wrong with it.</summary>
    public (T? Value, Unprocessable? Refusal) Apply(T current)
    {
        var merged = JsonSerializer.SerializeToNode(current, InputReader.OptionsOf(services).GetTypeInfo(typeof(T)))!.AsObject();
        Merge(merged, members);
        var (value, refusal) = InputReader.Read<T>(JsonSerializer.SerializeToUtf8Bytes(merged), services);
        return (value, refusal is null or Unprocessable
            ? (Unprocessable?)refusal
            : new Unprocessable("", ErrorCode.Malformed, "There is half a surrogate pair in it."));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(Contract);
        builder.Metadata.Add(ProblemKind.Unprocessable);
    }

    private static (JsonObject? Members, ProblemResult? Refusal) Read(ReadOnlyMemory<byte> bytes, IServiceProvider services)
    {
        var (document, refusal) = InputText.Read(bytes);
        using (document)
        {
            if (document is null)
            {
                return (null, refusal);
            }

            // What a merge would lose is found before it: duplicates, half characters, unknown members that are cleared. The rest shows after it.
            var shape = new InputShape(InputReader.OptionsOf(services));
            shape.Check(document.RootElement, typeof(T));
            var errors = shape.Errors
                .Where(error => error.Pointer is "" || error.Code is ErrorCode.Duplicate or ErrorCode.Unknown or ErrorCode.ReadOnly)
                .ToList();
            return shape.Unreadable is { } unreadable ? (null, InputText.Unreadable(unreadable))
                : errors.Count > 0 ? (null, new Unprocessable(errors))
                : Parse(bytes);
        }
    }

    private static (JsonObject? Members, ProblemResult? Refusal) Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return (JsonNode.Parse(bytes.Span, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject(), null);
        }
        catch (JsonException)
        {
            return (null, new Unprocessable("", ErrorCode.Duplicate, "A member is given twice."));
        }
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject inner)
            {
                if (target[name] is not JsonObject below)
                {
                    target[name] = below = [];
                }

                Merge(below, inner);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
