using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Makes a publication.</summary>
internal static class CreatePublication
{
    /// <summary>Make a publication</summary>
    /// <remarks>
    /// Public at once. It has sections, tags, contributors and slugs of its own. A slug that leads to another publication is refused.
    /// </remarks>
    public static async Task<Results<Added<Publication>, TermRefusal>> Handle(
        Body<PublicationInput> body, WriteTransaction write, CancellationToken cancellationToken)
    {
        var (publication, refusal) = await PublicationEditing.Create(write, body.Value, Guid.CreateVersion7(), cancellationToken);
        return publication is null
            ? new TermRefusal(refusal!)
            : new Added<Publication>(publication, publication.Version, $"/v1/publications/{publication.Id}");
    }
}
