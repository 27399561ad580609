using System.Text;
using Cms.Http.OpenApi;

namespace Cms.Tests.Contract;

public sealed class DriftTests(ContractFixture contract) : IClassFixture<ContractFixture>
{
    [Theory]
    [InlineData("v1")]
    [InlineData("v1-compat")]
    public void The_committed_document_is_what_the_program_says(string name)
    {
        var path = Path.Combine(Installation.Root, "openapi", $"{name}.json");
        var said = contract.Bytes(name);
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACT") is "1")
        {
            File.WriteAllBytes(path, said);
        }

        Assert.True(
            File.ReadAllText(path) == Encoding.UTF8.GetString(said),
            $"{path} differs from what the program says. If the change is meant, run the tests once with UPDATE_CONTRACT=1 and commit the file.");
    }

    [Fact]
    public void The_document_is_the_same_each_time_it_is_made()
    {
        using var again = Program.Build(["--ConnectionStrings:Cms=Host=127.0.0.1;Database=none"]);

        Assert.Equal(contract.Bytes("v1"), OpenApiDocuments.Of(again, OpenApiDocuments.Modern));
    }
}
