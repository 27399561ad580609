namespace Cms.Content.Bodies.Reading;

/// <summary>A figure as it is read: blocks and a caption that belongs to them.</summary>
internal sealed class FigureReading
{
    public List<Block> Blocks { get; } = [];

    public RunLines Caption { get; } = new();

    public RunLines Credit { get; } = new();

    /// <summary>The blocks, with the caption on the one picture or the one quotation; otherwise it follows them.</summary>
    public IEnumerable<Block> Captioned(string id, string? direction)
    {
        var caption = Caption.Runs();
        var plain = string.Concat(caption.Select(run => run.Text));
        var credit = Credit.Plain();
        if (Blocks is [ImageBlock image])
        {
            return
            [
                image with
                {
                    Id = id.Length > 0 ? id : image.Id,
                    Direction = direction,
                    Caption = plain.Length > 0 ? plain : null,
                    Credit = credit.Length > 0 ? credit : null,
                },
            ];
        }

        if (Blocks is [QuoteBlock { Attribution: null } quote] && plain.Length > 0 && credit.Length == 0)
        {
            return [quote with { Attribution = plain.TrimStart('—', '―', '–', ' ', '\n', '\u00A0') }];
        }

        if (credit.Length > 0)
        {
            caption = [.. caption, new Run { Text = caption.Count > 0 ? " " + credit : credit }];
        }

        return caption.Count == 0
            ? Blocks
            :
            [
                .. Blocks,
                BodyForm.Of(new ParagraphBlock { Id = Blocks.Count == 0 ? id : "", Direction = direction, Role = "caption", Content = caption }),
            ];
    }
}
