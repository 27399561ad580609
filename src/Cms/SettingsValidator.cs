using System.Net;
using Cms.Content.Syndication;
using Cms.Content.Text;
using FluentValidation;

namespace Cms;

/// <summary>Stops the start with one clear line for each bad setting.</summary>
internal sealed class SettingsValidator : AbstractValidator<Settings>
{
    public const int BootstrapKeyLength = 32;

    public SettingsValidator()
    {
        // Its value stays unsaid: it is a secret.
        RuleFor(settings => settings.BootstrapKey).Cascade(CascadeMode.Stop)
            .MinimumLength(BootstrapKeyLength).WithMessage("Cms:BootstrapKey has {MinLength} characters or more, not {TotalLength}.")
            .Must(key => key is null || key.All(character => character is > ' ' and <= '~'))
            .WithMessage("Cms:BootstrapKey is made of visible ASCII characters.");
        RuleFor(settings => settings.Seeds).Must(path => path is null or "" || Path.Exists(path))
            .WithMessage("Cms:Seeds is a folder or file that exists, not '{PropertyValue}'; empty switches seeding off.");
        RuleFor(settings => settings.SeedStatus).Must(status => status is "published" or "draft")
            .WithMessage("Cms:SeedStatus is published or draft, not '{PropertyValue}'.");
        // Their values stay unsaid: there may be a password in them.
        RuleFor(settings => settings.PublicUrl).Must(url => !WebAddress.NamesUser(url)).WithMessage("Cms:PublicUrl names no user.")
            .Must(BeAnAddress).WithMessage("Cms:PublicUrl is an http or https address.");
        RuleForEach(settings => Settings.Split(settings.CorsOrigins)).Cascade(CascadeMode.Stop)
            .Must(origin => !origin.Contains('@')).WithMessage("Cms:CorsOrigins names no user.")
            .Must(origin => BeAnAddress(origin) && !origin.EndsWith('/'))
            .WithMessage("Cms:CorsOrigins holds origins such as https://desk.example.org, not '{PropertyValue}'.")
            .OverridePropertyName("Cms:CorsOrigins");
        RuleForEach(settings => Settings.Split(settings.TrustedProxies))
            .Must(proxy => IPNetwork.TryParse(proxy, out _) || IPAddress.TryParse(proxy, out _))
            .WithMessage("Cms:TrustedProxies holds addresses or networks (10.0.0.0/8), not '{PropertyValue}'.")
            .OverridePropertyName("Cms:TrustedProxies");
        RuleFor(settings => settings.RateLimit.Requests).GreaterThanOrEqualTo(0)
            .WithMessage("Cms:RateLimit:Requests is 0 (no limit) or the number of requests in one window, not '{PropertyValue}'.");
        RuleFor(settings => settings.RateLimit.WindowSeconds).InclusiveBetween(1, 3600)
            .WithMessage("Cms:RateLimit:WindowSeconds is a number from 1 to 3600, not '{PropertyValue}'.");
        RuleFor(settings => settings.Cache.Megabytes).InclusiveBetween(0, 65_536)
            .WithMessage("Cms:Cache:Megabytes is a number from 0 (nothing is kept) to 65536, not '{PropertyValue}'.");
        RuleFor(settings => settings.Publication.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= 200)
            .WithMessage("Cms:Publication:Name has 1 to 200 characters, not '{PropertyValue}'.");
        RuleFor(settings => settings.Publication.Slug).Must(Slugs.IsValid)
            .WithMessage("Cms:Publication:Slug is made of lowercase words joined by hyphens, not '{PropertyValue}'.");
        RuleFor(settings => settings.Publication.Language).Must(Languages.IsWellFormed)
            .WithMessage("Cms:Publication:Language is a BCP 47 tag such as en or ar-EG, not '{PropertyValue}'.");
        RuleFor(settings => settings.Publication.TimeZone)
            .Must(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId)
            .WithMessage("Cms:Publication:TimeZone is an IANA zone such as Africa/Cairo, not '{PropertyValue}'.");
        RuleFor(settings => settings.Publication.SiteUrl)
            .Must(url => !WebAddress.NamesUser(url)).WithMessage("Cms:Publication:SiteUrl names no user.")
            .Must(BeAnAddress)
            .WithMessage("Cms:Publication:SiteUrl is an http or https address.");
        RuleFor(settings => settings.Publication.ArticlePath).Must(path => path.StartsWith('/') && path.Contains("{slug}", StringComparison.Ordinal))
            .WithMessage("Cms:Publication:ArticlePath begins with / and holds an article's slug as {slug}, not '{PropertyValue}'.");
    }

    private static bool BeAnAddress(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}
