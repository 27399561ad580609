using System.Globalization;

namespace Cms.Benchmarks;

/// <summary>One line of the outcome: a ratio held against its goal.</summary>
internal static class Goal
{
    public static void AtLeast(string name, double ratio, double goal) => Print(name, ratio, $"≥ {Text(goal)}", ratio >= goal);

    public static void AtMost(string name, double ratio, double goal) => Print(name, ratio, $"≤ {Text(goal)}", ratio <= goal);

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

    private static void Print(string name, double ratio, string goal, bool isMet) => Line(name, Text(ratio), goal, isMet);

    private static void Line(string name, string ratio, string goal, bool isMet) =>
        Console.WriteLine($"{name,-62}  {ratio,-20}  {goal,-26}  {(isMet ? "met" : "not met")}");

    private static string Text(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);
}
