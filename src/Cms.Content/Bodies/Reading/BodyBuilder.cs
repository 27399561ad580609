using System.Globalization;

namespace Cms.Content.Bodies.Reading;

/// <summary>Takes text and finished blocks in the order of reading and makes the body of them.</summary>
internal sealed class BodyBuilder(Drops drops)
{
    private readonly List<Block> blocks = [];
    private readonly List<Block> waiting = [];
    private RunLines loose = new();

    public OpenElements Open { get; } = new();

    public Drops Drops => drops;

    public Place Place => Open.Place;

    private RunLines? Inner => Place.List is { } list ? list.ItemAt(Place.Level) : Place.Text;

    /// <summary>Opens an element; what nests too deep is unwrapped.</summary>
    public void Enter(OpenElement element)
    {
        if (!Open.Open(element))
        {
            drops.Add("deep nesting");
        }
    }

    public void Enter(string name, Place place, Action? closed = null) =>
        Enter(new OpenElement { Name = name, Place = place, Closed = closed });

    public void Text(string text)
    {
        if (Place.Code is { } code)
        {
            code.Text(text);
        }
        else if (Place is { List: { } list, Level: var level } && list.ItemAt(level) is null)
        {
            // Text between items stands as an item of its own.
            if (!string.IsNullOrWhiteSpace(text))
            {
                list.Add(level);
                list.ItemAt(level)!.Text(text, Open.Inline);
            }
        }
        else
        {
            (Inner ?? loose).Text(text, Open.Inline, Place.KeepsLines);
        }
    }

    public void Break()
    {
        if (Place.Code is { } code)
        {
            code.Text("\n");
        }
        else if (Inner is { } inner)
        {
            inner.Break(Open.Inline);
        }
        else if (Place.List is null)
        {
            loose.Break(Open.Inline);
            if (loose.TrailingBreaks > 1)
            {
                // In old pages two breaks between texts that no paragraph holds are the paragraph.
                Loose();
            }
        }
    }

    /// <summary>Ends the line that is being read, as the start or the end of any block does.</summary>
    public void Boundary()
    {
        if (Place.Code is { } code)
        {
            code.Line();
        }
        else if (Inner is { } inner)
        {
            inner.Boundary();
        }
        else if (Place.List is null)
        {
            Loose();
        }
    }

    /// <summary>Adds a finished block; one that stands inside a block of text waits for its end.</summary>
    public void Add(Block block)
    {
        if (Place.Inside is not null)
        {
            waiting.Add(block);
            return;
        }

        Loose();
        (Place.Figure?.Blocks ?? blocks).Add(block);
    }

    /// <summary>Adds the blocks that had to wait, if nothing keeps them any longer.</summary>
    public void Release()
    {
        if (Place.Inside is null && waiting.Count > 0)
        {
            (Place.Figure?.Blocks ?? blocks).AddRange(waiting);
            waiting.Clear();
        }
    }

    /// <summary>Adds a paragraph, or the embed that a bare link stands for.</summary>
    public void AddParagraph(RunLines text, string id, string? direction, string? role)
    {
        var embeds = text.HasEmbedLink;
        var content = text.Runs();
        if (content is [{ Href: { } href } link] && role is null && Addresses.IsSecure(href)
            && link.Text.Replace(" ", "%20", StringComparison.Ordinal) == href
            && Addresses.ProviderOf(href) is var provider && (provider is not null || embeds))
        {
            Add(new EmbedBlock { Id = id, Direction = direction, Url = href, Provider = provider });
        }
        else if (content.Count > 0)
        {
            Add(new ParagraphBlock { Id = id, Direction = direction, Role = role, Content = content });
        }
    }

    public ParsedBody Finish()
    {
        Open.CloseFrom(0);
        Boundary();
        Release();
        var given = new HashSet<string>(StringComparer.Ordinal);
        var keeps = blocks.Select(block => BodyRules.IsId(block.Id) && given.Add(block.Id)).ToArray();
        var number = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (keeps[i])
            {
                continue;
            }

            string id;
            do
            {
                id = string.Create(CultureInfo.InvariantCulture, $"b{++number}");
            }
            while (given.Contains(id));
            blocks[i] = blocks[i] with { Id = id };
        }

        return new ParsedBody { Blocks = blocks, Dropped = drops.Parts, GivenIds = given };
    }

    private void Loose()
    {
        if (!loose.IsEmpty)
        {
            var text = loose;
            loose = new RunLines();
            AddParagraph(text, "", Place.Direction, role: null);
        }
    }
}
