using Cms.Content.Bodies;
using Cms.Content.Syndication;
using Cms.Content.Text;
using Cms.Http;
using Cms.Http.Problems;
using FluentValidation;

namespace Cms.Taxonomy.Writing;

/// <summary>Rules that the inputs of the room share; the bounds are those of the tables.</summary>
internal static class TermInputRules
{
    /// <summary>The name of something: some visible characters, not too many.</summary>
    public static void IsName<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .MaximumLength(Limits.Name).WithMessage("Use {MaxLength} characters at most.")
            .Must(name => Normalization.ForStoring(name).Length > 0).WithErrorCode(ErrorCode.Required).WithMessage("Give a name.");

    /// <summary>A slug that could have been made of a name.</summary>
    public static void IsSlug<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(slug => slug is null || Slugs.IsValid(slug)).WithErrorCode(ErrorCode.Pattern)
            .WithMessage("Make a slug of lower-case letters and digits joined by hyphens, at most 100; an id is none.");

    /// <summary>A text that is not too long.</summary>
    public static void IsAtMost<T>(this IRuleBuilderInitial<T, string?> rule, int length) =>
        rule.MaximumLength(length).WithMessage("Use {MaxLength} characters at most.");

    /// <summary>The slug or the id of something.</summary>
    public static void IsReference<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .MaximumLength(Limits.ReferenceLength).WithMessage("Use {MaxLength} characters at most.")
            .Must(reference => reference is null or { Length: > 0 }).WithErrorCode(ErrorCode.Empty)
            .WithMessage("Give a slug or an id, or leave it out.");

    /// <summary>An absolute web address.</summary>
    public static void IsWebAddress<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .MaximumLength(Limits.Line).WithMessage("Use {MaxLength} characters at most.")
            .Must(url => url is null || (BodyRules.IsWebAddress(url) && !WebAddress.NamesUser(url))).WithErrorCode(ErrorCode.Pattern)
            .WithMessage("Give an absolute http or https address without a user.");

    /// <summary>The text as it is stored; null for none.</summary>
    public static string? Stored(string? text) => text is null ? null : Normalization.ForStoring(text) is { Length: > 0 } stored ? stored : null;
}
