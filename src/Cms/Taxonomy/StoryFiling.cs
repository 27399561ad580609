namespace Cms.Taxonomy;

/// <summary>What an editor's story names by slug.</summary>
/// <param name="Publication">A publication's slug; null for the default one.</param>
/// <param name="PublicationId">The publication that the story is in already; it wins over the slug.</param>
/// <param name="Section">A section's slug.</param>
/// <param name="Tags">Slugs of tags.</param>
/// <param name="Authors">Slugs of contributors.</param>
internal sealed record StoryFilingQuery(string? Publication, Guid? PublicationId, string? Section, string[] Tags, string[] Authors);

/// <summary>The publication of a story.</summary>
internal sealed record StoryHome
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Language { get; init; }
    public required int Version { get; init; }

    /// <summary>Its `{id, slug, name}`.</summary>
    public required string Json { get; init; }
}

/// <summary>A section, tag or contributor that a slug names, perhaps a former one.</summary>
/// <param name="Id">The row that it is now.</param>
/// <param name="Json">Its `{id, slug, name}`.</param>
internal sealed record FiledTerm(Guid Id, string Json);

/// <summary>What slugs turned out to be.</summary>
internal sealed record StoryFiling
{
    public required StoryHome Home { get; init; }

    public required IReadOnlyDictionary<string, FiledTerm> Sections { get; init; }
    public required IReadOnlyDictionary<string, FiledTerm> Tags { get; init; }
    public required IReadOnlyDictionary<string, FiledTerm> Authors { get; init; }

    /// <summary>The section; null where none was named or none has the slug.</summary>
    public Guid? SectionId => Sections.Values.SingleOrDefault()?.Id;

    /// <summary>Each id with its `{id, slug, name}`.</summary>
    public IReadOnlyDictionary<Guid, string?> Names()
    {
        var names = new Dictionary<Guid, string?> { [Home.Id] = Home.Json };
        foreach (var terms in new[] { Sections, Tags, Authors })
        {
            foreach (var term in terms.Values)
            {
                names[term.Id] = term.Json;
            }
        }

        return names;
    }
}
