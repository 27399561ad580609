using System.Text;
using Cms.Content.Bodies;
using CsCheck;

namespace Cms.Content.Tests.Bodies.Reading;

public sealed class HostileHtmlTests
{
    private static readonly Gen<string> Page = Gen.OneOf(
        "<p>", "</p>", "<div dir=rtl>", "</div>", "<b>", "</b>", "<i onclick=x>", "</i>", "<a href=/x>", "<a href=javascript:x>", "</a>",
        "<h2 id=b1>", "</h2>",
        "<ul>", "<ol start=4>", "<li>", "</li>", "</ul>", "</ol>", "<blockquote>", "<footer>", "<cite>", "</cite>", "</footer>",
        "</blockquote>", "<pre>",
        "<code class=language-x>", "</code>", "</pre>", "<table>", "<caption>", "<thead>", "<tr>", "<th>", "<td>", "</td>", "</tr>",
        "</table>", "<figure id=f>",
        "<figcaption>", "<small>", "</small>", "</figcaption>", "</figure>", "<img src=https://a.b/i alt=A>", "<hr>", "<br>", "<br>",
        "<sub>", "</sub>",
        "<script>", "</script>", "<svg>", "<foreignObject>", "</svg>", "<math>", "</math>", "<template>", "</template>", "<!--", "-->",
        "<![CDATA[", "]]>",
        "<iframe src=https://youtu.be/x>", "</iframe>", "<span>", "</span>", "<p class=caption>", "<textarea>", "</textarea>", "<style>", "</style>",
        "<a href=https://youtu.be/x>https://youtu.be/x</a>", "a", "b", "c ", " d", "\n", "  ", "&nbsp;", "&lt;", "&amp;", "— ", "\0",
        "\uD800", "م", "😀",
        "&#13;", "&#1;", "\t", "<", ">", "\"", "&#10;").Array[0, 25].Select(string.Concat);

    [Theory]
    [InlineData("<script>alert(1)</script>a", "p a")]
    [InlineData("<scr<script>ipt>alert(1)</script>a", "p ipt>alert(1)a")]
    [InlineData("<script>x</scr</script >a", "p a")]
    [InlineData("<script><!--<script></script>x</script>a-->", "p a-->")]
    [InlineData("<style>p{}</style><noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "p '>")]
    [InlineData("<textarea><p>x</p></textarea>a", "p a")]
    [InlineData("<template><p>x<template>y</template>z</template>a", "p a")]
    [InlineData("<svg><p>a", "p a")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style>a", "p a")]
    [InlineData("<svg><title><p>x</p></title><text>y</text></svg>a", "p a")]
    [InlineData("<svg/>a<math/>b", "p ab")]
    [InlineData("<svg><![CDATA[<p>x]]></svg>a", "p a")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "p \">")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "")]
    [InlineData("<img src=x onerror=alert(1)>a", "p a")]
    [InlineData("<img src=`javascript:x`>a", "p a")]
    [InlineData("<image src=https://a.b/i>", "image https://a.b/i")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\"JaVaScRiPt:alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\"jav&#x09;ascript:alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\"jav\nascript:alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\"java&Tab;script&colon;alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\" \u0001javascript:alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\"javascript\0:alert(1)\">a</a>", "p a")]
    [InlineData("<a href=\"vbscript:x\">a</a><a href=\"data:text/html,x\">b</a><a href=\"feed:javascript:x\">c</a>", "p abc")]
    [InlineData("<a href=\"https://a.b\" onclick=\"alert(1)\" style=\"x\">a</a>", "p {https://a.b|a}")]
    [InlineData("<a href=\"/\\evil.example\">a</a><a href=\"\\\\evil\">b</a>", "p ab")]
    [InlineData("<a href='x' href='javascript:y'>a</a>", "p a")]
    [InlineData("<iframe srcdoc='<script>x</script>'>x</iframe>a", "p a")]
    [InlineData("<object data=x><p>x</p></object><embed src=x>a", "p a")]
    [InlineData("<form action=x><input value=x><button>x</button><select><option>x</select>a</form>", "p a")]
    [InlineData("<!-- <p>x --><p>a", "p a")]
    [InlineData("<!--><p>a", "p a")]
    [InlineData("<![CDATA[<p>x]]><p>a", "p x]]>\np a")]
    [InlineData("<?php echo 1 ?><!DOCTYPE html><p>a", "p a")]
    [InlineData("<p <p>a", "p a")]
    [InlineData("<p", "")]
    [InlineData("a < b <3 <", "p a < b <3 <")]
    [InlineData("</", "p </")]
    [InlineData("<b><p><i></b>a</p>b</i>c", "p {em|a}\np {em|b}c")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "p <script>alert(1)</script>")]
    [InlineData("&amp;lt;b&amp;gt;", "p &lt;b&gt;")]
    [InlineData("<plaintext><p>a", "p <p>a")]
    [InlineData("<base href=https://evil><meta http-equiv=refresh content=0><link rel=stylesheet href=x>a", "p a")]
    [InlineData("<p id='b1\"><script>'>a", "p a")]
    [InlineData("<p class='caption\" onclick=\"x'>a", "p a")]
    [InlineData("<pre><code class='language-\"><script>'>a", "code a")]
    [InlineData("<video src=x><p>x</p></video><audio>y</audio><canvas>z</canvas>a", "p a")]
    public void Nothing_but_what_is_recognised_gets_through(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Fact]
    public void Control_characters_and_half_pairs_are_gone()
    {
        var run = Assert.IsType<ParagraphBlock>(Assert.Single(HtmlBody.Read("<p>a\0b&#0;c\u0001d\uD800e😀&#13;f").Blocks)).Content[0];

        Assert.DoesNotContain(run.Text, c => char.IsControl(c));
        Assert.EndsWith("e😀 f", run.Text);
        Assert.False(run.Text.Contains('\uD800'));
    }

    [Fact]
    public void Whatever_comes_in_what_comes_out_keeps_the_rules() => Page.Sample(
        html =>
        {
            var blocks = HtmlBody.Read(html).Blocks;
            Assert.Empty(BodyRules.Check(blocks));
            Assert.Equal(Json(BodyRules.Normalise(blocks)), Json(blocks));
            AllowList.Holds(HtmlRendition.Write(blocks, "en"));
        },
        iter: 30_000);

    [Fact]
    public void Our_own_html_comes_back_to_the_byte() => Page.Sample(
        html =>
        {
            var first = HtmlRendition.Write(HtmlBody.Read(html).Blocks, "en");
            Assert.Equal(first, HtmlRendition.Write(HtmlBody.Read(first).Blocks, "en"));
        },
        iter: 30_000);

    public static TheoryData<string, string> Endless => new()
    {
        { "div", Repeat("<div>", 100_000) + "x" },
        { "blockquote", Repeat("<blockquote>", 80_000) + "x" },
        { "closed blockquote", Repeat("<blockquote>", 30_000) + "x" + Repeat("</blockquote>", 30_000) },
        { "ul", Repeat("<ul><li>", 100_000) + "x" },
        { "table", Repeat("<table><tr><td>", 60_000) + "x" },
        { "cells", "<table>" + Repeat("<tr><td>x", 100_000) },
        { "b", Repeat("<b>", 300_000) + "x" },
        { "numbered b", string.Concat(Enumerable.Range(0, 40_000).Select(i => $"<b id=n{i}>")) + Repeat("<p>x", 100_000) },
        { "reopened b", string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<p><b id={i}></p>")) + "x" },
        { "span", Repeat("<span>", 150_000) + "x" },
        { "a", Repeat("<a href=/x>", 90_000) + "x" },
        { "p", Repeat("<p>", 300_000) + "x" },
        { "unopened", "x" + Repeat("</div>", 150_000) },
        { "deep and unopened", Repeat("<div>", 300) + Repeat("</p></b></li>", 70_000) + "x" },
        { "figure", Repeat("<figure><img src=https://a.b/i>", 30_000) + "x" },
        { "svg", Repeat("<svg><foreignObject>", 50_000) + "</svg>x" },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">x" },
        { "pre", Repeat("<pre>x", 150_000) },
        { "marks", Repeat("<b>x</b>y", 100_000) },
        { "entities", Repeat("&amp", 200_000) + "x" },
        { "dl", Repeat("<dl><dd>", 100_000) + "x" },
        { "lt", Repeat("<", 999_000) + " x" },
    };

    [Theory]
    [MemberData(nameof(Endless), DisableDiscoveryEnumeration = true)]
    public void A_page_without_end_is_read_in_linear_time_and_keeps_its_text(string name, string html)
    {
        Assert.NotEmpty(name);
        var parsed = HtmlBody.Read(html);

        Assert.True(name == "svg" || name == "a" || BodyText.Plain(parsed.Blocks).Contains('x'), name);
        Assert.InRange(HtmlRendition.Write(parsed.Blocks, "en").Length, 0, 20 * html.Length);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Json(IReadOnlyList<Block> blocks) => Encoding.UTF8.GetString(BodyJson.Write(blocks));
}
