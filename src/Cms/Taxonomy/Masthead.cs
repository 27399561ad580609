using Cms.Http.Answers;

namespace Cms.Taxonomy;

/// <summary>Who held the printed offices of a publication, and when.</summary>
internal sealed record Masthead
{
    /// <summary>The terms by office, each office's in order of time.</summary>
    public required RawJson<IReadOnlyList<MastheadTerm>> Data { get; init; }
}

/// <summary>One person's time in one office, as editors say or as printed pages show it.</summary>
/// <param name="Role">The office as printed.</param>
/// <param name="Name">Who held it.</param>
/// <param name="From">The first day of the term, or on which the name was printed.</param>
/// <param name="Until">The first day that is no longer part of the term; null while it lasts.</param>
/// <param name="EntryId">The editors' entry that says so; null for what pages print.</param>
internal sealed record MastheadTerm(string Role, string Name, DateOnly From, DateOnly? Until, Guid? EntryId);
