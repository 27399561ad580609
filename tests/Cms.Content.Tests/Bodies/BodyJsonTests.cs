using System.Text;
using System.Text.Json;
using Cms.Content.Bodies;
using CsCheck;

namespace Cms.Content.Tests.Bodies;

public sealed class BodyJsonTests
{
    // Records compare lists by reference; the plain serializer sees every member.
    private static readonly JsonSerializerOptions Plain = new() { IncludeFields = true };

    [Fact]
    public void A_body_comes_back_as_it_was() => Sample.Body.Sample(
        body => JsonSerializer.Serialize(BodyJson.Read(BodyJson.Write(body)), Plain) == JsonSerializer.Serialize<IReadOnlyList<Block>>(body, Plain),
        iter: 5_000);

    [Fact]
    public void Every_member_is_present_and_text_is_readable()
    {
        var json = Encoding.UTF8.GetString(BodyJson.Write([Sample.Paragraph("مرحبا \"<&>\"")]));

        Assert.Equal(
            """[{"type":"paragraph","id":"b1","direction":null,"role":null,"content":[{"text":"مرحبا \"<&>\"","marks":[],"href":null}]}]""",
            json);
    }

    [Fact]
    public void The_type_may_come_last_and_absent_members_take_their_defaults()
    {
        var body = BodyJson.Read("""[{"id":"b1","content":[{"text":"x"}],"type":"paragraph"}]"""u8);

        var run = Assert.Single(Assert.IsType<ParagraphBlock>(Assert.Single(body)).Content);
        Assert.Empty(run.Marks);
        Assert.Null(run.Href);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[{\"id\":\"b1\"}]")]
    [InlineData("[{\"type\":\"poem\",\"id\":\"b1\"}]")]
    [InlineData("[{\"type\":\"divider\"}]")]
    [InlineData("[{\"type\":\"paragraph\",\"id\":null,\"content\":[]}]")]
    [InlineData("[{\"type\":\"paragraph\",\"id\":\"b1\",\"content\":null}]")]
    public void What_is_no_body_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => BodyJson.Read(Encoding.UTF8.GetBytes(json)));
}
