using System.Text;

namespace Cms.Benchmarks.SearchScale;

/// <summary>
/// The words of one story: a topic's, common ones and rare ones, and the more of a word the more it was used already, which is what makes
/// word counts of real texts uneven.
/// </summary>
internal sealed class ScaleStory(ScaleVocabulary vocabulary, int[][] topics, Random random)
{
    private const int HeadlineWords = 9;
    private const double GlueShare = .4;
    private const double TopicShare = .22;
    private const double RepeatedShare = .12;

    private readonly List<int> used = [];

    /// <summary>Places in the vocabulary, -1 for glue.</summary>
    public List<int> Headline { get; } = [];

    public List<int> Body { get; } = [];

    public void Write()
    {
        used.Clear();
        Headline.Clear();
        Body.Clear();
        var topic = topics[random.Next(topics.Length)];
        // Around 420 words, some stories far longer.
        var length = (int)(420 * Math.Exp((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * .9));
        for (var word = 0; word < length + HeadlineWords; word++)
        {
            var isHeadline = word < HeadlineWords;
            (isHeadline ? Headline : Body).Add(random.NextDouble() < (isHeadline ? .2 : GlueShare) ? -1 : Draw(topic));
        }
    }

    /// <summary>The words as text, in sentences.</summary>
    public string Text(List<int> words)
    {
        var text = new StringBuilder(words.Count * 8);
        var sinceStop = 0;
        foreach (var word in words)
        {
            text.Append(text.Length == 0 ? "" : sinceStop == 0 ? ". " : " ").Append(word < 0 ? ScaleVocabulary.Glue[text.Length % 15] : vocabulary.Words[word]);
            sinceStop = sinceStop > 14 ? 0 : sinceStop + 1;
        }

        return text.ToString();
    }

    private int Draw(int[] topic)
    {
        var kind = random.NextDouble();
        var word = kind < TopicShare ? topic[(int)(topic.Length * random.NextDouble() * random.NextDouble())]
            : kind < TopicShare + RepeatedShare && used.Count > 0 ? used[random.Next(used.Count)]
            : vocabulary.Draw(random);
        used.Add(word);
        return word;
    }
}
