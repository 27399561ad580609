using System.Text;
using System.Text.RegularExpressions;

namespace Cms.Search;

/// <summary>A text cut into words, of which some can be marked. The text itself is never changed, only escaped.</summary>
internal sealed partial class TokenisedText
{
    private const int SnippetCount = 3;
    private const int SnippetLength = 200;

    /// <summary>How much of a snippet comes before the first marked word.</summary>
    private const int LeadLength = 60;

    /// <summary>Beyond so many marked words the best snippets are long found.</summary>
    private const int MatchesMax = 400;

    private readonly string text;
    private readonly List<(int Start, int End)> tokens = [];

    public TokenisedText(string text)
    {
        this.text = text;
        foreach (var match in Word().EnumerateMatches(text))
        {
            tokens.Add((match.Index, match.Index + match.Length));
        }
    }

    /// <summary>The words, as they stand there.</summary>
    public IEnumerable<string> Words => tokens.Select(token => text[token.Start..token.End]);

    /// <summary>The whole text with the matching words marked; null when none is there.</summary>
    public string? Mark(HashSet<string> matching)
    {
        var matches = Matches(matching).ToList();
        return matches.Count == 0 ? null : Write(matches, 0, text.Length);
    }

    /// <summary>The parts of the text that hold the most different matching words, in their order.</summary>
    public IReadOnlyList<string> Snippets(HashSet<string> matching)
    {
        var matches = Matches(matching).Take(MatchesMax).ToList();
        var chosen = new List<(int Start, int End)>();
        foreach (var candidate in matches.Select(Around).OrderByDescending(range => DifferentWords(matches, range)))
        {
            if (chosen.Count < SnippetCount && chosen.All(other => candidate.End <= other.Start || other.End <= candidate.Start))
            {
                chosen.Add(candidate);
            }
        }

        return
        [
            .. chosen.Order().Select(range =>
                (range.Start > 0 ? "…" : "") + Write(matches, range.Start, range.End) + (range.End < text.Length ? "…" : "")),
        ];
    }

    private IEnumerable<(int Start, int End)> Matches(HashSet<string> matching) =>
        tokens.Where(token => matching.Contains(text[token.Start..token.End]));

    /// <summary>A snippet's range, from the start of a word to the end of one, around a match.</summary>
    private (int Start, int End) Around((int Start, int End) match)
    {
        var index = tokens.BinarySearch(match);
        var (first, last) = (index, index);
        while (first > 0 && match.Start - tokens[first - 1].Start <= LeadLength)
        {
            first--;
        }

        while (last < tokens.Count - 1 && tokens[last + 1].End - tokens[first].Start <= SnippetLength)
        {
            last++;
        }

        // What stands before the first word and behind the last comes along, but no more of it than a snippet holds.
        var start = first == 0 ? Math.Max(0, tokens[0].Start - LeadLength) : tokens[first].Start;
        var end = last == tokens.Count - 1 ? Math.Min(text.Length, tokens[last].End + LeadLength) : tokens[last].End;
        return (start, Math.Min(end, start + Math.Max(2 * SnippetLength, match.End - start)));
    }

    private int DifferentWords(List<(int Start, int End)> matches, (int Start, int End) range) => matches
        .Where(match => match.Start >= range.Start && match.End <= range.End)
        .Select(match => text[match.Start..match.End].ToLowerInvariant())
        .Distinct(StringComparer.Ordinal)
        .Count();

    private string Write(List<(int Start, int End)> matches, int start, int end)
    {
        var html = new StringBuilder();
        var written = start;
        foreach (var match in matches.Where(match => match.Start >= start && match.End <= end))
        {
            Escape(html, text.AsSpan(written..match.Start));
            html.Append("<em>");
            Escape(html, text.AsSpan(match.Start..match.End));
            html.Append("</em>");
            written = match.End;
        }

        Escape(html, text.AsSpan(written..end));
        return html.ToString();
    }

    private static void Escape(StringBuilder html, ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ when char.IsWhiteSpace(character) => html.Append(' '),
                _ => html.Append(character),
            };
        }
    }

    /// <summary>Letters with their marks and digits; U.S., 1,000 and don't are one word.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
