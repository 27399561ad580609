using System.Text.Json.Serialization;
using Cms.Http;
using Cms.Http.Inputs;
using FluentValidation;

namespace Cms.Taxonomy.Writing;

/// <summary>A person or agency as an editor sends it.</summary>
[AnsweredAs(typeof(Contributor))]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ContributorInput : ITermInput
{
    /// <summary>The name as shown to readers.</summary>
    public required string Name { get; init; }

    /// <summary>The address that is wished for; default: the present one, or one made of the name.</summary>
    public string? Slug { get; init; }

    /// <summary>The publication of a new contributor; default: the installation's. A contributor stays where it was made.</summary>
    public string? PublicationSlug { get; init; }

    /// <summary>A person or an agency; default: a person.</summary>
    public ContributorKind? Kind { get; init; }

    /// <summary>What the contributor is, such as `Political editor`.</summary>
    public string? Title { get; init; }

    /// <summary>A few words about the contributor.</summary>
    public string? Bio { get; init; }
}

/// <summary>The rules for a contributor.</summary>
internal sealed class ContributorInputValidator : AbstractValidator<ContributorInput>
{
    public ContributorInputValidator()
    {
        RuleFor(contributor => contributor.Name).IsName();
        RuleFor(contributor => contributor.Slug).IsSlug();
        RuleFor(contributor => contributor.PublicationSlug).IsReference();
        RuleFor(contributor => contributor.Title).IsAtMost(Limits.Headline);
        RuleFor(contributor => contributor.Bio).IsAtMost(Limits.Line);
    }
}
