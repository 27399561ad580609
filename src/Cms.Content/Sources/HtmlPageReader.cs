using System.Globalization;
using System.Net;
using Cms.Content.Bodies;
using Cms.Content.Sources.HtmlPages;
using Cms.Content.Sources.StatedFacts;
using Cms.Content.Text;

namespace Cms.Content.Sources;

/// <summary>Reads the HTML page of an article: what it states in JSON-LD, OpenGraph and meta elements, and the body that it shows.</summary>
public static class HtmlPageReader
{
    /// <summary>Counts up whenever the same bytes would be read differently.</summary>
    public const int ParserVersion = 1;

    /// <summary>Reads a document; the outcome is a manuscript or the reason why there is none, never an exception.</summary>
    public static Reading Read(ReadOnlyMemory<byte> bytes, ReadingContext context)
    {
        var source = DecodedMarkup.Of(bytes);
        if (source.Refusal is not null) return new Reading(null, source.Refusal);

        var scan = PageScan.Of(source.Text);
        if (!scan.HasTags) return Refused("E_FORMAT", "Expected an HTML page, found text without a tag.");
        var part = PageBody.Of(source.Text, scan.Regions);
        if (part?.Html.Length > BodyRules.MaxSource)
        {
            return Refused("E_TOO_LARGE", string.Create(
                CultureInfo.InvariantCulture, $"Expected a body of at most {BodyRules.MaxSource} characters, found {part.Html.Length}."));
        }
        var warnings = new List<SourceWarning>(source.Warnings);
        var article = LinkedArticle.In(JsonLd.Read(scan.Scripts, warnings));
        var facts = PageFacts.Of(scan, article, part?.Region, context, warnings);
        return ManuscriptWriter.Write(facts, Body(part, article, warnings), context, warnings);
    }

    private static IReadOnlyList<Block> Body(PageBody? part, LinkedArticle article, List<SourceWarning> warnings)
    {
        var shown = part is null ? null : HtmlBody.Read(part.Html);
        if (shown is not null && StoredBody.Of(shown.Blocks) is { Count: > 0 } blocks)
        {
            if (part!.IsGuessed)
            {
                warnings.Add(new SourceWarning(
                    "W_BODY_GUESSED",
                    part.Region.Line,
                    "The page marks no article; the element with most text in paragraphs was taken for its body."));
            }
            warnings.AddRange(DroppedParts.Warning([.. part.Cut, .. shown.Dropped]));
            return blocks;
        }
        if (article.Find("articlebody") is not { Text: { Length: <= BodyRules.MaxSource / 2 } plain } stated) return [];

        warnings.Add(new SourceWarning("W_BODY_STATED", stated.Line, "The page shows no body; the plain text of its JSON-LD was taken for it."));
        var paragraphs = plain.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return StoredBody.Of(HtmlBody.Read(string.Concat(paragraphs.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>"))).Blocks);
    }

    private static Reading Refused(string code, string detail) => new(null, new SourceRefusal(code, null, null, null, detail));
}
