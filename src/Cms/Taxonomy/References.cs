namespace Cms.Taxonomy;

/// <summary>A publication, named.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
internal sealed record PublicationReference(Guid Id, string Slug, string Name);

/// <summary>A section, named.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug, unique in its publication.</param>
/// <param name="Name">Its name.</param>
internal sealed record SectionReference(Guid Id, string Slug, string Name);

/// <summary>A tag, named.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its slug, unique in its publication.</param>
/// <param name="Name">Its name.</param>
internal sealed record TagReference(Guid Id, string Slug, string Name);
