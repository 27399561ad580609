using System.Linq.Expressions;
using Cms.Content.Bodies;
using Cms.Content.Text;
using Cms.Http;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using FluentValidation;

namespace Cms.Articles.Writing;

/// <summary>The rules for a story that need no look into the database; the body has its own.</summary>
internal sealed class ArticleInputValidator : AbstractValidator<ArticleInput>
{
    private const int EarliestYear = 1500;
    private const int LatestYear = 2999;

    public ArticleInputValidator()
    {
        Bound(story => story.Headline, Limits.Headline);
        Bound(story => story.PublicationSlug, Slugs.MaxLength);
        Bound(story => story.Genre, Limits.Label);
        Bound(story => story.Kicker, Limits.Headline);
        Bound(story => story.Deck, Limits.Line);
        Bound(story => story.Dateline, Limits.Headline);
        Bound(story => story.SectionSlug, Slugs.MaxLength);
        Bound(story => story.Byline, Limits.Headline);
        Bound(story => story.BodyHtml, BodyRules.MaxSource);
        Bound(story => story.BodyMarkdown, BodyRules.MaxSource);
        RuleFor(story => story.Slug).Must(slug => slug is null || Slugs.IsValid(slug)).WithErrorCode(ErrorCode.Pattern)
            .WithMessage("Make a slug of lower-case letters and digits joined by hyphens, at most 100; an id is none.");
        RuleFor(story => story.Language).Must(language => language is null || (language.Length <= Limits.Label && Languages.IsWellFormed(language)))
            .WithErrorCode(ErrorCode.Pattern).WithMessage("Give a BCP 47 tag such as en or ar-EG.");
        RuleFor(story => story.TagSlugs).MaxItems(Limits.StoryTags).WithMessage("Give {Max} tags at most.").Distinct();
        RuleFor(story => story.Authors).MaxItems(Limits.StoryAuthors).WithMessage("Give {Max} authors at most.");
        RuleForEach(story => story.Authors).SetValidator(new AuthorInputValidator());
        RuleFor(story => story.PublishedAt).Must(time => time is null || time.Value.Year is >= EarliestYear and <= LatestYear)
            .WithErrorCode(ErrorCode.OutOfRange).WithMessage($"Give a time of the years {EarliestYear} to {LatestYear}.");
        RuleFor(story => story.CanonicalUrl).Must(url => url is null || BodyRules.IsWebAddress(url)).WithErrorCode(ErrorCode.Pattern)
            .WithMessage("Give an absolute http or https address.");
        RuleFor(story => story.Seo!).SetValidator(new SeoInputValidator()).When(story => story.Seo is not null);
        RuleFor(story => story.LeadImage!.Type).Must(type => type is null or "image").When(story => story.LeadImage is not null)
            .WithErrorCode(ErrorCode.NotInList).WithMessage("A lead image is of the type image.");
        RuleFor(story => story.BodyHtml).Must((story, html) => html is null || story.Body is null).WithErrorCode(ErrorCode.Invalid)
            .WithMessage("Give one of body, bodyHtml and bodyMarkdown.");
        RuleFor(story => story.BodyMarkdown).Must((story, markdown) => markdown is null || (story.Body is null && story.BodyHtml is null))
            .WithErrorCode(ErrorCode.Invalid).WithMessage("Give one of body, bodyHtml and bodyMarkdown.");
    }

    private void Bound(Expression<Func<ArticleInput, string?>> member, int length) =>
        RuleFor(member).MaximumLength(length).WithMessage("Use {MaxLength} characters at most.");
}

/// <summary>The rules for a credit.</summary>
internal sealed class AuthorInputValidator : AbstractValidator<AuthorInput>
{
    private const int NameLength = 200;

    public AuthorInputValidator()
    {
        RuleFor(author => author.Slug).Must((author, slug) => (slug is null) != (author.Name is null)).WithErrorCode(ErrorCode.Required)
            .WithMessage("Give either the slug or the name of a contributor.");
        RuleFor(author => author.Name).MaximumLength(NameLength).WithMessage("Use {MaxLength} characters at most.");
        RuleFor(author => author.Name).Must(name => name is null || Slugs.From(name).Length > 0).WithErrorCode(ErrorCode.Pattern)
            .WithMessage("A name holds a letter or a digit.");
        RuleFor(author => author.Role).MaximumLength(Limits.Label).WithMessage("Use {MaxLength} characters at most.");
        RuleFor(author => author.Role).Must(role => role is null || !string.IsNullOrWhiteSpace(role)).WithErrorCode(ErrorCode.Empty)
            .WithMessage("Say what the contributor did, or leave it out.");
    }
}

/// <summary>The rules for what search engines should show.</summary>
internal sealed class SeoInputValidator : AbstractValidator<SeoInput>
{
    public SeoInputValidator()
    {
        RuleFor(seo => seo.Title).MaximumLength(Limits.Headline).WithMessage("Use {MaxLength} characters at most.");
        RuleFor(seo => seo.Description).MaximumLength(Limits.Line).WithMessage("Use {MaxLength} characters at most.");
        RuleFor(seo => seo.Image).Must(url => url is null || BodyRules.IsWebAddress(url)).WithErrorCode(ErrorCode.Pattern)
            .WithMessage("Give an absolute http or https address.");
    }
}
