using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cms.Tests.Contract;

public sealed partial class OperationTests(ContractFixture contract) : IClassFixture<ContractFixture>
{
    [Fact]
    public void Every_route_is_documented_and_every_documented_route_exists()
    {
        var mapped = from endpoint in contract.Endpoints
                     from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                     select $"{method} {Plain(endpoint)}";
        var documented = contract.Operations.Select(operation => $"{operation.Method} {operation.Path}");

        Assert.Equal(mapped.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_says_what_it_does_in_a_short_line_and_in_full() => Assert.All(contract.Operations, operation =>
    {
        Assert.InRange(((string)operation.Node["summary"]!).Length, 1, 60);
        Assert.DoesNotMatch(@"\.$", (string)operation.Node["summary"]!);
        Assert.Matches(@"^\w[^*]{20,}\n\n\*\*Access:\*\* ", (string)operation.Node["description"]!);
    });

    [Fact]
    public void Every_operation_has_one_tag_and_every_tag_is_described()
    {
        var tags = contract.Document["tags"]!.AsArray();
        var described = tags.Where(tag => (string?)tag!["description"] is { Length: > 0 }).Select(tag => (string)tag!["name"]!);

        Assert.All(contract.Operations, operation => Assert.Contains((string)Assert.Single(operation.Node["tags"]!.AsArray())!, described));
    }

    [Fact]
    public void Operation_ids_are_unique_and_name_a_verb_and_a_noun()
    {
        Assert.All(contract.Operations, operation => Assert.Matches("^[a-z]+[A-Z][A-Za-z]*$", operation.Id));
        Assert.Distinct(contract.Operations.Select(operation => operation.Id));
    }

    [Fact]
    public void Every_operation_lists_success_and_every_way_to_be_refused() => Assert.All(contract.Operations, operation =>
    {
        Assert.Contains(operation.Statuses, status => status[0] == '2');
        Assert.Empty(new[] { "400", "401", "429", "500", "503" }.Except(operation.Statuses));
    });

    [Fact]
    public void Every_operation_says_who_may_call_it() => Assert.All(contract.Operations, operation =>
        Assert.Equal(operation.Node["security"]!.AsArray().Count > 0, operation.Statuses.Contains("403")));

    [Fact]
    public void Every_parameter_is_described_and_bounded()
    {
        var poor = from operation in contract.Operations
                   from parameter in operation.Parameters
                   where (string?)parameter["description"] is not { Length: > 0 } || !IsBounded(parameter["schema"]!)
                   select $"{operation.Id}: {parameter["name"]}";

        Assert.Empty(poor);
    }

    [Fact]
    public void Answers_are_open_to_new_members()
    {
        var reached = new HashSet<string>();
        foreach (var response in contract.Operations.SelectMany(operation => operation.Statuses.Select(operation.Response)))
        {
            Reach(response, reached);
        }

        Assert.Contains("#/components/schemas/Article", reached);
        Assert.All(reached.Where(reference => reference.Contains("/schemas/", StringComparison.Ordinal)), reference =>
            Assert.NotEqual("false", Follow(contract.Document, reference)!["additionalProperties"]?.ToJsonString()));
    }

    [Fact]
    public void Every_reference_leads_somewhere() => Assert.All(new[] { contract.Document, contract.Twin }, document =>
        Assert.All(References(document), reference => Assert.NotNull(Follow(document, reference))));

    private void Reach(JsonNode node, HashSet<string> reached)
    {
        foreach (var reference in References(node).Where(reached.Add).ToList())
        {
            Reach(Follow(contract.Document, reference)!, reached);
        }
    }

    private static JsonNode? Follow(JsonNode document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (part, name) => part?[name.Replace("~1", "/", StringComparison.Ordinal)]);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static bool IsBounded(JsonNode schema) => (string?)schema["type"] switch
    {
        "array" => schema["maxItems"] is not null && IsBounded(schema["items"]!),
        "integer" => schema["minimum"] is not null && schema["maximum"] is not null,
        "boolean" => true,
        null => schema["anyOf"]!.AsArray().All(part => IsBounded(part!)),
        _ => schema["maxLength"] is not null || schema["enum"] is not null || schema["format"] is not null,
    };

    private static string Plain(RouteEndpoint endpoint) =>
        "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "");

    [GeneratedRegex(":[a-z]+(?=})", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
