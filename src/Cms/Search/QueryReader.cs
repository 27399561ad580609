namespace Cms.Search;

/// <summary>Reads what a reader typed, and what was meant.</summary>
internal sealed class QueryReader(AnalysisStore analysis, Mender mender)
{
    /// <param name="text">The query as it was typed; null for none.</param>
    /// <param name="language">The language to analyse it with, where its script does not tell.</param>
    /// <param name="isExact">Whether misspelt words are looked for as they are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReadQuery> Read(string? text, string? language, bool isExact, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return ReadQuery.Nothing;
        }

        var words = SearchWords.Read(text);
        var query = await analysis.Analyse(words, language, cancellationToken);
        var mended = query is null ? null : await mender.Mend(text, query, words.Language ?? language, cancellationToken);
        return mended is null || isExact
            ? new ReadQuery(query, CorrectedTo: null, Meant: mended)
            : new ReadQuery(await analysis.Analyse(SearchWords.Read(mended), language, cancellationToken), mended, Meant: null);
    }
}

/// <summary>A query as it was understood.</summary>
/// <param name="Analysed">What is searched for; null when nothing can be.</param>
/// <param name="CorrectedTo">The text that is searched for instead; null when it is the one that was typed.</param>
/// <param name="Meant">The text that may have been meant, where misspelt words are looked for as they are.</param>
internal sealed record ReadQuery(AnalysedQuery? Analysed, string? CorrectedTo, string? Meant)
{
    public static readonly ReadQuery Nothing = new(null, null, null);
}
