using System.Text.RegularExpressions;

namespace Cms.Search;

/// <summary>
/// Mends misspelt words of a query: those that no public story has, or only one, and that are a letter or two from a word that some have.
/// What it puts instead stands in a story that is public now.
/// </summary>
internal sealed partial class Mender(MendingStore store, AnalysisStore analysis)
{
    private const int LettersMin = 4;
    private const int LettersMax = 30;

    /// <summary>From so many letters on, two may be wrong.</summary>
    private const int LettersForTwo = 6;

    /// <summary>A word that one story has is mended only into one that so many have.</summary>
    private const int FarMoreStories = 20;

    private const int WordsMax = 3;

    /// <summary>The query with its misspelt words mended; null when there are none.</summary>
    public async Task<string?> Mend(string text, AnalysedQuery query, string? language, CancellationToken cancellationToken)
    {
        var mended = text;
        foreach (var word in query.Words.Where(IsSuspect).Take(WordsMax))
        {
            if (await Meant(word, language, cancellationToken) is { } meant)
            {
                mended = Word().Replace(mended, match => IsTyped(match.Value, word.Typed) ? meant : match.Value);
            }
        }

        return mended == text ? null : mended;
    }

    private static bool IsSuspect(QueryWord word) =>
        word is { Stories: <= 1, Lexemes.Count: 1, Typed.Length: >= LettersMin and <= LettersMax } && word.Typed.All(char.IsLetter);

    private async Task<string?> Meant(QueryWord word, string? language, CancellationToken cancellationToken)
    {
        var typed = word.Typed.ToLowerInvariant();
        var candidates = await store.FindOneAway(Misspellings.OneAway(typed), language, cancellationToken);
        if (candidates.Count == 0 && typed.Length >= LettersForTwo)
        {
            candidates = [.. (await store.FindSimilar(word.Lexemes[0], cancellationToken))
                .Where(candidate => Misspellings.Distance(word.Lexemes[0], candidate.Lexeme) <= 2)];
        }

        // The first letter is hardly ever the wrong one.
        var best = candidates
            .Where(candidate => candidate.Lexeme != word.Lexemes[0] && candidate.Stories >= (word.Stories > 0 ? FarMoreStories : 1))
            .OrderByDescending(candidate => candidate.Lexeme[0] == typed[0])
            .ThenByDescending(candidate => candidate.Stories)
            .ThenBy(candidate => candidate.Lexeme, StringComparer.Ordinal)
            .FirstOrDefault();
        return best is null ? null : await Shown(best.Lexeme, typed, cancellationToken);
    }

    /// <summary>The form of the word in a public story that is nearest to what was typed.</summary>
    private async Task<string?> Shown(string lexeme, string typed, CancellationToken cancellationToken)
    {
        if (await store.ReadStory(lexeme, cancellationToken) is not { } story)
        {
            return null;
        }

        var words = Word().Matches(story.Text).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToArray();
        var matches = await analysis.Match([MatchThreshold.Quoted(lexeme)], [story.Language], [string.Join('\n', words)], cancellationToken);
        return matches
            .Select(match => words[match.Line].ToLowerInvariant())
            .Order(StringComparer.Ordinal)
            .MinBy(shown => Misspellings.Distance(typed, Level(shown)));
    }

    /// <summary>Whether this is the word of the query: the analysis takes the Arabic article off, with what stands before it.</summary>
    private static bool IsTyped(string word, string typed)
    {
        var level = Level(word);
        return string.Equals(level, Level(typed), StringComparison.OrdinalIgnoreCase)
            || (typed[0] > '\u05FF' && level.EndsWith(Level(typed), StringComparison.Ordinal) && level.Length - typed.Length is 2 or 3);
    }

    /// <summary>A word without accents and hamza seats, a final taa marbuta as the heh that many type for it.</summary>
    private static string Level(string word) =>
        string.Concat(word.Normalize(System.Text.NormalizationForm.FormD).Where(char.IsLetterOrDigit)).Normalize().Replace('ة', 'ه');

    [GeneratedRegex(@"[\p{L}\p{M}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
