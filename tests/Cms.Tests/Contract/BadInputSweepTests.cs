using System.Net;
using System.Text.Json.Nodes;
using Cms.Tests.Harness;

namespace Cms.Tests.Contract;

/// <summary>P10: whatever a request holds, it gets no 5xx, and every refusal is a problem with a catalogued code.</summary>
public sealed class BadInputSweepTests(CmsHost host, ContractFixture contract) : IClassFixture<CmsHost>, IClassFixture<ContractFixture>
{
    private static readonly string[] NastyValues =
    [
        "", " ", "0", "-1", "101", "1e9", "99999999999999999999", "null", "true", "[]", "{}", "a,b", ",", ",,", "'", "\"", "\\", "%", "_", "..", "../../etc/passwd",
        "' or 1=1 --", "$1", "@Id", "a & b", "a | !b", "(((", "<->", "a:*", "\u0000", "\u0001", "\u202E", "\uFEFF", "٢٠٢٠", "الخبر", "😀", "é\u0301",
        "2020-02-30", "2020-09-28T25:00:00Z", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00",
        "00000000-0000-0000-0000-000000000000", "not-a-uuid", "eyJTY29wZSI6IiIsIktleSI6IiIsIklkIjoiIn0", "bnVsbA",
    ];

    private static readonly string[] RawValues = ["%", "%zz", "%ff%fe", "%c0%af", "%ed%a0%80", "%00", "%2F", "%0d%0aX-Evil:%201", "+", "a%20b"];

    private HttpClient caller = host.Admin;
    private int asked;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_query_parameter_takes_the_service_down(bool isAdmin)
    {
        caller = isAdmin ? host.Admin : host.Client;
        var problems = new List<string>();
        foreach (var operation in contract.Operations.Where(operation => operation.Method == "GET"))
        {
            foreach (var parameter in Parameters(operation, "query"))
            {
                var values = NastyValues.Append(new string('a', 5000)).Select(Uri.EscapeDataString).Concat(RawValues);
                foreach (var value in values)
                {
                    await Judge(problems, HttpMethod.Get, $"{Fill(operation.Path, "x")}?{parameter}={value}");
                }
            }

            await Judge(problems, HttpMethod.Get, $"{Fill(operation.Path, "x")}?&=&=x&&%00=1&unknown[]=1");
        }

        Assert.Empty(problems);
        Assert.True(asked > 1000, $"Only {asked} requests were made.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_path_takes_the_service_down(bool isAdmin)
    {
        caller = isAdmin ? host.Admin : host.Client;
        var problems = new List<string>();
        foreach (var operation in contract.Operations.Where(operation => operation.Path.Contains('{')))
        {
            foreach (var value in NastyValues.Where(value => value.Length > 0).Append(new string('a', 3000)).Select(Uri.EscapeDataString).Concat(RawValues))
            {
                await Judge(problems, HttpMethod.Get, Fill(operation.Path, value));
            }
        }

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_method_and_no_header_takes_the_service_down(bool isAdmin)
    {
        caller = isAdmin ? host.Admin : host.Client;
        var problems = new List<string>();
        foreach (var path in contract.Operations.Select(operation => Fill(operation.Path, "x")).Distinct())
        {
            foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get" })
            {
                await Judge(problems, new HttpMethod(method), path);
            }

            foreach (var (name, value) in new[]
            {
                ("If-None-Match", "W/\"x\", nonsense, *"), ("If-None-Match", "\"\"\"\","), ("Accept", "nonsense"), ("Accept-Encoding", "br;q=2"),
                ("Range", "bytes=5-1"), ("Content-Encoding", "gzip"), ("X-Forwarded-For", "1.2.3.4, evil"), ("Origin", "null"), ("traceparent", "00-zz"),
                ("Authorization", "Basic eDp5"), ("Authorization", "Bearer"), ("X-Api-Key", new string('k', 8000)), ("Content-Type", "application/json; charset=bogus"),
            })
            {
                await Judge(problems, HttpMethod.Get, path, (name, value));
            }
        }

        Assert.Empty(problems);
    }

    private async Task Judge(List<string> problems, HttpMethod method, string path, (string Name, string Value)? header = null)
    {
        asked++;
        using var request = new HttpRequestMessage(method, new Uri(host.Client.BaseAddress!, path));
        if (header is { } sent && !request.Headers.TryAddWithoutValidation(sent.Name, sent.Value))
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation(sent.Name, sent.Value);
        }

        using var response = await caller.SendAsync(request);
        var status = (int)response.StatusCode;
        if (status >= 500 || (status >= 400 && !await IsProblem(response)))
        {
            problems.Add($"{method} {path} {header}: {status} {await response.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>Kestrel answers what is not HTTP at all before the application sees it: bare 400, 408, 414 and 431, as the README says.</summary>
    private static async Task<bool> IsProblem(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isBare = text.Length == 0 && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge;
        return isBare
            || (response.Content.Headers.ContentType?.MediaType == "application/problem+json"
                && Cms.Http.Problems.ProblemKind.All.Any(kind => kind.Code == (string?)JsonNode.Parse(text)!["code"])
                && !text.Contains("Npgsql", StringComparison.Ordinal)
                && !text.Contains("   at ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Parameters(Operation operation, string place) =>
        operation.Parameters.Where(parameter => (string?)parameter["in"] == place).Select(parameter => (string)parameter["name"]!);

    private static string Fill(string path, string value) => System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", _ => value);
}
