using Cms.Tests.Commands;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>The program with a PostgreSQL of its own, which keeps what it has acknowledged as in production.</summary>
internal static class DurableCms
{
    public static CmsProcess Serve(DataFolder folder, int port, params string[] settings) => CmsProcess.Start(
        ["--seeds", "", "--urls", $"http://127.0.0.1:{port}", "--data", folder.Data], [$"Cms__BootstrapKey={CmsHost.AdminKey}", .. settings], port);
}
