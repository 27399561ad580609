using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Cms.Benchmarks.Relevance;

/// <summary>Lucene with its own analyzer of the language and BM25 as it comes, over title and body as one field.</summary>
internal sealed class LuceneEngine : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly RAMDirectory directory = new();
    private readonly Analyzer analyzer;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public LuceneEngine(JudgedCollection collection)
    {
        analyzer = collection.Language == "ar" ? new ArabicAnalyzer(Version) : new EnglishAnalyzer(Version);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var document in collection.Documents)
            {
                writer.AddDocument([
                    new StringField("id", document.Id, Field.Store.YES), new TextField("text", $"{document.Title} {document.Body}", Field.Store.NO)]);
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public IReadOnlyList<string> Rank(string query)
    {
        var parsed = new QueryParser(Version, "text", analyzer).Parse(QueryParserBase.Escape(query));
        return [.. searcher.Search(parsed, 100).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).GetField("id").GetStringValue(CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }
}
