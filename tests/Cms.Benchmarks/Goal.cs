using System.Globalization;

namespace Cms.Benchmarks;

/// <summary>One line of the outcome: a ratio held against its goal.</summary>
internal static class Goal
{
    private static readonly List<string> Lines = [];

    public static void AtLeast(string name, double ratio, double goal) => Line(name, Text(ratio), $"≥ {Text(goal)}", ratio >= goal);

    public static void AtMost(string name, double ratio, double goal) => Line(name, Text(ratio), $"≤ {Text(goal)}", ratio <= goal);

    public static void Either(string name, (string Of, double Ratio, double Goal) first, (string Of, double Ratio, double Goal) second)
    {
        var isMet = first.Ratio >= first.Goal || second.Ratio >= second.Goal;
        Line(name, $"{Text(first.Ratio)} {first.Of}, {Text(second.Ratio)} {second.Of}", $"≥ {Text(first.Goal)} {first.Of} or ≥ {Text(second.Goal)} {second.Of}", isMet);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>All lines once more, together.</summary>
    public static void PrintTable()
    {
        if (Lines.Count > 0)
        {
            Console.WriteLine();
            Console.WriteLine(Columns("name", "ratio", "goal", ""));
            Lines.ForEach(Console.WriteLine);
        }
    }

    private static void Line(string name, string ratio, string goal, bool isMet)
    {
        Lines.Add(Columns(name, ratio, goal, isMet ? "met" : "not met"));
        Console.WriteLine(Lines[^1]);
    }

    private static string Columns(string name, string ratio, string goal, string outcome) => $"{name,-62}  {ratio,-20}  {goal,-26}  {outcome}".TrimEnd();

    private static string Text(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);
}
