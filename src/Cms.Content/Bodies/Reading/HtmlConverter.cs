using AngleSharp.Html.Parser.Tokens;

namespace Cms.Content.Bodies.Reading;

/// <summary>Says what each tag does to the body: the allow-list.</summary>
internal sealed class HtmlConverter(BodyBuilder body, Drops drops)
{
    private readonly HtmlBlocks blocks = new(body);

    private OpenElements Open => body.Open;

    public void Start(HtmlTagToken tag)
    {
        Attributes(tag);
        if (body.Place.Code is { } code)
        {
            code.Touch();
            code.Language ??= tag.Name == "code" ? tag.CodeLanguage() : null;
        }

        if (tag.Name == "small" && blocks.Credit())
        {
            return;
        }

        if (HtmlNames.Formatting.Contains(tag.Name))
        {
            Formatting(tag);
        }
        else if (!Void(tag) && !blocks.Start(tag))
        {
            Inline(tag.Name);
        }
    }

    public void End(string name)
    {
        if (name == "a")
        {
            Open.Inline.Link(null);
        }
        else if (name == "small" && Open.Find(name) is >= 0 and var credit)
        {
            Open.CloseFrom(credit);
        }
        else if (HtmlNames.Formatting.Contains(name))
        {
            Open.Inline.Close(name);
        }
        else if (name == "br")
        {
            body.Break();
        }
        else if (!Open.EndsTooDeep() && !blocks.End(name))
        {
            // The end of an inline element closes no block.
            var index = Open.Find(name, static element => !element.IsInline);
            if (index >= 0)
            {
                Open.CloseFrom(index);
            }
        }
        else
        {
            body.Boundary();
        }
    }

    /// <summary>Reads a frame as the embed of a known site; false where it is none.</summary>
    public bool Frame(HtmlTagToken tag)
    {
        if (Addresses.Embed(tag.Get("src")) is not { } address)
        {
            return false;
        }

        blocks.Insert(new EmbedBlock { Id = tag.Id(), Url = address, Provider = Addresses.ProviderOf(address) });
        return true;
    }

    private void Attributes(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "style" or "srcdoc" or "formaction" or "ping"
                || (attribute.Name is "colspan" or "rowspan" && attribute.Value.Trim() is not ("" or "1")))
            {
                drops.Attribute(attribute.Name);
            }
        }
    }

    private void Formatting(HtmlTagToken tag)
    {
        if (tag.Name != "a")
        {
            if (HtmlNames.Mark(tag.Name) == Marks.None)
            {
                drops.Element(tag.Name);
            }

            Open.Inline.Open(tag.Name);
            return;
        }

        var address = Addresses.Link(tag.Get("href"), drops);
        Open.Inline.Link(address, embed: tag.Get("rel") == "noopener noreferrer nofollow");
        blocks.NoteLink(address);
    }

    private bool Void(HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "br":
                body.Break();
                return true;
            case "img" or "image":
                if (Addresses.Picture(tag.Get("src"), drops) is { } address)
                {
                    blocks.Insert(new ImageBlock
                    {
                        Id = tag.Id(),
                        Url = address,
                        Alt = CleanText.OrNull(tag.Get("alt")),
                        Width = tag.Pixels("width"),
                        Height = tag.Pixels("height"),
                    });
                }

                return true;
            case "hr":
                blocks.Divider(tag);
                return true;
            case var name when HtmlNames.VanishingVoid.Contains(name):
                if (name is not ("meta" or "link" or "base"))
                {
                    drops.Element(name);
                }

                return true;
            default:
                return HtmlNames.SilentVoid.Contains(tag.Name);
        }
    }

    private void Inline(string name)
    {
        if (HtmlNames.Mark(name) == Marks.None && !HtmlNames.SilentInline.Contains(name))
        {
            drops.Element(name);
        }

        Open.Open(new OpenElement { Name = name, Place = Open.Place, IsInline = true });
    }
}
