using Cms.Content.Bodies;

namespace Cms.Content.Tests.Bodies.Reading;

public sealed class MarkdownBodyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one\ntwo\n\nthree", "p one two\np three")]
    [InlineData("one  \ntwo\\\nthree", "p one↵two↵three")]
    [InlineData("   one\n     two", "p one two")]
    [InlineData("a &amp; b &copy; &#x645; &lt;b&gt;", "p a & b © م <b>")]
    [InlineData("\\*a\\* \\# \\[b\\] \\\\", "p *a* # [b] \\")]
    [InlineData("مرحبا **بك**", "p مرحبا {strong|بك}")]
    public void Paragraphs_are_read(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    [Theory]
    [InlineData("*a* _b_ **c** __d__", "p {em|a} {em|b} {strong|c} {strong|d}")]
    [InlineData("***a***", "p {strong em|a}")]
    [InlineData("**a *b* c**", "p {strong|a }{strong em|b}{strong| c}")]
    [InlineData("snake_case_word 2 * 3 * 4", "p snake_case_word 2 * 3 * 4")]
    [InlineData("un*frigging*believable", "p un{em|frigging}believable")]
    [InlineData("** a ** and _ b _", "p ** a ** and _ b _")]
    [InlineData("*a **b* c**", "p {em|a b c}")]
    [InlineData("**open", "p **open")]
    [InlineData("~~a~~ b~c~", "p {strike|a} b~c~")]
    [InlineData("`a` ``b ` c`` ` `` `", "p {code|a} {code|b ` c} {code|``}")]
    [InlineData("`a *b* <i>`", "p {code|a *b* <i>}")]
    [InlineData("`open", "p `open")]
    [InlineData("**`a`** *`b`*", "p {strong code|a} {em code|b}")]
    [InlineData("<u>a</u> H<sub>2</sub>O <kbd>k</kbd>", "p {underline|a} H{sub|2}O {code|k}")]
    [InlineData("<b>a *b* c</b>", "p {strong|a }{strong em|b}{strong| c}")]
    public void Marks_are_read(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    [Theory]
    [InlineData("[a](https://b.c)", "p {https://b.c|a}")]
    [InlineData("[a](/b \"title\") [c](<d e>)", "p {/b|a} c")]
    [InlineData("[a](<https://b.c/d e>)", "p {https://b.c/d%20e|a}")]
    [InlineData("[**a** b](https://b.c/(d))", "p {strong https://b.c/(d)|a}{https://b.c/(d)| b}")]
    [InlineData("[a][x] [x] [X][]\n\n[x]: https://b.c 'T'", "p {https://b.c|a} {https://b.c|x} {https://b.c|X}")]
    [InlineData("[a][none] [ ]", "p [a][none] [ ]")]
    [InlineData("[a](javascript:x) [b](JAVASCRIPT&colon;x) [c](data:x)", "p a b c")]
    [InlineData("<https://b.c/d> <me@b.c>", "p {https://b.c/d|https://b.c/d} {mailto:me@b.c|me@b.c}")]
    [InlineData("see https://b.c/d. And www.b.c!", "p see {https://b.c/d|https://b.c/d}. And {http://www.b.c|www.b.c}!")]
    [InlineData("[a](https://b.c", "p [a]({https://b.c|https://b.c}")]
    [InlineData("![A](https://b.c/i.png \"T\")", "image https://b.c/i.png ¦ A")]
    [InlineData("a ![A *b*](https://b.c/i.png) c", "p a\nimage https://b.c/i.png ¦ A b\np c")]
    [InlineData("[![A](https://b.c/i.png)](https://b.c)", "image https://b.c/i.png ¦ A")]
    [InlineData("![A](i.png)x", "p x")]
    [InlineData("https://youtu.be/x", "embed https://youtu.be/x ¦ youtube")]
    [InlineData("<https://vimeo.com/1>", "embed https://vimeo.com/1 ¦ vimeo")]
    public void Links_pictures_and_embeds_are_read(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    [Theory]
    [InlineData("# a\n## b ##\n###### c", "h1 a\nh2 b\nh6 c")]
    [InlineData("####### a\n\n#b", "p ####### a\np #b")]
    [InlineData("a\nb\n===\nc\n---", "h1 a b\nh2 c")]
    [InlineData("# *a* `b`", "h1 {em|a} {code|b}")]
    [InlineData("#\n\na", "p a")]
    [InlineData("***\n---\n_ _ _", "hr\nhr\nhr")]
    [InlineData("a\n***\nb", "p a\nhr\np b")]
    public void Headings_and_dividers_are_read(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    [Theory]
    [InlineData("- a\n- b", "ul 0 a ¦ 0 b")]
    [InlineData("* a\n\n* b", "ul 0 a ¦ 0 b")]
    [InlineData("- a\n+ b", "ul 0 a\nul 0 b")]
    [InlineData("3. a\n4. b", "ol3 0 a ¦ 0 b")]
    [InlineData("1) a\n2. b", "ol 0 a\nol2 0 b")]
    [InlineData("- a\n  - b\n    - c\n- d", "ul 0 a ¦ 1 b ¦ 2 c ¦ 0 d")]
    [InlineData("- a\n\n  b\n- c", "ul 0 a↵b ¦ 0 c")]
    [InlineData("- a\n  b\nc", "ul 0 a b c")]
    [InlineData("-\n- a", "ul 0 ¦ 0 a")]
    [InlineData("a\n2. b", "p a 2. b")]
    [InlineData("a\n- b", "p a\nul 0 b")]
    [InlineData("- # a\n- > b\n- ```\n  c\n  ```", "ul 0 a ¦ 0 b ¦ 0 {code|c}")]
    [InlineData("-a\n\n1.b", "p -a\np 1.b")]
    public void Lists_are_read(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    [Theory]
    [InlineData("> a\n> b", "quote a b")]
    [InlineData("> a\nb", "quote a b")]
    [InlineData("> a\n>\n> b", "quote a↵b")]
    [InlineData("> a\n>\n> — Mona", "quote a ¦ Mona")]
    [InlineData("> a\n\n> b", "quote a\nquote b")]
    [InlineData("> > a\n> b", "quote a b")]
    [InlineData("> - a\n> - b", "quote a↵b")]
    [InlineData(">", "")]
    [InlineData("```csharp title\na <b>\n\n  c\n```", "code a <b>↵↵  c ¦ csharp")]
    [InlineData("~~~\na\n~~~", "code a")]
    [InlineData("````\n```\n````", "code ```")]
    [InlineData("```\nopen", "code open")]
    [InlineData("    a\n      b\n\nc", "code a↵  b\np c")]
    [InlineData("```\n```", "")]
    public void Quotations_and_code_are_read(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    [Theory]
    [InlineData("| a | b |\n| --- | --- |\n| c | d |", "table+ a ¦ b ‖ c ¦ d")]
    [InlineData("a | b\n:-- | --:\nc \\| d | *e*", "table+ a ¦ b ‖ c | d ¦ {em|e}")]
    [InlineData("| a |\n| --- |", "table+ a")]
    [InlineData("|  |  |\n| --- | --- |\n| c | d |", "table c ¦ d")]
    [InlineData("| a | b |\n| --- | --- |\n| c |", "table+ a ¦ b ‖ c ¦ ")]
    [InlineData("| a |\n\n| b |", "p | a |\np | b |")]
    public void Tables_are_read(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    [Theory]
    [InlineData("<script>alert(1)</script>\n\na", "p a")]
    [InlineData("a <script>alert(1)</script> b", "p a b")]
    [InlineData("<div onclick=x>\n\n*a*\n\n</div>", "p {em|a}")]
    [InlineData("<p class=\"summary\">a</p>\n\nb", "summary a\np b")]
    [InlineData("<iframe src=\"https://youtu.be/x\"></iframe>", "embed https://youtu.be/x ¦ youtube")]
    [InlineData("<!-- a -->\n\nb <!-- c -->", "p b")]
    [InlineData("<img src=x onerror=alert(1)>a", "p a")]
    [InlineData("<a href=\"javascript:x\">a</a>", "p a")]
    [InlineData("<http://b.c>", "p {http://b.c|http://b.c}")]
    [InlineData("a < b <3 <é>", "p a < b <3 <é>")]
    [InlineData("a\0b\u0001c", "p a\uFFFDbc")]
    public void Html_in_markdown_goes_the_way_of_all_html(string markdown, string outline) => Assert.Equal(outline, Outline.OfMarkdown(markdown));

    public static TheoryData<string, string> Endless => new()
    {
        { "quotes", Repeat("> ", 100_000) + "x" },
        { "quote lines", Repeat(Repeat("> ", 90) + "x\n", 5_000) },
        { "lists", Repeat("- ", 100_000) + "x" },
        { "brackets", Repeat("[", 500_000) + "x" },
        { "links", Repeat("[a](", 250_000) + "x" },
        { "links in chunks", Repeat(Repeat("[a](", 900) + "\n\n", 250) + "x" },
        { "stars", Repeat("*a ", 300_000) + "x" },
        { "stars in chunks", Repeat(Repeat("*a ", 1_900) + "\n\n", 100) + "x" },
        { "mixed", Repeat("*a_ ", 250_000) + "x" },
        { "pictures", Repeat("![", 300_000) + "x" },
        { "wide table", Repeat("|a", 100_000) + "\n" + Repeat("|-", 100_000) + "\n" + Repeat("|b\n", 100_000) + "\nx" },
        { "long table", "|a|\n|-|\n" + Repeat("|x|\n", 50_000) },
        { "padded table", Repeat("|a", 100) + "\n" + Repeat("|-", 100) + "\n" + Repeat("|x\n", 3_000) },
        { "backticks", string.Concat(Enumerable.Range(1, 1_200).Select(i => new string('`', i) + " ")) + "x" },
        { "definitions", Repeat("[a]: /b\n", 60_000) + "\nx" },
        { "lines", Repeat("x\n", 400_000) },
        { "html", Repeat("<div>\n\n", 100_000) + "x" },
        { "strikes", Repeat("~~a ", 200_000) + "x" },
        { "angles", Repeat("<a ", 300_000) + "x" },
    };

    [Theory]
    [MemberData(nameof(Endless), DisableDiscoveryEnumeration = true)]
    public void A_text_without_end_is_read_whole(string name, string markdown)
    {
        var parsed = MarkdownBody.Read(markdown);

        Assert.True(BodyText.Plain(parsed.Blocks).Contains('x'), name);
    }

    [Fact]
    public void What_is_lost_is_listed() => Assert.Equal(
        "1 javascript: link, 1 onclick attribute, 1 script element",
        Outline.Dropped(MarkdownBody.Read("[a](javascript:x) <b onclick=y>b</b>\n\n<script>z</script>")));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
