using System.Globalization;
using System.Text.Json;

namespace Cms.Benchmarks.Relevance;

/// <summary>Documents, queries, and what people judged to answer them: a folder with `docs.jsonl`, `queries.jsonl`, `qrels.tsv` and `lang`.</summary>
internal sealed record JudgedCollection
{
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<JudgedDocument> Documents { get; init; }
    public required IReadOnlyList<JudgedQuery> Queries { get; init; }

    public static IEnumerable<JudgedCollection> ReadAll(string folder) =>
        from path in Directory.GetDirectories(folder).Append(folder).Order(StringComparer.Ordinal)
        where File.Exists(Path.Combine(path, "docs.jsonl"))
        select Read(path);

    private static JudgedCollection Read(string folder)
    {
        // A line is `query document grade` or, as TREC has it, `query 0 document grade`.
        var judgements = File.ReadLines(Path.Combine(folder, "qrels.tsv"))
            .Select(line => line.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length >= 3 && int.TryParse(fields[^1], CultureInfo.InvariantCulture, out _))
            .ToLookup(fields => fields[0], fields => (Document: fields[^2], Grade: int.Parse(fields[^1], CultureInfo.InvariantCulture)));
        return new JudgedCollection
        {
            Name = Path.GetFileName(folder.TrimEnd('/')),
            // `en` or `english`.
            Language = File.ReadAllText(Path.Combine(folder, "lang")).Trim()[..2],
            Documents = [.. Lines(folder, "docs.jsonl").Select(json => new JudgedDocument(Text(json, "id"), Text(json, "title"), Text(json, "body")))],
            Queries =
            [
                .. Lines(folder, "queries.jsonl").Select(json => new JudgedQuery(
                    Text(json, "text"),
                    judgements[Text(json, "id")].Where(judgement => judgement.Grade > 0)
                        .GroupBy(judgement => judgement.Document)
                        .ToDictionary(group => group.Key, group => group.Max(judgement => judgement.Grade)))),
            ],
        };
    }

    private static IEnumerable<JsonElement> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";
}

/// <summary>One document.</summary>
internal sealed record JudgedDocument(string Id, string Title, string Body);

/// <summary>One query, with the grades of the documents that answer it.</summary>
internal sealed record JudgedQuery(string Text, IReadOnlyDictionary<string, int> Grades);
