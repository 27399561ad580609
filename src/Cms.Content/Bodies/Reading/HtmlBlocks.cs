using AngleSharp.Html.Parser.Tokens;

namespace Cms.Content.Bodies.Reading;

/// <summary>The block elements: which ones open, and which ones each of them closes, as HTML's parser has it.</summary>
internal sealed class HtmlBlocks(BodyBuilder body)
{
    private readonly HtmlTables tables = new(body);
    private readonly HtmlLists lists = new(body);

    private OpenElements Open => body.Open;

    /// <summary>True where a start tag was a block's.</summary>
    public bool Start(HtmlTagToken tag)
    {
        var name = tag.Name;
        if (name == "cite" && Open.Innermost?.Quote is { } quoted)
        {
            Attribution(tag, quoted);
            return true;
        }

        if (HtmlTables.IsPart(name))
        {
            tables.Start(tag);
            return true;
        }

        if (!IsBlock(name))
        {
            return false;
        }

        CloseParagraph();
        body.Boundary();
        switch (name)
        {
            case "p":
                Paragraph(tag);
                break;
            case "ul" or "ol" or "menu" or "dir":
                lists.List(tag);
                break;
            case "li":
                lists.Item(tag);
                break;
            case "footer" when Open.Innermost?.Quote is { } quote:
                Attribution(tag, quote);
                break;
            case "figcaption" when body.Place is { Figure: { } figure, Inside: null }:
                body.Enter(tag.Name, body.Place with { Text = figure.Caption, Inside = name });
                break;
            case "blockquote" or "pre" or "listing" or "xmp" or "table" or "figure" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Special(tag);
                break;
            default:
                Container(tag);
                break;
        }

        return true;
    }

    /// <summary>True where an end tag was a block's, whether or not there was one to close.</summary>
    public bool End(string name)
    {
        if (HtmlTables.IsPart(name) || name == "table")
        {
            tables.End(name);
            return true;
        }

        if (!IsBlock(name) && !(name == "cite" && Open.Innermost is { Name: "cite", IsInline: false }))
        {
            return false;
        }

        var index = name switch
        {
            "li" => Open.Find(name, static element => element.IsWall || HtmlLists.IsList(element.Name)),
            _ when HtmlNames.Headings.Contains(name) =>
                Open.Find(static element => HtmlNames.Headings.Contains(element.Name), static element => element.IsWall),
            "body" or "html" => -1,
            _ => Open.Find(name),
        };
        if (index >= 0)
        {
            Open.CloseFrom(index);
        }

        body.Boundary();
        return true;
    }

    /// <summary>Adds a block where text may be going on: a paragraph is parted, any other block of text is finished first.</summary>
    public void Insert(Block block)
    {
        body.Place.Paragraph?.Flush(body);
        body.Add(block);
    }

    public void Divider(HtmlTagToken tag)
    {
        CloseParagraph();
        body.Boundary();
        if (body.Place.Inside is { } container)
        {
            body.Drops.Inside("hr", container);
        }
        else
        {
            body.Add(new DividerBlock { Id = tag.Id(), Direction = tag.Direction() });
        }
    }

    /// <summary>Remembers a link to a known site inside a quotation.</summary>
    public void NoteLink(string? address)
    {
        if (address is not null && Addresses.ProviderOf(address) is not null
            && Open.Find(static element => element.Quote is not null, static _ => false) is >= 0 and var index)
        {
            Open.At(index).Quote!.EmbedAddress = address;
        }
    }

    /// <summary>Opens the credit in the caption of a figure, if that is where we are.</summary>
    public bool Credit() => body.Place is { Figure: { } figure, Inside: "figcaption" } place && place.Text == figure.Caption
        && Open.Open(new OpenElement { Name = "small", Place = place with { Text = figure.Credit } });

    private static bool IsBlock(string name) => HtmlLists.IsList(name) || HtmlNames.Headings.Contains(name) || HtmlNames.Containers.Contains(name)
        || HtmlNames.LostContainers.Contains(name)
        || name is "p" or "li" or "blockquote" or "pre" or "listing" or "xmp" or "plaintext" or "table" or "figure";

    private void CloseParagraph()
    {
        if (Open.Find("p") is >= 0 and var index)
        {
            Open.CloseFrom(index);
        }
    }

    private void Container(HtmlTagToken tag)
    {
        if (HtmlNames.LostContainers.Contains(tag.Name))
        {
            body.Drops.Element(tag.Name);
        }

        var direction = tag.Name is "html" or "body" ? null : tag.Direction();
        body.Enter(tag.Name, body.Place with { Direction = direction ?? body.Place.Direction });
    }

    private void Paragraph(HtmlTagToken tag)
    {
        if (body.Place.Inside is not null)
        {
            if (Open.Innermost?.Quote is { } quote)
            {
                quote.Text.Paragraph();
            }

            body.Enter(tag.Name, body.Place);
            return;
        }

        var paragraph = new ParagraphReading(tag.Id(), tag.Direction() ?? body.Place.Direction, tag.Role());
        body.Enter(tag.Name, body.Place with { Text = paragraph.Text, Paragraph = paragraph }, () => paragraph.Flush(body));
    }

    private void Attribution(HtmlTagToken tag, QuoteReading quote)
    {
        quote.Attribution.Boundary();
        body.Enter(tag.Name, body.Place with { Text = quote.Attribution });
    }

    private void Special(HtmlTagToken tag)
    {
        var place = body.Place;
        if (HtmlNames.Headings.Contains(tag.Name) && Open.Innermost is { } inner && HtmlNames.Headings.Contains(inner.Name))
        {
            Open.CloseFrom(Open.Find(inner.Name));
            place = body.Place;
        }

        if (place.Inside is { } container)
        {
            body.Drops.Inside(tag.Name, container);
            body.Enter(tag.Name, place with { KeepsLines = place.KeepsLines || tag.Name is "pre" or "listing" or "xmp" });
            return;
        }

        var (id, direction) = (tag.Id(), tag.Direction() ?? place.Direction);
        switch (tag.Name)
        {
            case "blockquote":
                Quote(tag, id, direction);
                break;
            case "pre" or "listing" or "xmp":
                var code = new CodeReading { Language = tag.CodeLanguage() };
                body.Enter(tag.Name, place with { Code = code, Inside = "pre" }, () =>
                {
                    if (code.Text() is { Length: > 0 } text)
                    {
                        // Code runs from left to right wherever nothing else is said.
                        body.Add(new CodeBlock { Id = id, Direction = direction == "rtl" ? direction : null, Text = text, Language = code.Language });
                    }

                    body.Release();
                });
                break;
            case "table":
                tables.Table(tag, id, direction);
                break;
            case "figure":
                var figure = new FigureReading();
                body.Enter(tag.Name, place with { Figure = figure }, () =>
                {
                    body.Boundary();
                    foreach (var block in figure.Captioned(id, direction))
                    {
                        body.Add(block);
                    }
                });
                break;
            default:
                var text = new RunLines();
                body.Enter(tag.Name, place with { Text = text, Inside = tag.Name }, () =>
                {
                    if (text.Runs() is { Count: > 0 } content)
                    {
                        body.Add(new HeadingBlock { Id = id, Direction = direction, Level = tag.Name[1] - '0', Content = content });
                    }

                    body.Release();
                });
                break;
        }
    }

    private void Quote(HtmlTagToken tag, string id, string? direction)
    {
        var quote = new QuoteReading();
        var isPost = tag.HasClass("twitter-tweet") || tag.HasClass("instagram-media") || tag.HasClass("tiktok-embed");
        var permalink = isPost ? Addresses.Embed(tag.Get("data-instgrm-permalink") ?? tag.Get("cite")) : null;
        var element = new OpenElement
        {
            Name = tag.Name,
            Place = body.Place with { Text = quote.Text, Inside = tag.Name },
            Quote = quote,
            Closed = () =>
            {
                if (isPost && (permalink ?? quote.EmbedAddress) is { } address)
                {
                    body.Add(new EmbedBlock { Id = id, Direction = direction, Url = address, Provider = Addresses.ProviderOf(address) });
                }
                else if (quote.Block(id, direction) is { } block)
                {
                    body.Add(block);
                }

                body.Release();
            },
        };
        body.Enter(element);
    }
}
