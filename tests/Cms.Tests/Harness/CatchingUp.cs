using Cms.Data.Watching;

namespace Cms.Tests.Harness;

/// <summary>Before each request lets the program learn what a test has changed in the database behind its back; it would within a moment anyway.</summary>
internal sealed class CatchingUp(ChangeWatch watch) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await watch.CatchUp();
        return await base.SendAsync(request, cancellationToken);
    }
}
