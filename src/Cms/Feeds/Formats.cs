using Cms.Content.Syndication;
using Cms.Http.Answers;

namespace Cms.Feeds;

/// <summary>A format of whole feeds.</summary>
internal interface IFeedFormat : IFormat
{
    static abstract byte[] Write(StoryFeed feed);
}

/// <summary>A format of one story, at the address of the story with an extension.</summary>
internal interface IStoryFormat : IFormat
{
    static abstract string Extension { get; }

    static abstract byte[] Write(Story story);
}

/// <summary>RSS 2.0 with the whole stories as `content:encoded`.</summary>
internal abstract class RssDocument : IFeedFormat
{
    public static string MediaType => "application/rss+xml";

    public static byte[] Write(StoryFeed feed) => RssFeed.Write(feed);
}

/// <summary>Atom (RFC 4287) with the whole stories as HTML.</summary>
internal abstract class AtomDocument : IFeedFormat
{
    public static string MediaType => "application/atom+xml";

    public static byte[] Write(StoryFeed feed) => AtomFeed.Write(feed);
}

/// <summary>JSON Feed 1.1 (jsonfeed.org) with the whole stories as `content_html`.</summary>
internal abstract class JsonFeedDocument : IFeedFormat
{
    public static string MediaType => "application/feed+json";

    public static byte[] Write(StoryFeed feed) => JsonFeed.Write(feed);
}

/// <summary>A `NewsArticle` of schema.org as JSON-LD; safe to be put into a page's script element as it is.</summary>
internal abstract class JsonLdDocument : IStoryFormat
{
    public static string MediaType => "application/ld+json";

    public static string Extension => "jsonld";

    public static byte[] Write(Story story) => JsonLd.Write(story);
}

/// <summary>A news object as the IPTC's ninjs 3.0 (iptc.org/standards/ninjs) defines it.</summary>
internal abstract class NinjsDocument : IStoryFormat
{
    public static string MediaType => "application/json";

    public static string Extension => "ninjs.json";

    public static byte[] Write(Story story) => Ninjs.Write(story);
}

/// <summary>A whole page of HTML: escaped, without scripts or styles.</summary>
internal abstract class HtmlDocument : IStoryFormat
{
    public static string MediaType => "text/html";

    public static string Extension => "html";

    public static byte[] Write(Story story) => HtmlPage.Write(story);
}

/// <summary>CommonMark with tables, below YAML front matter.</summary>
internal abstract class MarkdownDocument : IStoryFormat
{
    public static string MediaType => "text/markdown";

    public static string Extension => "md";

    public static byte[] Write(Story story) => MarkdownPage.Write(story);
}

/// <summary>Plain text: the head, one line each, a blank line, the body, and the address.</summary>
internal abstract class TextDocument : IStoryFormat
{
    public static string MediaType => "text/plain";

    public static string Extension => "txt";

    public static byte[] Write(Story story) => PlainPage.Write(story);
}

/// <summary>A sitemap or an index of sitemaps (sitemaps.org).</summary>
internal abstract class SitemapDocument : IFormat
{
    public static string MediaType => "application/xml";
}
