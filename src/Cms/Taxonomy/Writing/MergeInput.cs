using System.Text.Json.Serialization;
using Cms.Http;
using FluentValidation;

namespace Cms.Taxonomy.Writing;

/// <summary>What something is to be merged into.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MergeInput
{
    /// <summary>The slug or the id of the one that stays, in the same publication.</summary>
    public required string Into { get; init; }
}

/// <summary>The rules for a merge.</summary>
internal sealed class MergeInputValidator : AbstractValidator<MergeInput>
{
    public MergeInputValidator() =>
        RuleFor(merge => merge.Into).NotEmpty().WithMessage("Name the one that stays.").MaximumLength(Limits.ReferenceLength)
            .WithMessage("Use {MaxLength} characters at most.");
}
