using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Http.Problems;
using FluentValidation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Cms.Http.Inputs;

/// <summary>Reads JSON as an input: its text, its shape, then the rules of its validator. Every refusal names all that it found.</summary>
internal static class InputReader
{
    /// <summary>The input, or the refusal.</summary>
    public static (T? Value, ProblemResult? Refusal) Read<T>(ReadOnlyMemory<byte> bytes, IServiceProvider services) where T : class
    {
        var (document, refusal) = InputText.Read(bytes);
        using (document)
        {
            return document is null ? (null, refusal) : Read<T>(document.RootElement, bytes, services);
        }
    }

    private static (T? Value, ProblemResult? Refusal) Read<T>(JsonElement root, ReadOnlyMemory<byte> bytes, IServiceProvider services) where T : class
    {
        var options = OptionsOf(services);
        var shape = new InputShape(options);
        shape.Check(root, typeof(T));
        if (shape.Unreadable is { } unreadable)
        {
            return (null, InputText.Unreadable(unreadable));
        }

        if (shape.HasMore || shape.Errors.Any(error => error.Code is not (ErrorCode.Unknown or ErrorCode.ReadOnly)))
        {
            return (null, new Unprocessable(shape.Errors));
        }

        // What nobody asked for does not hide what else is wrong.
        var kept = shape.Errors.Count == 0 ? bytes : Without(bytes, shape.Errors.Select(error => error.Pointer!));
        var value = (T)JsonSerializer.Deserialize(kept.Span, options.GetTypeInfo(typeof(T)))!;
        IReadOnlyList<ProblemError> errors = [.. shape.Errors, .. InputRules.Check(value, services.GetService<IValidator<T>>())];
        return errors.Count == 0 ? (value, null) : (null, new Unprocessable(errors));
    }

    /// <summary>The one set of rules for JSON.</summary>
    public static JsonSerializerOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    private static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> bytes, IEnumerable<string> pointers)
    {
        var root = JsonNode.Parse(bytes.Span)!;
        foreach (var pointer in pointers)
        {
            var end = pointer.LastIndexOf('/');
            var parent = pointer[..end].Split('/').Skip(1)
                .Aggregate(root, (node, name) => node is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!)
                .AsObject();
            var name = pointer[(end + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            // A pointer to a very long name holds its beginning only.
            var isCut = name.Length >= Limits.ReferenceLength;
            var unwanted = parent.Select(member => member.Key).Where(key => isCut ? key.StartsWith(name, StringComparison.Ordinal) : key == name);
            foreach (var member in unwanted.ToList())
            {
                parent.Remove(member);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }
}
