using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Makes a tag.</summary>
internal static class CreateTag
{
    /// <summary>Make a tag</summary>
    /// <remarks>Public at once, before any story has it. A slug that leads to another tag, be it an old one, is refused.</remarks>
    public static async Task<Results<Added<Tag>, TermRefusal>> Handle(
        Body<TagInput> body, WriteTransaction write, CancellationToken cancellationToken)
    {
        var (tag, refusal) = await TermKinds.Tags.Create(write, body.Value, Guid.CreateVersion7(), cancellationToken);
        return tag is null ? new TermRefusal(refusal!) : new Added<Tag>(tag, tag.Version, $"/v1/tags/{tag.Id}");
    }
}
