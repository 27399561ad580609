using System.Security.Cryptography;
using System.Text;
using Cms.Data;
using Cms.Http.Problems;

namespace Cms.Http.Writing;

/// <summary>The manners of `Idempotency-Key`: which key a request has, and what a claim on it answers.</summary>
internal static class Idempotency
{
    public const string Header = "Idempotency-Key";

    /// <summary>The key of a POST; null without one; a refusal when it cannot be one.</summary>
    public static (IdempotencyKey? Key, ProblemResult? Refusal) Of(HttpContext context, string caller, ReadOnlyMemory<byte> body)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return (null, null);
        }

        return (request.Headers[Header], context.GetEndpoint()?.Metadata.GetMetadata<IdempotencyRequired>()) switch
        {
            ([], null) => (null, null),
            ([], _) => (null, new InvalidParameters(
                Header, ErrorCode.Required, "Name this attempt with an Idempotency-Key, so that it can be repeated safely.")),
            ([{ Length: > 0 and <= Limits.IdempotencyKeyLength } key], _) when key.All(character => character is > ' ' and <= '~') =>
                (new IdempotencyKey(caller, key, Fingerprint(request, body)), null),
            _ => (null, new InvalidParameters(
                Header,
                ErrorCode.Pattern,
                $"An Idempotency-Key is made of 1 to {Limits.IdempotencyKeyLength} visible ASCII characters, given once.")),
        };
    }

    /// <summary>The answer that the claim gives already; null when the write may go on.</summary>
    public static IResult? Answer(IdempotencyKey key, IdempotencyClaim claim) => claim switch
    {
        { Answer: { } answer } when key.Fingerprint.AsSpan().SequenceEqual(claim.Fingerprint) => new WrittenBytes
        {
            Status = answer.Status,
            ETag = answer.ETag,
            Location = answer.Location,
            Body = answer.Body,
            Kept = answer.Body,
            IsReplay = true,
        },
        { Answer: not null } => new ProblemResult(
            ProblemKind.IdempotencyKeyReused,
            "This Idempotency-Key was used for another request within the last 24 hours. Take a new one for a new request."),
        { IsFree: false } => new ProblemResult(
            ProblemKind.IdempotencyKeyInFlight,
            "The first request under this Idempotency-Key has not been answered yet. Repeat this one in a moment.")
        {
            RetryAfter = 1,
        },
        _ => null,
    };

    private static byte[] Fingerprint(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var head = string.Join('\n', request.Method, request.Path, request.QueryString, request.Headers.IfMatch.ToString(), "");
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(head), .. SHA256.HashData(body.Span)]);
    }
}

/// <summary>On a route: a POST without `Idempotency-Key` is refused.</summary>
internal sealed record IdempotencyRequired;
