using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cms.Content.Bodies;

namespace Cms.Content.Sources;

/// <summary>Tells whether two documents carry the same story, whatever bytes it is written in.</summary>
public static class ContentHash
{
    private const char FieldEnd = '\u001E';
    private const char PartEnd = '\u001F';

    /// <summary>SHA-256 over headline, printed wall-clock date, byline and blocks, lower-case hex; block ids do not count.</summary>
    public static string Of(string headline, PrintedDate? published, string? byline, IEnumerable<Block> body)
    {
        var text = new StringBuilder(headline).Append(FieldEnd)
            .Append(published?.Local.ToString("s", CultureInfo.InvariantCulture)).Append(FieldEnd)
            .Append(byline).Append(FieldEnd);
        foreach (var block in body) Append(text, block);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                text.Append("p ").Append(paragraph.Role).Append(PartEnd);
                Append(text, paragraph.Content);
                break;
            case HeadingBlock heading:
                text.Append("h ").Append(heading.Level).Append(PartEnd);
                Append(text, heading.Content);
                break;
            case ListBlock list:
                text.Append("l ").Append(list.Ordered).Append(list.Start).Append(PartEnd);
                foreach (var item in list.Items) Append(text.Append(item.Level).Append(PartEnd), item.Content);
                break;
            case EmbedBlock embed:
                text.Append("e ").Append(embed.Url);
                break;
            default:
                text.Append(System.Text.Json.JsonSerializer.Serialize(block with { Id = "" }, System.Text.Json.JsonSerializerOptions.Web));
                break;
        }
        text.Append(FieldEnd);
    }

    private static void Append(StringBuilder text, IReadOnlyList<Run> content)
    {
        foreach (var run in content) text.Append(run.Text);
        text.Append(PartEnd);
    }
}
