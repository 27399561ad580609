using Cms.Data;
using Cms.Data.Watching;

namespace Cms.Taxonomy;

/// <summary>
/// What slugs of public publications, sections, tags and contributors name, remembered as long as these do not change: editors name the same
/// ones again and again. Whoever files a story by it still holds the rows (`hold_filing`), since one may just have gone, by another process's doing.
/// </summary>
internal sealed class FilingBook(Database database)
{
    private const int MostTerms = 100_000;
    private const int MostHomes = 1_000;

    private readonly Remembered<(string?, Guid?), StoryHome> homes = new(database.Changes, MostHomes);
    private readonly Remembered<(Guid Publication, FilingKind Kind, string Slug), FiledTerm> terms = new(database.Changes, MostTerms);

    /// <summary>Up to where changes are known, to be noted before anything is read that is to be remembered.</summary>
    public long Generation => database.Changes.Generation;

    /// <summary>What the slugs name, if all of it is remembered.</summary>
    public StoryFiling? Find(StoryFilingQuery query) =>
        homes.TryGet(query.PublicationId is null ? (query.Publication, null) : (null, query.PublicationId), out var home)
        && Terms(home.Id, FilingKind.Section, query.Section is null ? [] : [query.Section]) is { } sections
        && Terms(home.Id, FilingKind.Tag, query.Tags) is { } tags
        && Terms(home.Id, FilingKind.Contributor, query.Authors) is { } authors
            ? new StoryFiling { Home = home, Sections = sections, Tags = tags, Authors = authors }
            : null;

    public void Remember(StoryFilingQuery query, StoryHome home, long generation)
    {
        homes.Add((null, home.Id), home, generation, home.Id);
        if (query.PublicationId is null)
        {
            homes.Add((query.Publication, null), home, generation, home.Id);
        }
    }

    /// <summary>Remembers a public row; changes of others are not told.</summary>
    public void Remember(Guid publication, FilingKind kind, string slug, FiledTerm term, long generation) =>
        terms.Add((publication, kind, slug), term, generation, term.Id);

    private Dictionary<string, FiledTerm>? Terms(Guid publication, FilingKind kind, string[] slugs)
    {
        var found = new Dictionary<string, FiledTerm>(slugs.Length, StringComparer.Ordinal);
        foreach (var slug in slugs)
        {
            if (!terms.TryGet((publication, kind, slug), out var term))
            {
                return null;
            }

            found[slug] = term;
        }

        return found;
    }
}

/// <summary>The tables that stories refer to by slug.</summary>
internal enum FilingKind
{
    Section,
    Tag,
    Contributor,
}
