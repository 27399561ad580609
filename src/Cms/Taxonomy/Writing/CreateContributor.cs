using Cms.Data;
using Cms.Http.Inputs;
using Cms.Http.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cms.Taxonomy.Writing;

/// <summary>Makes a contributor.</summary>
internal static class CreateContributor
{
    /// <summary>Make a contributor</summary>
    /// <remarks>Public at once, before any story credits it. A slug that leads to another contributor, be it an old one, is refused.</remarks>
    public static async Task<Results<Added<Contributor>, TermRefusal>> Handle(
        Body<ContributorInput> body, WriteTransaction write, CancellationToken cancellationToken)
    {
        var (contributor, refusal) = await TermKinds.Contributors.Create(write, body.Value, Guid.CreateVersion7(), cancellationToken);
        return contributor is null
            ? new TermRefusal(refusal!)
            : new Added<Contributor>(contributor, contributor.Version, $"/v1/contributors/{contributor.Id}");
    }
}
