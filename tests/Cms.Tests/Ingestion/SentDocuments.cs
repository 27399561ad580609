using System.Text;
using Cms.Tests.Harness;

namespace Cms.Tests.Ingestion;

/// <summary>Sends source documents over HTTP.</summary>
internal static class SentDocuments
{
    public static Task<Reply> SendDocument(this CmsHost host, string name, string text, string more = "", string? key = null) => host.Admin.Send(
        "POST",
        $"/v1/ingestions?name={Uri.EscapeDataString(name)}{more}",
        Encoding.UTF8.GetBytes(text),
        "text/plain; charset=utf-8",
        ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));
}
