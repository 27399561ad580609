using System.Net;
using Cms.Tests.Harness;

namespace Cms.Tests.Http;

public sealed class MannersTests(CmsHost host) : IClassFixture<CmsHost>
{
    [Fact]
    public async Task An_unknown_parameter_is_refused_with_the_nearest_name()
    {
        var problem = await host.GetProblem("/v1/articles?limt=3", HttpStatusCode.BadRequest);

        Assert.Equal("invalid-parameter", (string?)problem["code"]);
        Assert.Equal("limt", (string?)problem["errors"]![0]!["parameter"]);
        Assert.Equal("limit", (string?)problem["errors"]![0]!["meta"]!["didYouMean"]);
    }

    [Theory]
    [InlineData("/v1/articles?limit=0")]
    [InlineData("/v1/articles?limit=101")]
    [InlineData("/v1/articles?limit=ten")]
    [InlineData("/v1/articles?limit=10&limit=11")]
    [InlineData("/v1/articles?section=")]
    [InlineData("/v1/articles?Sort=headline")]
    [InlineData("/v1/articles?sort=title")]
    [InlineData("/v1/articles?publishedAfter=28.9.2020")]
    [InlineData("/v1/articles?publishedAfter=2020-09-28T09:15:00")]
    [InlineData("/v1/articles?ids=1,2")]
    [InlineData("/v1/articles?author=a%00b")]
    [InlineData("/v1/articles?cursor=nonsense")]
    [InlineData("/v1/meta?x=1")]
    public async Task A_bad_parameter_is_a_400_that_names_it(string path)
    {
        var problem = await host.GetProblem(path, HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task An_error_is_a_problem_whatever_accept_says()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/articles/no-such-story");
        request.Headers.Accept.ParseAdd("text/html");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Head_is_get_without_a_body()
    {
        using var get = await host.Client.GetAsync("/v1/articles");
        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/v1/articles"));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Options_tells_what_is_allowed()
    {
        using var response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/v1/meta"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_405_with_allow()
    {
        using var response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/v1/meta"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_answer_carries_its_request_id_which_is_the_trace_id_of_the_caller()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/articles/no-such-story");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", response.Headers.GetValues("X-Request-Id").Single());
        Assert.Contains("0af7651916cd43dd8448eb211c80319c", await response.Content.ReadAsStringAsync());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_list_that_the_caller_has_is_304()
    {
        using var first = await host.Client.GetAsync("/v1/articles");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/articles");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Any_site_may_read_and_none_may_write()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/articles");
        request.Headers.Add("Origin", "https://reader.example.org");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("ETag", response.Headers.GetValues("Access-Control-Expose-Headers").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }
}
