using System.Globalization;

namespace Cms.Benchmarks.Archive;

/// <summary>Writes a folder of a newspaper's pages in the form of the seeds.</summary>
internal static class TextPages
{
    private const int Writers = 200;

    private static readonly DateTime Newest = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    public static void Write(string folder, int count, GeneratedText text)
    {
        Directory.CreateDirectory(folder);
        var writers = Enumerable.Range(0, Writers).Select(_ => text.Title(2)).ToArray();
        for (var number = 0; number < count; number++)
        {
            File.WriteAllText(Path.Combine(folder, $"{number:000}_{text.Random.NextInt64():x16}.txt"), Page(number, text, writers));
        }
    }

    private static string Page(int number, GeneratedText text, string[] writers)
    {
        var date = Newest.AddMinutes(-37 * number).ToString("ddd dd MMM yyyy | hh:mm tt", CultureInfo.InvariantCulture);
        var body = string.Join("\n\n", Enumerable.Range(0, 8).Select(_ => text.Paragraph(45)));
        return $"Supervisor Elham AbolFateh\nEditor in Chief Mohamed Wadie\n\n{text.Title(9)}\n\n\n{date}\n{text.Random.GetItems(writers, 1)[0]}\n\n{body}\n";
    }
}
