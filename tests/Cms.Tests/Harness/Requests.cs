using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Cms.Tests.Harness;

/// <summary>One request with a body and headers, and its answer read whole.</summary>
public static class Requests
{
    public static Task<Reply> Post(this HttpClient client, string path, string? json, params (string Name, string Value)[] headers) =>
        client.Send("POST", path, json is null ? null : Encoding.UTF8.GetBytes(json), "application/json", headers);

    public static async Task<Reply> Send(
        this HttpClient client, string method, string path, byte[]? body, string? mediaType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (mediaType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            }
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>An answer.</summary>
public sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => (string?)Json["code"];

    public string ETag => Headers.ETag!.ToString();

    /// <summary>The single errors as `pointer code`.</summary>
    public IEnumerable<string> Errors => Json["errors"]!.AsArray().Select(error => $"{error!["pointer"] ?? error["parameter"]} {error["code"]}");

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
