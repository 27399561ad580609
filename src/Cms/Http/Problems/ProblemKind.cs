namespace Cms.Http.Problems;

/// <summary>A kind of problem: its stable code, its status, its title. The table below is all there are.</summary>
internal sealed record ProblemKind(string Code, int Status, string Title)
{
    public static readonly ProblemKind BadRequest = new("bad-request", 400, "The request cannot be read");
    public static readonly ProblemKind InvalidParameter = new("invalid-parameter", 400, "A parameter is wrong");
    public static readonly ProblemKind InvalidCursor = new("invalid-cursor", 400, "The cursor does not belong to this list");
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "A valid key is needed");
    public static readonly ProblemKind Forbidden = new("forbidden", 403, "The key lacks a scope");
    public static readonly ProblemKind NotFound = new("not-found", 404, "There is nothing here");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "The method is not allowed here");
    public static readonly ProblemKind Conflict = new("conflict", 409, "The request clashes with the present state");
    public static readonly ProblemKind IdempotencyKeyInFlight =
        new("idempotency-key-in-flight", 409, "The first request under this Idempotency-Key is still at work");
    public static readonly ProblemKind InUse = new("in-use", 409, "Others refer to the resource");
    public static readonly ProblemKind SlugTaken = new("slug-taken", 409, "Another resource has this slug");
    public static readonly ProblemKind PreconditionFailed = new("precondition-failed", 412, "The resource has changed meanwhile");
    public static readonly ProblemKind RequestTimeout = new("request-timeout", 408, "The request took too long to arrive");
    public static readonly ProblemKind PayloadTooLarge = new("payload-too-large", 413, "The body is too large");
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "The media type is not understood");
    public static readonly ProblemKind Unprocessable = new("unprocessable", 422, "The body breaks a rule");
    public static readonly ProblemKind IdempotencyKeyReused = new("idempotency-key-reused", 422, "The Idempotency-Key belongs to another request");
    public static readonly ProblemKind PreconditionRequired = new("precondition-required", 428, "A precondition is needed");
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "Too many requests");
    public static readonly ProblemKind InternalError = new("internal-error", 500, "Something went wrong on our side");
    public static readonly ProblemKind Unavailable = new("unavailable", 503, "The service is not available right now");

    /// <summary>Every kind, by status and code.</summary>
    public static readonly IReadOnlyList<ProblemKind> All =
    [
        BadRequest, InvalidCursor, InvalidParameter, Unauthenticated, Forbidden, NotFound, MethodNotAllowed, RequestTimeout,
        Conflict, IdempotencyKeyInFlight, InUse, SlugTaken, PreconditionFailed, PayloadTooLarge,
        UnsupportedMediaType, IdempotencyKeyReused, Unprocessable, PreconditionRequired, TooManyRequests, InternalError, Unavailable,
    ];

    /// <summary>The kind that a bare status stands for.</summary>
    public static ProblemKind ForStatus(int status) => status switch
    {
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => RequestTimeout,
        409 => Conflict,
        412 => PreconditionFailed,
        413 => PayloadTooLarge,
        415 => UnsupportedMediaType,
        422 => Unprocessable,
        428 => PreconditionRequired,
        429 => TooManyRequests,
        503 => Unavailable,
        >= 500 => InternalError,
        _ => BadRequest,
    };
}
