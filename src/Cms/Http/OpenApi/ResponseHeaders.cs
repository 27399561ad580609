using Cms.Http.Answers;
using Microsoft.OpenApi;

namespace Cms.Http.OpenApi;

/// <summary>The headers of answers: what each means, and which statuses carry it.</summary>
internal static class ResponseHeaders
{
    private static readonly Dictionary<string, (string Description, string Example)> Known = new()
    {
        ["Cache-Control"] = (
            $"Who may keep the answer, and how long: public answers `{CacheHeaders.Public}`; answers to a key "
            + $"`{CacheHeaders.Private}`; problems `no-store`.",
            CacheHeaders.Public),
        ["ETag"] = (
            "The strong entity tag of exactly these bytes; send it back as `If-None-Match`. A single resource's begins with its version.",
            "\"1-9wXyKX0ahN4dqxmT\""),
        ["Idempotency-Replayed"] = ("`true` on an answer that is given again to a retry; absent otherwise.", "true"),
        ["Link"] = (
            "Addresses that belong to the answer (RFC 8288): the next page of a list as `rel=\"next\"`, absent on the last page; the same in other "
            + "formats as `rel=\"alternate\"` with their `type`; the address of a story as `rel=\"canonical\"`.",
            "</v1/articles?limit=20&cursor=eyJTY29wZSI6IjRh>; rel=\"next\""),
        ["Location"] = ("The address of the resource, percent-encoded.", "/v1/articles/will-u-s-really-plan-to-withdraw-its-embassy-from-iraq"),
        ["RateLimit"] = (
            "What is left of the quota, and the seconds until it is full again. Absent when the installation sets no limit.",
            "\"default\";r=598;t=41"),
        ["RateLimit-Policy"] = ("The quota, and its window in seconds. Absent when the installation sets no limit.", "\"default\";q=600;w=60"),
        ["Retry-After"] = ("Seconds after which a retry makes sense; absent where none does.", "1"),
        ["Server-Timing"] = ("How long the answer took, in milliseconds.", "app;dur=2.1"),
        ["Surrogate-Key"] = (
            "Ids that a CDN purges this answer by: what it shows and what it is filtered by. Whatever else than these shapes it, such as a list or "
            + $"a count, carries `{AnswerOrigin.Collections}` too: after a change purge the id of what changed and `{AnswerOrigin.Collections}`. "
            + "Absent on answers to a key.",
            $"0199a3c2-5d4e-7b60-8f21-0242ac120002 {AnswerOrigin.Collections}"),
        ["WWW-Authenticate"] = ("How to authenticate.", "Bearer realm=\"cms\""),
        ["X-Request-Id"] = (
            "Names this request in the logs; equals the trace id of `traceparent`, and `traceId` of a problem.",
            "4bf92f3577b34da6a3ce929d0e0e4736"),
    };

    /// <summary>The headers of a status, as references to components.</summary>
    public static Dictionary<string, IOpenApiHeader> Of(int status, OpenApiDocument document, params string[] more)
    {
        string[] always = ["Cache-Control", "X-Request-Id"];
        string[] own = status switch
        {
            201 or 308 => ["Location"],
            412 => ["ETag"],
            401 => ["WWW-Authenticate"],
            429 => ["RateLimit", "RateLimit-Policy", "Retry-After"],
            409 or 503 => ["Retry-After"],
            _ => [],
        };
        return always.Concat(own).Concat(more).Distinct().Order(StringComparer.Ordinal).ToDictionary(name => name, name => Reference(name, document));
    }

    private static IOpenApiHeader Reference(string name, OpenApiDocument document)
    {
        var (description, example) = Known[name];
        document.AddComponent(name, new OpenApiHeader
        {
            Description = description,
            Schema = new OpenApiSchema { Type = name == "Retry-After" ? JsonSchemaType.Integer : JsonSchemaType.String },
            Example = name == "Retry-After" ? 1 : example,
        });
        return new OpenApiHeaderReference(name, document);
    }
}
