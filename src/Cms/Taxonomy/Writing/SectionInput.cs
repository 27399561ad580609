using System.Text.Json.Serialization;
using Cms.Http;
using Cms.Http.Inputs;
using FluentValidation;

namespace Cms.Taxonomy.Writing;

/// <summary>A section as an editor sends it.</summary>
[AnsweredAs(typeof(Section))]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SectionInput : ITermInput
{
    /// <summary>The name as shown to readers.</summary>
    public required string Name { get; init; }

    /// <summary>The address that is wished for; default: the present one, or one made of the name.</summary>
    public string? Slug { get; init; }

    /// <summary>The publication of a new section; default: the installation's. A section stays where it was made.</summary>
    public string? PublicationSlug { get; init; }

    /// <summary>The section above it, by slug or id; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>What the section is for.</summary>
    public string? Description { get; init; }
}

/// <summary>The rules for a section.</summary>
internal sealed class SectionInputValidator : AbstractValidator<SectionInput>
{
    public SectionInputValidator()
    {
        RuleFor(section => section.Name).IsName();
        RuleFor(section => section.Slug).IsSlug();
        RuleFor(section => section.PublicationSlug).IsReference();
        RuleFor(section => section.Parent).IsReference();
        RuleFor(section => section.Description).IsAtMost(Limits.Line);
    }
}
