using System.Text.Json.Nodes;

namespace Cms.Tests.Contract;

public sealed class ExampleTests(ContractFixture contract) : IClassFixture<ContractFixture>
{
    [Fact]
    public void Every_body_has_a_named_example()
    {
        var bare = contract.Operations.SelectMany(operation => operation.Bodies)
            .Where(body => body.Content["examples"] is not JsonObject { Count: > 0 })
            .Select(body => $"{body.Where}: add an Example of its shape to the room's examples");

        Assert.Empty(bare);
    }

    [Fact]
    public void Every_example_is_what_its_schema_says()
    {
        var checker = new SchemaChecker(contract.Document);
        var errors = from operation in contract.Operations
                     from body in operation.Bodies
                     where body.MediaType.EndsWith("json", StringComparison.Ordinal)
                     from example in body.Content["examples"]?.AsObject() ?? []
                     from error in checker.Check(operation.Look(example.Value!)["value"], body.Content["schema"]!)
                     select $"{body.Where} {example.Key}{error}";

        Assert.Empty(errors.Distinct());
    }

    [Fact]
    public void A_wrong_example_would_be_found()
    {
        var article = contract.Document["components"]!["examples"]!["article"]!["value"]!.DeepClone();
        var schema = contract.Document["components"]!["schemas"]!["Article"]!;
        var checker = new SchemaChecker(contract.Document);

        article["body"]![0]!["type"] = "poem";
        article["wordCount"] = "many";
        article["undocumented"] = 1;
        article.AsObject().Remove("slug");
        var errors = checker.Check(article, schema);

        Assert.Contains(errors, error => error.StartsWith("/body/0", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("/wordCount", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("/undocumented", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("lacks slug", StringComparison.Ordinal));
    }
}
