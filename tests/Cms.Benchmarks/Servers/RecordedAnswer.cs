using System.Text.Json;

namespace Cms.Benchmarks.Servers;

/// <summary>An answer of our server, kept in files so that another server can give the same.</summary>
internal sealed record RecordedAnswer(Dictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Asks a server and keeps what it answers.</summary>
    public static async Task Record(HttpClient client, string path, string folder, string name)
    {
        using var response = await client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        // The server sets these two itself.
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not "Date" and not "Content-Length")
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.headers"), JsonSerializer.Serialize(headers));
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.body"), await response.Content.ReadAsByteArrayAsync());
    }

    public static RecordedAnswer Read(string folder, string name) => new(
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, $"{name}.headers")))!,
        File.ReadAllBytes(Path.Combine(folder, $"{name}.body")));

    public Task Write(HttpContext context)
    {
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = Body.Length;
        return context.Response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}
