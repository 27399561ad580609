using System.Net;
using System.Text;
using Cms.Http.Answers;
using Cms.Http.Problems;

namespace Cms.Http.OpenApi;

/// <summary>The page that the `type` of every problem points into.</summary>
internal static class ProblemsPage
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(Write());

    public static StoredAnswer Handle(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
        return new StoredAnswer(Page, "text/html; charset=utf-8");
    }

    private static string Write()
    {
        var entries = ProblemKind.All.Select(kind =>
            $"<dt id=\"{kind.Code}\"><code>{kind.Code}</code> ({kind.Status})</dt>\n<dd>{WebUtility.HtmlEncode(kind.Title)}.</dd>\n");
        var errors = ErrorCode.All.OrderBy(error => error.Key, StringComparer.Ordinal).Select(error =>
            $"<dt id=\"errors-{error.Key}\"><code>{error.Key}</code></dt>\n<dd>{WebUtility.HtmlEncode(error.Value)}.</dd>\n");
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Problems of the Cms API</title></head>
            <body>
            <h1>Problems</h1>
            <p>Every refusal of the API is one of these. A code never changes its meaning.</p>
            <dl>
            {string.Concat(entries)}</dl>
            <h2>Errors</h2>
            <p>What can be wrong with one member or parameter; a problem lists them in <code>errors</code>.</p>
            <dl>
            {string.Concat(errors)}</dl>
            </body>
            </html>

            """;
    }
}
