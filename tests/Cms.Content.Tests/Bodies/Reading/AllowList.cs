namespace Cms.Content.Tests.Bodies.Reading;

/// <summary>The elements, attributes and addresses that a body's HTML may have.</summary>
internal static class AllowList
{
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["p"] = "id dir class", ["h1"] = "id dir", ["h2"] = "id dir", ["h3"] = "id dir", ["h4"] = "id dir", ["h5"] = "id dir", ["h6"] = "id dir",
        ["ul"] = "id dir", ["ol"] = "id dir start", ["li"] = "", ["blockquote"] = "id dir", ["footer"] = "", ["pre"] = "id dir", ["code"] = "class",
        ["table"] = "id dir", ["thead"] = "", ["tbody"] = "", ["tr"] = "", ["th"] = "scope", ["td"] = "", ["figure"] = "id dir",
        ["img"] = "src alt width height loading", ["figcaption"] = "", ["small"] = "", ["hr"] = "id dir", ["a"] = "href rel dir", ["br"] = "",
        ["strong"] = "", ["em"] = "", ["u"] = "", ["s"] = "", ["sub"] = "", ["sup"] = "",
    };

    public static void Holds(string html)
    {
        foreach (var token in HtmlTokens.Of(html).Where(token => token.Tag is not null))
        {
            Assert.True(Allowed.TryGetValue(token.Tag!, out var attributes), token.Tag);
            Assert.Subset(attributes.Split(' ').ToHashSet(), token.Attributes.Keys.ToHashSet());
            foreach (var (name, value) in token.Attributes)
            {
                if (name is "href" or "src")
                {
                    Assert.Matches("^(https?:|mailto:|tel:|#|/(?![/\\\\]))", value);
                }
            }
        }
    }
}
