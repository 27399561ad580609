using System.Text.Json.Serialization;
using Cms.Content.Text;
using Cms.Http;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using FluentValidation;

namespace Cms.Taxonomy.Writing;

/// <summary>A newspaper or edition as an editor sends it.</summary>
[AnsweredAs(typeof(Publication))]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PublicationInput
{
    /// <summary>The path of an article where none is said.</summary>
    public const string ArticlePathDefault = "/{slug}";

    /// <summary>The name as shown to readers.</summary>
    public required string Name { get; init; }

    /// <summary>The slug that is wished for; default: the present one, or one made of the name.</summary>
    public string? Slug { get; init; }

    /// <summary>BCP 47 language of the publication.</summary>
    public required string Language { get; init; }

    /// <summary>IANA time zone in which its dates are reckoned; it stands as soon as there are stories.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The address of its site.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The path of an article below the site's address, with `{slug}` in it; default: `/{slug}`.</summary>
    public string? ArticlePath { get; init; }
}

/// <summary>The rules for a publication.</summary>
internal sealed class PublicationInputValidator : AbstractValidator<PublicationInput>
{
    public PublicationInputValidator()
    {
        RuleFor(publication => publication.Name).IsName();
        RuleFor(publication => publication.Slug).IsSlug();
        RuleFor(publication => publication.Language).Must(language => language.Length <= Limits.Label && Languages.IsWellFormed(language))
            .WithErrorCode(ErrorCode.Pattern).WithMessage("Give a BCP 47 tag such as en or ar-EG.");
        RuleFor(publication => publication.TimeZone).Must(IsZone).WithErrorCode(ErrorCode.Pattern)
            .WithMessage("Give an IANA time zone such as Africa/Cairo.");
        RuleFor(publication => publication.SiteUrl).IsWebAddress();
        RuleFor(publication => publication.ArticlePath).Cascade(CascadeMode.Stop)
            .MaximumLength(Limits.Name).WithMessage("Use {MaxLength} characters at most.")
            .Must(path => path is null || (path.StartsWith('/') && path.Contains("{slug}", StringComparison.Ordinal)))
            .WithErrorCode(ErrorCode.Pattern).WithMessage("Begin the path with / and put {{slug}} into it.");
    }

    private static bool IsZone(string zone) =>
        zone.Length is > 0 and <= Limits.Label && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;
}
