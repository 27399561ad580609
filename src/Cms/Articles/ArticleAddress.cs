namespace Cms.Articles;

/// <summary>An article as a path names it: by id, or by a slug that is unique in its publication.</summary>
/// <param name="IdOrSlug">The last part of the path.</param>
/// <param name="Publication">The publication's slug or id; null for the installation's default.</param>
internal sealed record ArticleAddress(string IdOrSlug, string? Publication)
{
    /// <summary>The id; null when the address is a slug. No slug parses as an id.</summary>
    public Guid? Id { get; } = Guid.TryParseExact(IdOrSlug, "D", out var id) ? id : null;

    public Guid? PublicationId { get; } = Guid.TryParseExact(Publication, "D", out var id) ? id : null;

    /// <summary>The address of the article with this id.</summary>
    public static ArticleAddress Of(Guid id) => new(id.ToString("D"), Publication: null);
}
