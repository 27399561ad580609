using Cms.Content.Bodies;

namespace Cms.Content.Tests.Bodies.Reading;

public sealed class HtmlBodyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("<p>one</p><p>two</p>", "p one\np two")]
    [InlineData("<p>one<p>two", "p one\np two")]
    [InlineData("<p></p><p> </p><p><br></p><p>x</p>", "p x")]
    [InlineData("<p>  a \n\t b  </p>", "p a b")]
    [InlineData("<p>a&nbsp;&nbsp;b</p>", "p a\u00A0\u00A0b")]
    [InlineData("<p>a<br>b<br/> c <br></p>", "p a↵b↵c")]
    [InlineData("<P CLASS='lead summary'>x</P>", "summary x")]
    [InlineData("<p class=caption>x<p class=signature>y<p class=captions>z", "caption x\nsignature y\np z")]
    [InlineData("<p dir=rtl>x</p><p DIR=LTR>y</p><p dir=auto>z</p>", "p.rtl x\np.ltr y\np z")]
    [InlineData("<div dir=rtl><p>x</p><p dir=ltr>y</p></div><p>z", "p.rtl x\np.ltr y\np z")]
    [InlineData("<body dir=rtl><p>x", "p x")]
    [InlineData("one<div>two</div>three", "p one\np two\np three")]
    [InlineData("<section><article><main>a <b>b</b><p>c</p>d</main></article></section>", "p a {strong|b}\np c\np d")]
    [InlineData("one<br><br>two<br>three<br><br><br>four", "p one\np two↵three\np four")]
    [InlineData("<html><head><title>T</title></head><body>x</body></html>", "p x")]
    [InlineData("&lt;b&gt; &amp;amp; &eacute; &#x645; &hellip; &copy", "p <b> &amp; é م … ©")]
    [InlineData("<span>a</span> <span>b</span>", "p a b")]
    public void Paragraphs_are_read(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<b>x</b>", "p {strong|x}")]
    [InlineData("<strong>x</strong>", "p {strong|x}")]
    [InlineData("<i>x</i><em>y</em><cite>z</cite>", "p {em|xyz}")]
    [InlineData("<u>x</u><ins>y</ins>", "p {underline|xy}")]
    [InlineData("<s>x</s><del>y</del><strike>z</strike>", "p {strike|xyz}")]
    [InlineData("<code>x</code><kbd>y</kbd><samp>z</samp><tt>t</tt>", "p {code|xyzt}")]
    [InlineData("H<sub>2</sub>O m<sup>2</sup>", "p H{sub|2}O m{sup|2}")]
    [InlineData("<sup><em><b>x</b></em></sup>", "p {strong em sup|x}")]
    [InlineData("<b>a<i>b</b>c</i>d", "p {strong|a}{strong em|b}{em|c}d")]
    [InlineData("<b>a<p>b</p>c</b>d", "p {strong|a}\np {strong|b}\np {strong|c}d")]
    [InlineData("<p><b>a<p>b</b>c", "p {strong|a}\np {strong|b}c")]
    [InlineData("<p>a<sub>b<p>c", "p a{sub|b}\np c")]
    [InlineData("<b><b>a</b>b</b>c", "p {strong|ab}c")]
    [InlineData("a</b>b</i></a>", "p ab")]
    [InlineData("<b>a </b> b", "p {strong|a }b")]
    [InlineData("<table><tr><td><b>a<td>b</table>c", "table {strong|a} ¦ b\np c")]
    public void Marks_combine_even_where_tags_cross(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<a href=https://a.b/x>t</a>", "p {https://a.b/x|t}")]
    [InlineData("<a href='/x?a=1&amp;b=2'>t</a>", "p {/x?a=1&b=2|t}")]
    [InlineData("<a href='#b2'>t</a>", "p {#b2|t}")]
    [InlineData("<a href=' https://a.b '>t</a>", "p {https://a.b|t}")]
    [InlineData("<a href='//a.b/x'>t</a>", "p {https://a.b/x|t}")]
    [InlineData("<a href='mailto:a@b.c'>t</a> <a href='tel:+20'>u</a>", "p {mailto:a@b.c|t} {tel:+20|u}")]
    [InlineData("<a href=/x><b>t</b>u</a>v", "p {strong /x|t}{/x|u}v")]
    [InlineData("<a href=/x>t<a href=/y>u</a>v", "p {/x|t}{/y|u}v")]
    [InlineData("<a href=/x><p>t</p><p>u</p></a>", "p {/x|t}\np {/x|u}")]
    [InlineData("<a name=x>t</a>", "p t")]
    [InlineData("<a href='/a b'>t</a>", "p {/a%20b|t}")]
    public void Links_are_read(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<h1>a</h1><h2 dir=rtl>b</h2><h6>c</h6>", "h1 a\nh2.rtl b\nh6 c")]
    [InlineData("<h2>a<h3>b</h3>c", "h2 a\nh3 b\np c")]
    [InlineData("<h2>a</h3>b", "h2 a\np b")]
    [InlineData("<h2><div>a</div><p>b</p></h2>", "h2 a↵b")]
    [InlineData("<h2></h2>x", "p x")]
    [InlineData("<h2>a <img src=https://a.b/i.png> b</h2>c", "h2 a b\nimage https://a.b/i.png\np c")]
    public void Headings_are_read(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "ul 0 a ¦ 0 b")]
    [InlineData("<ul><li>a<li>b</ul>c", "ul 0 a ¦ 0 b\np c")]
    [InlineData("<ol start=3><li>a</ol>", "ol3 0 a")]
    [InlineData("<ol start=1><li>a</ol><ol start=-2><li>a</ol><ol start=x><li>a</ol>", "ol 0 a\nol 0 a\nol 0 a")]
    [InlineData("<ul><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ul>", "ul 0 a ¦ 1 b ¦ 2 c ¦ 0 d")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul><li>c</ul>", "ul 0 a ¦ 1 b ¦ 0 c")]
    [InlineData("<ul><ul><li>a</ul></ul>", "ul 0 a")]
    [InlineData("<ul><li><p>a</p><p>b</p></li><li><div>c</div>d</li></ul>", "ul 0 a↵b ¦ 0 c↵d")]
    [InlineData("<ul><li>a<ul><li>b</ul>c<li>d</ul>", "ul 0 a ¦ 1 b ¦ 0 c ¦ 0 d")]
    [InlineData("<ul>x<li>a</ul>", "ul 0 x ¦ 0 a")]
    [InlineData("<ul> <li></li> <li>a</li> </ul>", "ul 0 ¦ 0 a")]
    [InlineData("<ul></ul>x", "p x")]
    [InlineData("<li>a<li>b", "p a\np b")]
    [InlineData("<p>a<ul><li>b</ul>", "p a\nul 0 b")]
    [InlineData("<ul><li><b>a<li>b</b>c</ul>", "ul 0 {strong|a} ¦ 0 {strong|b}c")]
    [InlineData("<ul><li>a<img src=https://a.b/i><li>b</ul>c", "ul 0 a ¦ 0 b\nimage https://a.b/i\np c")]
    [InlineData(
        "<ul><li>0<ul><li>1<ul><li>2<ul><li>3<ul><li>4<ul><li>5<ul><li>6</ul></ul></ul></ul></ul></ul></ul>",
        "ul 0 0 ¦ 1 1 ¦ 2 2 ¦ 3 3 ¦ 4 4 ¦ 5 5 ¦ 5 6")]
    public void Lists_become_items_with_levels(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<blockquote>a</blockquote>", "quote a")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "quote a↵b")]
    [InlineData("<blockquote><p>a</p><footer>— Mona</footer></blockquote>", "quote a ¦ Mona")]
    [InlineData("<blockquote>a <cite>Mona</cite></blockquote>", "quote a ¦ Mona")]
    [InlineData("<blockquote><p>a <cite>Book</cite> b</p></blockquote>", "quote a {em|Book} b")]
    [InlineData("<blockquote><p>a</p><footer>Mona, <cite>Book</cite></footer></blockquote>", "quote a ¦ Mona, Book")]
    [InlineData("<blockquote><p>a</p><p>— Mona</p></blockquote>", "quote a ¦ Mona")]
    [InlineData("<blockquote><p>— a</p></blockquote>", "quote — a")]
    [InlineData("<figure><blockquote>a</blockquote><figcaption>— Mona</figcaption></figure>", "quote a ¦ Mona")]
    [InlineData("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "quote a↵b↵c\np d")]
    [InlineData("<blockquote><ul><li>a<li>b</ul></blockquote>", "quote a↵b")]
    [InlineData("<blockquote></blockquote>x", "p x")]
    public void Quotations_are_read(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<pre>a\n  b</pre>", "code a↵  b")]
    [InlineData("<pre>\na\n\n</pre>", "code a")]
    [InlineData("<pre><code class='x language-CSharp'>a &lt; b</code></pre>", "code a < b ¦ csharp")]
    [InlineData("<pre class=lang-js>a<br>b</pre>", "code a↵b ¦ js")]
    [InlineData("<pre><code><span class=k>if</span> <b>x</b></code></pre>", "code if x")]
    [InlineData("<pre dir=ltr>a</pre><pre dir=rtl>b</pre>", "code a\ncode.rtl b")]
    [InlineData("<pre></pre>x", "p x")]
    [InlineData("<hr><p>a<hr>b", "hr\np a\nhr\np b")]
    public void Code_and_dividers_are_read(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "table a ¦ b ‖ c ¦ d")]
    [InlineData("<table><thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</table>", "table+ a ¦ b ‖ c ¦ d")]
    [InlineData("<table><tr><th>a<th>b<tr><th>c<td>d</table>", "table+ a ¦ b ‖ c ¦ d")]
    [InlineData("<table><tr><th>a<td>b</table>", "table a ¦ b")]
    [InlineData("<table><caption>C <b>d</b></caption><tr><td>a</table>", "caption C {strong|d}\ntable a")]
    [InlineData("<table>x<tr><td>a</table>y", "p x\ntable a\np y")]
    [InlineData("<table><tr><td><p>a</p><p>b</p><ul><li>c</ul></table>", "table a↵b↵c")]
    [InlineData("<table><tr><td>a<table><tr><td>b</table>c</table>d", "table a↵b↵c\np d")]
    [InlineData("<table><tr><td><img src=https://a.b/i>a</table>", "table a\nimage https://a.b/i")]
    [InlineData("<table></table><tr><td>x</td></tr>", "p x")]
    [InlineData("<table><tr><td>a</div></p>b</table>", "table a↵b")]
    [InlineData("<table><tr><td></td><td>b</td></tr></table>", "table  ¦ b")]
    public void Tables_are_read(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<img src=https://a.b/i.png alt=A width=640 height=480>", "image https://a.b/i.png ¦ A ¦  ¦  ¦ 640 ¦ 480")]
    [InlineData("<img src=//a.b/i.png width=100% height=-1>", "image https://a.b/i.png")]
    [InlineData("<p>a <img src=https://a.b/i> b</p>", "p a\nimage https://a.b/i\np b")]
    [InlineData("<figure><img src=https://a.b/i><figcaption>C <small>Me</small></figcaption></figure>", "image https://a.b/i ¦  ¦ C ¦ Me")]
    [InlineData("<figure dir=rtl><a href=/x><picture><source><img src=https://a.b/i></picture></a></figure>", "image.rtl https://a.b/i")]
    [InlineData("<figure><img src=https://a.b/1><img src=https://a.b/2><figcaption>C</figcaption></figure>x",
        "image https://a.b/1\nimage https://a.b/2\ncaption C\np x")]
    [InlineData("<figure><figcaption>C</figcaption></figure>", "caption C")]
    [InlineData("<figure><hr><figcaption>C <small>Me</small></figcaption></figure>", "hr\ncaption C Me")]
    [InlineData("<figure><pre>a</pre><figcaption>C</figcaption></figure>", "code a\ncaption C")]
    public void Pictures_are_read(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Theory]
    [InlineData("<iframe src=https://www.youtube.com/embed/x></iframe>", "embed https://www.youtube.com/embed/x ¦ youtube")]
    [InlineData("<p>a<iframe src=//player.vimeo.com/video/1></iframe>b", "p a\nembed https://player.vimeo.com/video/1 ¦ vimeo\np b")]
    [InlineData("<iframe src=https://evil.example/youtube.com></iframe>", "")]
    [InlineData("<iframe src=https://notyoutube.com/x></iframe>", "")]
    [InlineData("<iframe src=http://youtu.be/x></iframe>", "")]
    [InlineData("<p><a href=https://x.com/a/status/1>https://x.com/a/status/1</a></p>", "embed https://x.com/a/status/1 ¦ x")]
    [InlineData("<p>See <a href=https://x.com/a>https://x.com/a</a></p>", "p See {https://x.com/a|https://x.com/a}")]
    [InlineData("<p><a href=https://a.b/c>https://a.b/c</a></p>", "p {https://a.b/c|https://a.b/c}")]
    [InlineData(
        "<p><a href=\"https://a.b/c\" rel=\"noopener noreferrer nofollow\">https://a.b/c</a></p>", "embed https://a.b/c ¦ ")]
    [InlineData(
        "<blockquote class=twitter-tweet><p>Hi</p>&mdash; M <a href=https://twitter.com/m/status/1>May</a></blockquote>",
        "embed https://twitter.com/m/status/1 ¦ x")]
    [InlineData("<blockquote class=instagram-media data-instgrm-permalink=https://www.instagram.com/p/1/><p>x</p></blockquote>",
        "embed https://www.instagram.com/p/1/ ¦ instagram")]
    public void Embeds_are_read_from_known_sites(string html, string outline) => Assert.Equal(outline, Outline.OfHtml(html));

    [Fact]
    public void Valid_ids_stay_once_and_the_others_are_filled_in()
    {
        var parsed = HtmlBody.Read("<p>0</p><p id=b1>1</p><h2 id=b1>2</h2><hr id='x y'><ul id=intro><li id=b9>3</ul><p>4</p>");

        Assert.Equal(["b2", "b1", "b3", "b4", "intro", "b5"], parsed.Blocks.Select(block => block.Id));
        Assert.Equal(["b1", "intro"], parsed.GivenIds.Order());
    }

    [Theory]
    [InlineData("<p onclick=x()>a</p><p ONCLICK=y>b</p><script>z</script>", "2 onclick attribute, 1 script element")]
    [InlineData("<a href=javascript:x>a</a><a href=page.html>b</a><img src=data:x>", "1 data: image, 1 javascript: link, 1 relative link")]
    [InlineData("<font color=red>a</font><p style='x'>b</p><td colspan=2>", "1 colspan attribute, 1 font element, 1 style attribute")]
    [InlineData("<ul><li><h2>a</h2><ol><li>b</ol></ul>", "1 h2 inside ul, 1 ol inside ul")]
    [InlineData("<x-y>a</x-y><é>b</é><q\u0001>c", "1 unknown element, 1 x-y element")]
    [InlineData("<div class=x id=y data-z=1><span lang=ar>a</span></div>", "")]
    public void What_is_lost_is_listed(string html, string dropped) => Assert.Equal(dropped, Outline.Dropped(HtmlBody.Read(html)));

    [Fact]
    public void The_list_of_losses_is_bounded() => Assert.InRange(
        HtmlBody.Read(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<x{i} on{i}=1>"))).Dropped.Count, 1, 101);
}
