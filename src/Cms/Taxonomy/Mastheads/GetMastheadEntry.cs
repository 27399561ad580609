using Cms.Http.Answers;
using Cms.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Reads one entry of a masthead.</summary>
internal static class GetMastheadEntry
{
    /// <summary>Read an entry of a masthead</summary>
    /// <remarks>For everyone. Answers what an editor says of an office: who held it, and when.</remarks>
    /// <param name="idOrSlug">The publication's id or slug.</param>
    /// <param name="id">The entry's id.</param>
    public static async Task<Results<Answer<EnteredTerm>, Missing>> Handle(
        string idOrSlug, Guid id, MastheadEntryStore entries, CancellationToken cancellationToken) =>
        await entries.Find(new TaxonomyAddress(idOrSlug), id, cancellationToken) is { } row
            ? new Answer<EnteredTerm>(new EnteredTerm(row), row.Version) { SurrogateKeys = [row.Id] }
            : new Missing("The publication has no entry with this id.");
}
