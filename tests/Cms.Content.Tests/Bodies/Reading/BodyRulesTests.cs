using Cms.Content.Bodies;

namespace Cms.Content.Tests.Bodies.Reading;

public sealed class BodyRulesTests
{
    private static readonly ImageBlock Image = new() { Id = "i", Url = "https://a.b/i" };

    public static TheoryData<string, Block> Faults => new()
    {
        { "", Sample.Paragraph("x") },
        { "", new ParagraphBlock { Id = "", Content = [] } },
        { "", Sample.Paragraph(Sample.Run("x\n\t", "sup", "strong")) },
        { "", Image with { Alt = "x", Width = 1, Height = BodyRules.MaxPixels } },
        { "", Sample.Paragraph(new string('x', BodyRules.MaxRun)) },
        { "/0/id pattern", new DividerBlock { Id = "a b" } },
        { "/0/id pattern", new DividerBlock { Id = new string('a', 65) } },
        { "/0/direction not-in-list", new DividerBlock { Id = "a", Direction = "up" } },
        { "/0/role not-in-list", Sample.Paragraph("x", "poem") },
        { "/0/content/0/text too-long", Sample.Paragraph(new string('x', BodyRules.MaxRun + 1)) },
        { "/0/content/0/text pattern", Sample.Paragraph("a\0") },
        { "/0/content/0/text pattern", Sample.Paragraph("a\r\n") },
        { "/0/content/1/text pattern", Sample.Paragraph(Sample.Run("a"), Sample.Run("\uDC00")) },
        { "/0/content/0/marks/1 not-in-list", Sample.Paragraph(Sample.Run("a", "em", "blink")) },
        { "/0/content/0/marks/1 duplicate", Sample.Paragraph(Sample.Run("a", "em", "em")) },
        { "/0/content too-many", Sample.Paragraph([.. Enumerable.Repeat(Sample.Run("a"), BodyRules.MaxRuns + 1)]) },
        { "/0/content/0/href pattern", new ParagraphBlock { Id = "b", Content = Sample.Runs("x", "javascript:x") } },
        { "/0/content/0/href pattern", new ParagraphBlock { Id = "b", Content = Sample.Runs("x", "//a.b") } },
        { "/0/content/0/href too-long", new ParagraphBlock { Id = "b", Content = Sample.Runs("x", "/" + new string('x', BodyRules.MaxAddress)) } },
        { "/0/level out-of-range", new HeadingBlock { Id = "b", Level = 7, Content = [] } },
        { "/0/level out-of-range", new HeadingBlock { Id = "b", Level = 0, Content = [] } },
        { "/0/start out-of-range", Sample.List(true, -1, (0, "a")) },
        { "/0/items too-short", Sample.List(true, 1) },
        { "/0/items too-many", Sample.List(true, 1, [.. Enumerable.Repeat((0, "a"), BodyRules.MaxItems + 1)]) },
        { "/0/items/0/level out-of-range", Sample.List(false, null, (1, "a")) },
        { "/0/items/1/level out-of-range", Sample.List(false, null, (0, "a"), (2, "b"), (2, "c")) },
        { "/0/items/6/level out-of-range", Sample.List(false, null, [.. Enumerable.Range(0, 7).Select(i => (i, "a"))]) },
        { "/0/items/0/content/0/text pattern", Sample.List(false, null, (0, "\u0001")) },
        { "/0/attribution too-long", new QuoteBlock { Id = "b", Content = [], Attribution = new string('x', BodyRules.MaxLine + 1) } },
        { "/0/text too-long", new CodeBlock { Id = "b", Text = new string('x', BodyRules.MaxCode + 1) } },
        { "/0/language pattern", new CodeBlock { Id = "b", Text = "x", Language = "\"" } },
        { "/0/language too-long", new CodeBlock { Id = "b", Text = "x", Language = new string('x', 41) } },
        { "/0/rows too-short", Sample.Table(false) },
        { "/0/rows/1 too-short", Sample.Table(false, ["a"], []) },
        { "/0/rows/0 too-many", Sample.Table(false, [Enumerable.Repeat("a", BodyRules.MaxCells + 1).ToArray()]) },
        { "/0/rows too-many", Sample.Table(false, [.. Enumerable.Repeat<string[]>(["a"], BodyRules.MaxRows + 1)]) },
        { "/0/rows/0/1/0/text pattern", Sample.Table(false, ["a", "\u0002"]) },
        { "/0/url required", Image with { Url = "" } },
        { "/0/url pattern", Image with { Url = "/i.png" } },
        { "/0/url pattern", Image with { Url = "https:x" } },
        { "/0/url pattern", Image with { Url = "mailto:a@b.c" } },
        { "/0/url pattern", Image with { Url = "data:image/png;base64,x" } },
        { "/0/url too-long", Image with { Url = "https://a.b/" + new string('x', BodyRules.MaxAddress) } },
        { "/0/width out-of-range", Image with { Width = 0 } },
        { "/0/height out-of-range", Image with { Height = BodyRules.MaxPixels + 1 } },
        { "/0/caption too-long", Image with { Caption = new string('x', BodyRules.MaxLine + 1) } },
        { "/0/url pattern", new EmbedBlock { Id = "b", Url = "ftp://a.b" } },
        { "/0/provider too-long", new EmbedBlock { Id = "b", Url = "https://a.b", Provider = new string('x', 41) } },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_rule_that_is_broken_is_named_with_its_place(string expected, Block block) =>
        Assert.Equal(expected, string.Join(' ', BodyRules.Check([block]).Select(fault => fault.Pointer + " " + fault.Code)));

    [Fact]
    public void Two_blocks_cannot_share_an_id() =>
        Assert.Equal("/1/id", Assert.Single(BodyRules.Check([Image, Image with { Url = "https://a.b/2" }])).Pointer);

    [Fact]
    public void The_last_allowed_block_is_allowed_and_the_next_is_not()
    {
        Block[] most = [.. Enumerable.Range(0, BodyRules.MaxBlocks).Select(i => new DividerBlock { Id = $"b{i}" })];

        Assert.Empty(BodyRules.Check(most));
        Assert.Equal(new("", "too-many", "Use at most 2000 blocks."), Assert.Single(BodyRules.Check([.. most, new DividerBlock { Id = "x" }])));
    }

    [Fact]
    public void The_normal_form_joins_orders_and_drops()
    {
        var form = Assert.IsType<ParagraphBlock>(Assert.Single(BodyRules.Normalise(
            [Sample.Paragraph(Sample.Run("a", "sup", "strong"), Sample.Run(""), Sample.Run("b", "strong", "sup"), Sample.Run("c\r\nd"))])));

        Assert.Equal("p {strong sup|ab}c↵d", Outline.Of([form]));
    }
}
