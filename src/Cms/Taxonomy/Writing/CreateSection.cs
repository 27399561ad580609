using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Makes a section.</summary>
internal static class CreateSection
{
    /// <summary>Make a section</summary>
    /// <remarks>
    /// Public at once, before any story is filed in it. Sections form a tree whose depth `/v1/meta` limits. A slug that leads to another section,
    /// be it an old one, is refused.
    /// </remarks>
    public static async Task<Results<Added<Section>, TermRefusal>> Handle(
        Body<SectionInput> body, WriteTransaction write, CancellationToken cancellationToken)
    {
        var (section, refusal) = await TermKinds.Sections.Create(write, body.Value, Guid.CreateVersion7(), cancellationToken);
        return section is null ? new TermRefusal(refusal!) : new Added<Section>(section, section.Version, $"/v1/sections/{section.Id}");
    }
}
