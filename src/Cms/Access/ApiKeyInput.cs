using System.Text.Json.Serialization;
using Cms.Http.Inputs;
using FluentValidation;

namespace Cms.Access;

/// <summary>A key to be made.</summary>
[AnsweredAs(typeof(ApiKeyWithSecret))]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApiKeyInput
{
    public const int NameLength = 100;

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What it may do: no more than the key that makes it. Every change answers what it changed, so that a key with `articles:write` sees the
    /// drafts that it writes, without `articles:read-drafts` too.
    /// </summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it stops opening anything; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>The rules for a key.</summary>
internal sealed class ApiKeyInputValidator : AbstractValidator<ApiKeyInput>
{
    public ApiKeyInputValidator(TimeProvider clock)
    {
        RuleFor(key => key.Name).NotEmpty().WithMessage("Say what the key is for.").MaximumLength(ApiKeyInput.NameLength)
            .WithMessage("Use {MaxLength} characters at most.");
        RuleFor(key => key.Scopes).NotEmpty().WithMessage("Name at least one scope.").MaxItems(Scopes.All.Length).Distinct();
        RuleForEach(key => key.Scopes).IsOneOf(Scopes.All);
        RuleFor(key => key.ExpiresAt).Must(time => time is null || time > clock.GetUtcNow()).WithErrorCode(Http.Problems.ErrorCode.OutOfRange)
            .WithMessage("Choose a time to come, or null.");
    }
}
