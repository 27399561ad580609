using System.Globalization;
using Cms.Content.Text;
using Cms.Data;
using Cms.Http.Problems;
using Cms.Taxonomy.Writing;

namespace Cms.Taxonomy.Mastheads;

/// <summary>Makes and changes entries of a masthead that is held.</summary>
internal static class MastheadEditing
{
    private const string Noun = "mastheadEntry";

    /// <summary>The input that would make the entry: what a patch is laid over.</summary>
    public static MastheadEntryInput Present(MastheadEntryRow row) => new() { Role = row.Role, Name = row.Name, From = row.From, Until = row.Until };

    /// <summary>Makes an entry under the id.</summary>
    public static async Task<(EnteredTerm? Entry, ProblemResult? Refusal)> Create(
        WriteTransaction write, Guid publicationId, Guid id, MastheadEntryInput input, CancellationToken cancellationToken)
    {
        var stored = Stored(input);
        if (await MastheadEntryStore.Overlaps(write.Connection, publicationId, id, stored, cancellationToken))
        {
            return (null, Overlap());
        }

        return await MastheadEntryStore.Insert(write.Connection, publicationId, id, stored, cancellationToken)
            ? (await Finish(write, publicationId, id, "create", cancellationToken), null)
            : (null, new ExistsAlready());
    }

    /// <summary>Replaces an entry.</summary>
    public static async Task<(EnteredTerm? Entry, ProblemResult? Refusal)> Change(
        WriteTransaction write, Guid publicationId, Guid id, MastheadEntryInput input, CancellationToken cancellationToken)
    {
        var stored = Stored(input);
        if (await MastheadEntryStore.Overlaps(write.Connection, publicationId, id, stored, cancellationToken))
        {
            return (null, Overlap());
        }

        await MastheadEntryStore.Update(write.Connection, id, stored, cancellationToken);
        return (await Finish(write, publicationId, id, "update", cancellationToken), null);
    }

    /// <summary>Deletes an entry.</summary>
    public static async Task Delete(WriteTransaction write, Guid publicationId, Guid id, CancellationToken cancellationToken)
    {
        await MastheadEntryStore.Delete(write.Connection, id, cancellationToken);
        TermEditing.Record(write, Noun, "delete", id, $$"""{"id":"{{id}}","publicationId":"{{publicationId}}"}""");
    }

    private static MastheadEntryInput Stored(MastheadEntryInput input) =>
        input with { Role = Normalization.ForStoring(input.Role), Name = Normalization.ForStoring(input.Name) };

    private static Clash Overlap() => new(
        "Another entry gives the same office to the same name on some of these days.",
        new ProblemError { Pointer = "/from", Code = ErrorCode.Duplicate, Detail = "Change that entry, or choose days that it leaves free." });

    private static async Task<EnteredTerm> Finish(
        WriteTransaction write, Guid publicationId, Guid id, string action, CancellationToken cancellationToken)
    {
        var row = (await MastheadEntryStore.Read(write.Connection, publicationId, id, cancellationToken))!;
        TermEditing.Record(write, Noun, action, id, string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","publicationId":"{{publicationId}}","version":{{row.Version}}}"""));
        return new EnteredTerm(row);
    }
}
