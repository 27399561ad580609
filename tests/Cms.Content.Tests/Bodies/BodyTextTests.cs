using Cms.Content.Bodies;
using CsCheck;

namespace Cms.Content.Tests.Bodies;

public sealed class BodyTextTests
{
    private static readonly Block[] Everything =
    [
        Sample.Paragraph("In brief", "summary"),
        new ParagraphBlock { Id = "b0", Content = [] },
        Sample.Paragraph(Sample.Run("Ca", "strong"), Sample.Run("iro is\nlarge")),
        Sample.List(true, 9, (0, "a"), (1, "b"), (0, "c")),
        new QuoteBlock { Id = "b1", Content = Sample.Runs("q"), Attribution = "Mona" },
        new CodeBlock { Id = "b1", Text = "x = 1" },
        Sample.Table(true, ["h", "i"], ["a\tb\nc", "d"]),
        new ImageBlock { Id = "b1", Url = "https://a.b/i.png", Alt = "al t", Caption = "Cap", Credit = "Me" },
        new ImageBlock { Id = "b1", Url = "https://a.b/i.png", Alt = "al t" },
        new EmbedBlock { Id = "b1", Url = "https://a.b/v" },
        new DividerBlock { Id = "b1" },
    ];

    [Fact]
    public void The_text_rendition_parts_blocks_by_a_blank_line() => Assert.Equal(
        """
        In brief

        Cairo is
        large

        9. a
          1. b
        10. c

        q
        — Mona

        x = 1

        h	i
        a b c	d

        Cap (Me)

        al t

        https://a.b/v
        """,
        TextRendition.Write(Everything));

    [Fact]
    public void Plain_text_has_a_line_for_each_part() =>
        Assert.Equal("In brief\nCairo is\nlarge\na\nb\nc\nq\nMona\nx = 1\nh\ni\na\tb\nc\nd\nCap", BodyText.Plain(Everything));

    [Fact]
    public void Words_are_counted_across_runs() => Assert.Equal(20, BodyText.Words(BodyText.Plain(Everything)));

    [Fact]
    public void Words_are_those_of_the_plain_text() => Sample.Body.Sample(
        body => BodyText.Words(BodyText.Plain(body)) == MarkdownOracle.Split(BodyText.Plain(body)).Length);

    [Fact]
    public void The_first_paragraph_has_no_role_and_some_text() => Assert.Equal("Cairo is\nlarge", BodyText.FirstParagraph(Everything));

    [Fact]
    public void A_body_without_running_text_has_no_first_paragraph() =>
        Assert.Null(BodyText.FirstParagraph([Sample.Paragraph("x", "caption"), Sample.Paragraph(" "), new DividerBlock { Id = "b1" }]));

    [Fact]
    public void Ten_thousand_blocks_are_rendered_whole()
    {
        var body = Enumerable.Range(0, 10_000).Select(i => Sample.Paragraph($"word {i}") with { Id = $"b{i}" }).ToArray();

        Assert.Equal(20_000, BodyText.Words(BodyText.Plain(body)));
        Assert.Equal(10_000, HtmlRendition.Write(body, "en").Split('\n').Length);
        Assert.Equal(10_000, TextRendition.Write(body).Split("\n\n").Length);
        Assert.Equal(10_000, MarkdownRendition.Write(body).Split("\n\n").Length);
        Assert.Equal(10_000, BodyJson.Read(BodyJson.Write(body)).Count);
    }

    [Fact]
    public void A_body_without_blocks_is_empty_everywhere()
    {
        Assert.Equal("", HtmlRendition.Write([], "en") + MarkdownRendition.Write([]) + TextRendition.Write([]) + BodyText.Plain([]));
        Assert.Equal("[]"u8.ToArray(), BodyJson.Write([]));
        Assert.Equal(0, BodyText.Words(BodyText.Plain([])));
    }
}
