using System.Collections.Frozen;

namespace Cms.Content.Bodies.Reading;

/// <summary>What each element of HTML means to a body.</summary>
internal static class HtmlNames
{
    /// <summary>Leave nothing behind, not even their text.</summary>
    public static readonly FrozenSet<string> Vanishing = Set(
        "script style iframe object svg math template noscript select textarea button datalist option optgroup title "
        + "audio video canvas applet noembed noframes frameset map");

    /// <summary>Leave nothing behind and hold nothing.</summary>
    public static readonly FrozenSet<string> VanishingVoid = Set("input embed param area link meta base frame keygen bgsound basefont");

    /// <summary>Hold nothing and say nothing.</summary>
    public static readonly FrozenSet<string> SilentVoid = Set("wbr source track col");

    /// <summary>Their content is text to HTML's tokenizer, whatever tags it seems to hold.</summary>
    public static readonly FrozenSet<string> RawText = Set("style iframe noembed noframes noscript xmp");

    /// <summary>As <see cref="RawText"/>, but with character references.</summary>
    public static readonly FrozenSet<string> EscapableRawText = Set("title textarea");

    /// <summary>Inline elements that HTML opens again in the next block until they are closed.</summary>
    public static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Blocks without a meaning of their own here; they part the text.</summary>
    public static readonly FrozenSet<string> Containers = Set(
        "div section article main header footer aside hgroup body html head figcaption summary");

    /// <summary>Blocks whose meaning is lost.</summary>
    public static readonly FrozenSet<string> LostContainers = Set(
        "address nav search center details dialog dl dt dd fieldset legend form optgroup marquee");

    /// <summary>Inline elements whose loss loses nothing.</summary>
    public static readonly FrozenSet<string> SilentInline = Set("span abbr time data bdi picture label");

    public static readonly FrozenSet<string> Headings = Set("h1 h2 h3 h4 h5 h6");

    /// <summary>End a picture language of their own and start HTML again, as HTML's parser has it.</summary>
    public static readonly FrozenSet<string> BreakOut = Set(
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s "
        + "small span strong strike sub sup table tt u ul var");

    /// <summary>Hold HTML inside SVG or MathML.</summary>
    public static readonly FrozenSet<string> Integration = Set("foreignobject desc title annotation-xml mi mo mn ms mtext");

    private static readonly FrozenDictionary<string, Marks> MarkOf = new Dictionary<string, Marks>
    {
        ["b"] = Marks.Strong, ["strong"] = Marks.Strong,
        ["em"] = Marks.Em, ["i"] = Marks.Em, ["cite"] = Marks.Em, ["dfn"] = Marks.Em, ["var"] = Marks.Em,
        ["u"] = Marks.Underline, ["ins"] = Marks.Underline,
        ["s"] = Marks.Strike, ["strike"] = Marks.Strike, ["del"] = Marks.Strike,
        ["code"] = Marks.Code, ["kbd"] = Marks.Code, ["samp"] = Marks.Code, ["tt"] = Marks.Code,
        ["sub"] = Marks.Sub, ["sup"] = Marks.Sup,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Marks Mark(string name) => MarkOf.GetValueOrDefault(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
