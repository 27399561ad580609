using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Cms.Tests.Harness;

namespace Cms.Tests.Feeds;

/// <summary>A host whose public address is set, and feeds read by parsers of their format.</summary>
public sealed class Newspaper(Cluster cluster) : CmsHost(cluster)
{
    public const string Root = "https://api.example.org/cms";

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Cms:PublicUrl", Root + "/")];

    /// <summary>An RSS or Atom feed as a reader gets it.</summary>
    public async Task<SyndicationFeed> Feed(string query, string format = "rss")
    {
        using var text = new StringReader(await Text($"/v1/feeds/articles.{format}{query}"));
        using var xml = XmlReader.Create(text);
        return SyndicationFeed.Load(xml);
    }

    public async Task<IReadOnlyList<string>> Headlines(string query, string format = "rss") =>
        [.. (await Feed(query, format)).Items.Select(item => item.Title.Text)];

    /// <summary>The addresses of a sitemap or an index.</summary>
    public async Task<IReadOnlyList<string>> Addresses(string path) =>
        [.. XDocument.Parse(await Text(path)).Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value)];

    public async Task<string> Text(string path)
    {
        using var answer = await Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return text;
    }

    public async Task<HttpResponseMessage> Send(string path, EntityTagHeaderValue? known = null, string method = "GET", string? host = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = host;
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await Client.SendAsync(request);
    }
}
