using System.Text.Json.Serialization;
using Cms.Http;
using Cms.Http.Inputs;
using FluentValidation;

namespace Cms.Taxonomy.Writing;

/// <summary>A tag as an editor sends it.</summary>
[AnsweredAs(typeof(Tag))]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TagInput : ITermInput
{
    /// <summary>The name as shown to readers.</summary>
    public required string Name { get; init; }

    /// <summary>The address that is wished for; default: the present one, or one made of the name.</summary>
    public string? Slug { get; init; }

    /// <summary>The publication of a new tag; default: the installation's. A tag stays where it was made.</summary>
    public string? PublicationSlug { get; init; }

    /// <summary>What the tag stands for.</summary>
    public string? Description { get; init; }
}

/// <summary>The rules for a tag.</summary>
internal sealed class TagInputValidator : AbstractValidator<TagInput>
{
    public TagInputValidator()
    {
        RuleFor(tag => tag.Name).IsName();
        RuleFor(tag => tag.Slug).IsSlug();
        RuleFor(tag => tag.PublicationSlug).IsReference();
        RuleFor(tag => tag.Description).IsAtMost(Limits.Line);
    }
}
