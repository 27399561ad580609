namespace Cms.Search;

/// <summary>
/// Which stories are worth scoring, as a query that an index answers: those that have enough of the words, and often enough, that only
/// about as many as asked for do. How often a story has a word is known by tiers (see the migration), and how many stories do from the statistics.
/// </summary>
internal sealed class MatchThreshold
{
    /// <summary>The most words whose combinations are weighed, and the fewest, whatever it costs.</summary>
    private const int WordsMax = 5;
    private const int WordsMin = 2;

    /// <summary>
    /// Microseconds that it may take to find the stories, and for each story of a list, and for each combination that it is held against.
    /// </summary>
    private const double Budget = 75_000;
    private const double StoryCost = .15;
    private const double CombinationCost = .0012;

    /// <summary>Stories in the lists of the widest query.</summary>
    private const double ListsMax = 300_000;

    /// <summary>The share of its weight that a word brings at each level: absent, there, and in each tier.</summary>
    private static readonly double[] Shares = [0, .35, .57, .73, .84];

    private static readonly string[] Prefixes = ["", "=2", "=4", "=8"];

    /// <summary>
    /// The levels that are told apart: all, or, where so many stories have the words that it would be dear, absent, there, and often.
    /// </summary>
    private static readonly int[] Fine = [0, 1, 2, 3, 4];
    private static readonly int[] Coarse = [0, 1, 3];

    private readonly List<QueryWord> always = [];
    private readonly List<QueryWord> weighed;
    private readonly int[] levels;
    private readonly List<(double Score, double Stories)> combinations = [];

    /// <param name="words">The words of the query.</param>
    /// <param name="target">About how many stories.</param>
    public MatchThreshold(IEnumerable<QueryWord> words, double target)
    {
        var rarestFirst = words.Where(word => word.Stories > 0).OrderBy(word => word.Stories).ToList();
        // All stories of the rarest words are worth it, as long as those are few.
        var few = target / 3;
        while (rarestFirst.Count > WordsMax && rarestFirst[0].Stories <= few)
        {
            few -= rarestFirst[0].Stories;
            always.Add(rarestFirst[0]);
            rarestFirst.RemoveAt(0);
        }

        (weighed, levels) = Weighed(rarestFirst);
        Combine(0, 0, weighed.Count == 0 ? 0 : weighed[0].Archive);
        Score = Least(target);
    }

    /// <summary>What a story must bring.</summary>
    public double Score { get; }

    /// <summary>The query for stories that have any of the rarer words, as far as comparing their lists is not dear.</summary>
    public string Widest()
    {
        var lists = 0.0;
        return string.Join(" | ", always
            .Concat(weighed)
            .TakeWhile((word, place) => (lists += word.Stories) <= ListsMax || place == 0)
            .Select(word => At(word, 1)));
    }

    /// <summary>The query for stories that bring at least this.</summary>
    public string Query(double score)
    {
        var parts = always.Select(word => At(word, 1));
        return string.Join(" | ", weighed.Count == 0 ? parts : parts.Append(Tree(0, score) ?? At(weighed[0], 1)));
    }

    /// <summary>As many of the rarest words, and told apart as finely, as the time allows.</summary>
    private static (List<QueryWord> Words, int[] Levels) Weighed(List<QueryWord> rarestFirst)
    {
        for (var count = Math.Min(WordsMax, rarestFirst.Count); ; count--)
        {
            // Whoever has a common word just once comes into question by the others: of most words the shorter lists are gone through.
            var stories = rarestFirst.Take(count).Sum(word => (1.5 * word.Tiers[1]) + Math.Min(word.Stories, 5_000));
            foreach (var levels in new[] { Fine, Coarse })
            {
                if (count <= WordsMin || stories * (StoryCost + (CombinationCost * Math.Pow(levels.Length, count))) <= Budget)
                {
                    return (rarestFirst[..count], levels);
                }
            }
        }
    }

    private void Combine(int index, double score, double stories)
    {
        if (index == weighed.Count)
        {
            if (score > 0)
            {
                combinations.Add((score, stories));
            }

            return;
        }

        var word = weighed[index];
        for (var place = 0; place < levels.Length; place++)
        {
            var more = place + 1 < levels.Length ? Stories(word, levels[place + 1]) : 0;
            var share = Math.Max(0, Stories(word, levels[place]) - more) / Math.Max(1, word.Archive);
            Combine(index + 1, score + (Shares[levels[place]] * word.Weight), stories * share);
        }
    }

    private double Least(double target)
    {
        var least = double.MaxValue;
        foreach (var (score, stories) in combinations.OrderByDescending(combination => combination.Score))
        {
            if (target <= 0)
            {
                break;
            }

            target -= stories;
            least = score;
        }

        return least == double.MaxValue ? 0 : least - 1e-9;
    }

    /// <summary>What the words from this one on must be; empty when anything will do, null when nothing is enough.</summary>
    private string? Tree(int index, double need)
    {
        if (need <= 0)
        {
            return "";
        }

        if (index == weighed.Count)
        {
            return null;
        }

        var alternatives = new List<string>();
        string? weaker = null;
        foreach (var level in levels)
        {
            var rest = Tree(index + 1, need - (Shares[level] * weighed[index].Weight));
            if (rest is null || rest == weaker)
            {
                continue;
            }

            weaker = rest;
            if (level == 0)
            {
                alternatives.Add(rest);
            }
            else
            {
                alternatives.Add(rest.Length == 0 ? At(weighed[index], level) : $"{At(weighed[index], level)} & {rest}");
                if (rest.Length == 0)
                {
                    break;
                }
            }

            if (level == 0 && rest.Length == 0)
            {
                return "";
            }
        }

        return alternatives.Count == 0 ? null : $"({string.Join(" | ", alternatives)})";
    }

    private static double Stories(QueryWord word, int level) => level == 0 ? word.Archive : word.Tiers[level - 1];

    private static string At(QueryWord word, int level)
    {
        var spellings = string.Join(" | ", word.Lexemes.Select(lexeme => Quoted(Prefixes[level - 1] + lexeme)));
        return word.Lexemes.Count > 1 ? $"({spellings})" : spellings;
    }

    /// <summary>A lexeme of the analysis as a query: quoted, none is syntax.</summary>
    public static string Quoted(string lexeme) =>
        $"'{lexeme.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
