using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Cms.Http.Problems;

namespace Cms.Http.Inputs;

/// <summary>Reads bytes as one JSON value, strictly; says where they cannot be read.</summary>
internal static class InputText
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.JsonDepth };

    /// <summary>The document, or the refusal.</summary>
    public static (JsonDocument? Document, ProblemResult? Refusal) Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return (null, Unreadable(new ProblemError { Pointer = "", Code = ErrorCode.Required, Detail = "The body is empty." }));
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            return (null, Unreadable(At(0, ValidLength(bytes.Span), "There are bytes here that are not UTF-8.")));
        }

        try
        {
            return (JsonDocument.Parse(bytes, Strict), null);
        }
        catch (JsonException exception)
        {
            return (null, Unreadable(IsTooDeep(bytes.Span)
                ? new ProblemError
                {
                    Pointer = "",
                    Code = ErrorCode.TooDeep,
                    Detail = $"The JSON is nested deeper than {Limits.JsonDepth}.",
                    Meta = new Dictionary<string, string> { ["max"] = Limits.JsonDepth.ToString(CultureInfo.InvariantCulture) },
                }
                : At(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0, "The text is not JSON from here on.")));
        }
    }

    /// <summary>400: the body cannot be read.</summary>
    public static ProblemResult Unreadable(params IReadOnlyList<ProblemError> errors) => new(ProblemKind.BadRequest, errors[0].Detail, errors);

    private static ProblemError At(long line, long position, string detail) => new()
    {
        Pointer = "",
        Code = ErrorCode.Malformed,
        Detail = detail,
        Meta = new Dictionary<string, string>
        {
            ["line"] = line.ToString(CultureInfo.InvariantCulture),
            ["byte"] = position.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            valid += length;
        }

        return valid;
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Limits.JsonDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= Limits.JsonDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
