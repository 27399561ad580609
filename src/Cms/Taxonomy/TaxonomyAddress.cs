namespace Cms.Taxonomy;

/// <summary>A contributor, section, tag or publication as a path names it: by id, or by a slug.</summary>
/// <param name="IdOrSlug">The last part of the path.</param>
/// <param name="Publication">The publication that the slug is looked up in, by slug or id; null for the installation's default.</param>
internal sealed record TaxonomyAddress(string IdOrSlug, string? Publication = null)
{
    /// <summary>The id; null when the address is a slug. No slug parses as an id.</summary>
    public Guid? Id { get; } = IdOf(IdOrSlug);

    public Guid? PublicationId { get; } = IdOf(Publication);

    /// <summary>The id that a reference is; null when it is a slug.</summary>
    public static Guid? IdOf(string? reference) => Guid.TryParseExact(reference, "D", out var id) ? id : null;
}
