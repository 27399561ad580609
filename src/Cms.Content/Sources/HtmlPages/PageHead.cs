using AngleSharp.Html.Parser.Tokens;
using Cms.Content.Bodies.Reading;
using Cms.Content.Sources.StatedFacts;

namespace Cms.Content.Sources.HtmlPages;

/// <summary>What a page's meta, link and time elements say, by name; of each name a bounded number.</summary>
internal sealed class PageHead
{
    private const int MostOfAName = 50;
    private const int MostNames = 300;

    private readonly Dictionary<string, List<StatedValue>> said = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first value under the first of the names that says anything.</summary>
    public StatedValue? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (said.TryGetValue(name, out var values) && values.Find(value => value.Stored is not null) is { } value) return value;
        }
        return null;
    }

    /// <summary>Every value under the first of the names that there is.</summary>
    public IReadOnlyList<StatedValue> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (said.TryGetValue(name, out var values)) return values;
        }
        return [];
    }

    public void Read(HtmlTagToken tag, bool isInStory)
    {
        switch (tag.Name)
        {
            case "html":
                Add("html lang", tag.Get("lang") ?? tag.Get("xml:lang"), tag);
                break;
            case "meta":
                Add(tag.Get("property") ?? tag.Get("name") ?? tag.Get("itemprop") ?? tag.Get("http-equiv"), tag.Get("content"), tag);
                break;
            case "link" when tag.Get("rel")?.Trim().Equals("canonical", StringComparison.OrdinalIgnoreCase) == true:
                Add("canonical", tag.Get("href"), tag);
                break;
            case "time":
                var isUpdate = tag.Get("itemprop") == "dateModified" || tag.HasClass("updated") || tag.HasClass("modified");
                Add((isUpdate ? "time updated" : "time published") + (isInStory ? " in story" : ""), tag.Get("datetime"), tag);
                break;
        }
    }

    public void Add(string? name, string? value, HtmlTagToken tag)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(value)) return;
        if (!said.TryGetValue(name.Trim(), out var values))
        {
            if (said.Count >= MostNames) return;
            said[name.Trim()] = values = [];
        }
        if (values.Count < MostOfAName) values.Add(new StatedValue { Line = tag.Position.Line, Text = value });
    }
}
