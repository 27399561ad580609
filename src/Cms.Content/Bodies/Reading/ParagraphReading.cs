namespace Cms.Content.Bodies.Reading;

/// <summary>A paragraph as it is read; a picture in the middle parts it in two.</summary>
internal sealed class ParagraphReading(string id, string? direction, string? role)
{
    private string blockId = id;

    public RunLines Text { get; } = new();

    public void Flush(BodyBuilder body)
    {
        if (!Text.IsEmpty)
        {
            body.AddParagraph(Text, blockId, direction, role);
            Text.Clear();
            blockId = "";
        }
    }
}
