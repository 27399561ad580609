using System.Text.Json;
using Cms.Content.Bodies;

namespace Cms.Content.Tests.Bodies;

public sealed class BlockTests
{
    [Fact]
    public void A_block_says_its_type_in_json()
    {
        var json = JsonSerializer.Serialize<Block>(new DividerBlock { Id = "b1" }, JsonSerializerOptions.Web);

        Assert.StartsWith("""{"type":"divider","id":"b1""", json);
    }
}
