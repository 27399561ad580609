using System.Net;
using System.Text.Json.Nodes;
using Cms.Http.Problems;
using Cms.Tests.Harness;
using Cms.Tests.Taxonomy;

namespace Cms.Tests.Contract;

public sealed class ServedContractTests(CmsHost host, ContractFixture contract) : IClassFixture<CmsHost>, IClassFixture<ContractFixture>
{
    [Theory]
    [InlineData("v1")]
    [InlineData("v1-compat")]
    public async Task The_document_is_served_as_committed_with_the_manners_of_any_answer(string name)
    {
        using var first = await host.Client.GetAsync($"/openapi/{name}.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/openapi/{name}.json");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request);

        Assert.Equal(contract.Bytes(name), await first.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/json", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task The_documentation_needs_no_other_server_and_may_ask_none()
    {
        using var page = await host.Client.GetAsync("/docs/index.html");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("http://", html);
        Assert.DoesNotContain("https://", html);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var asset in new[] { "index.js", "index.css", "swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js" })
        {
            Assert.Contains(asset, html);
            using var answer = await host.Client.GetAsync($"/docs/{asset}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_type_of_every_problem_leads_to_its_explanation()
    {
        var problem = await host.GetProblem("/v1/articles/no-such-story", HttpStatusCode.NotFound);
        var type = ((string)problem["type"]!).Split('#');
        using var page = await host.Client.GetAsync(type[0]);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains($"id=\"{type[1]}\"", html);
        Assert.All(ProblemKind.All, kind => Assert.Contains($"id=\"{kind.Code}\"", html));
    }

    [Fact]
    public async Task Answers_and_their_headers_are_what_the_document_says()
    {
        var section = await host.AddSection("Contracts");
        var author = await host.AddContributor("Ada Contract");
        var tag = await host.AddTag("Contracts");
        await host.Add(new Story { Headline = "A story for the contract", SectionId = section, AuthorIds = [author], TagIds = [tag] });
        var entry = await host.Make(
            "/v1/publications/newsroom/masthead", """{"role": "Editor in Chief", "name": "Ada Contract", "from": "2020-09-28"}""");
        var checker = new SchemaChecker(contract.Document);

        foreach (var operation in contract.Operations.Where(IsOpenRead))
        {
            var address = (await AddressOf(operation)).Replace("{id}", $"{entry.NewId()}", StringComparison.Ordinal);
            using var answer = await host.Client.GetAsync(address);
            var documented = operation.Response("200");
            var text = await answer.Content.ReadAsStringAsync();
            var (mediaType, content) = documented["content"]!.AsObject().Single();
            JsonNode? body = mediaType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : JsonValue.Create(text);
            var headers = documented["headers"]!.AsObject().Select(header => header.Key);

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{operation.Id}: {text}");
            Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
            Assert.Empty(checker.Check(body, content!["schema"]!).Select(error => $"{operation.Id}{error}"));
            Assert.Empty(headers.Where(name => !MayBeAbsent(name) && !answer.Headers.Contains(name)).Select(name => $"{operation.Id}: {name}"));
        }
    }

    private static bool IsOpenRead(Operation operation) =>
        operation.Method == "GET" && operation.Node["security"]!.AsArray() is [] or [JsonObject { Count: 0 }, ..];

    private static bool MayBeAbsent(string header) => header is "Link" || header.StartsWith("RateLimit", StringComparison.Ordinal);

    /// <summary>An address of the operation: the first item of the list stands for any, and a letter for any word.</summary>
    private async Task<string> AddressOf(Operation operation)
    {
        var words = operation.Parameters
            .Where(parameter => (string?)parameter["in"] == "query" && parameter["required"]?.GetValue<bool>() == true)
            .Select(parameter => $"{parameter["name"]}=a");
        var query = string.Join('&', words) is { Length: > 0 } text ? "?" + text : "";
        if (operation.Id == "getSitemap")
        {
            // The month of the story above; sitemaps are listed in an index of their own.
            return operation.Path.Replace("{part}", "2026-01", StringComparison.Ordinal);
        }

        var list = operation.Path.Split("/{")[0];
        return list == operation.Path
            ? operation.Path + query
            : operation.Path.Replace("{idOrSlug}", (string)(await host.Get(list))["data"]![0]!["id"]!, StringComparison.Ordinal) + query;
    }
}
