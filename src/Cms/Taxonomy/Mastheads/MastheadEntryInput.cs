using System.Text.Json.Serialization;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using Cms.Taxonomy.Writing;
using FluentValidation;

namespace Cms.Taxonomy.Mastheads;

/// <summary>A term in an office as an editor sends it.</summary>
[AnsweredAs(typeof(EnteredTerm))]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MastheadEntryInput
{
    /// <summary>The office, written as pages print it, so that the entry wins over them.</summary>
    public required string Role { get; init; }

    /// <summary>Who holds it.</summary>
    public required string Name { get; init; }

    /// <summary>The first day of the term.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day that is no longer part of the term; null while it lasts.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>The rules for a term in an office.</summary>
internal sealed class MastheadEntryInputValidator : AbstractValidator<MastheadEntryInput>
{
    public MastheadEntryInputValidator()
    {
        RuleFor(entry => entry.Role).IsName();
        RuleFor(entry => entry.Name).IsName();
        RuleFor(entry => entry.Until).Must((entry, until) => until is null || until > entry.From).WithErrorCode(ErrorCode.OutOfRange)
            .WithMessage("A term ends after it has begun.");
    }
}
