using System.Globalization;
using Cms.Content.Text;
using Cms.Data;
using Cms.Http.Problems;

namespace Cms.Taxonomy.Writing;

/// <summary>Makes and changes publications.</summary>
internal static class PublicationEditing
{
    private const string Noun = "publication";

    /// <summary>The input that would make the publication: what a patch is laid over.</summary>
    public static PublicationInput Present(PublicationRow row) => new()
    {
        Name = row.Name,
        Slug = row.Slug,
        Language = row.Language,
        TimeZone = row.TimeZone,
        SiteUrl = row.SiteUrl,
        ArticlePath = row.ArticlePath,
    };

    /// <summary>Makes a publication under the id.</summary>
    public static async Task<(Publication? Publication, ProblemResult? Refusal)> Create(
        WriteTransaction write, PublicationInput input, Guid id, CancellationToken cancellationToken)
    {
        var slug = input.Slug ?? Slugs.From(input.Name);
        if (slug.Length == 0)
        {
            return (null, new Unprocessable(TermEditing.NoSlug));
        }

        if (await Refuse(write, input, slug, id, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        return await PublicationWriter.Insert(write.Connection, id, slug, input, cancellationToken)
            ? (await Finish(write, id, "create", cancellationToken), null)
            : (null, new ExistsAlready());
    }

    /// <summary>Replaces what a publication, which is held, says.</summary>
    public static async Task<(Publication? Publication, ProblemResult? Refusal)> Change(
        WriteTransaction write, PublicationInput input, PublicationRow row, CancellationToken cancellationToken)
    {
        var slug = input.Slug ?? row.Slug;
        if (await Refuse(write, input, slug, row.Id, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        // Every story's date was reckoned in it.
        if (input.TimeZone != row.TimeZone && (await PublicationWriter.Uses(write.Connection, row.Id, cancellationToken)).Counts["stories"] > 0)
        {
            return (null, new Clash(
                "The publication has stories, whose dates were reckoned in its time zone.",
                new ProblemError { Pointer = "/timeZone", Code = ErrorCode.Invalid, Detail = $"It stays {row.TimeZone}." }));
        }

        await PublicationWriter.Update(write.Connection, row.Id, slug, input, cancellationToken);
        return (await Finish(write, row.Id, "update", cancellationToken), null);
    }

    /// <summary>Deletes a publication, which is held, unless something belongs to it.</summary>
    public static async Task<ProblemResult?> Delete(WriteTransaction write, PublicationRow row, CancellationToken cancellationToken)
    {
        if (row.IsDefault)
        {
            return new Clash("The default publication stays: slugs are looked up in it when a request names none.");
        }

        var uses = await PublicationWriter.Uses(write.Connection, row.Id, cancellationToken);
        if (uses.Any)
        {
            return new InUse("idOrSlug", $"The publication is not empty: {uses}.", uses.Facts);
        }

        await PublicationWriter.Delete(write.Connection, row.Id, cancellationToken);
        TermEditing.Record(write, Noun, "delete", row.Id, $$"""{"id":"{{row.Id}}"}""");
        return null;
    }

    private static async Task<ProblemResult?> Refuse(
        WriteTransaction write, PublicationInput input, string slug, Guid id, CancellationToken cancellationToken)
    {
        if (!await PublicationWriter.KnowsZone(write.Connection, input.TimeZone, cancellationToken))
        {
            return new Unprocessable("/timeZone", ErrorCode.Pattern, "Give an IANA time zone such as Africa/Cairo.");
        }

        return await PublicationWriter.IsTaken(write.Connection, slug, id, cancellationToken) ? new SlugTaken(slug) : null;
    }

    private static async Task<Publication> Finish(WriteTransaction write, Guid id, string action, CancellationToken cancellationToken)
    {
        var row = await PublicationWriter.Read(write.Connection, id, cancellationToken);
        TermEditing.Record(
            write, Noun, action, id, string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","version":{{row.Version}}}"""));
        return new Publication(row);
    }
}
