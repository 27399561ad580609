namespace Cms.Content.Text;

/// <summary>The short words that give a language away.</summary>
internal sealed class CommonWords
{
    private static readonly CommonWords Latin = new(
        ("en", "the of and to in that is was for with on as by at from his her which has have had said were will be are not this after who it its"),
        ("fr", "le la les des du et est dans que qui pour sur par une un au aux avec ce cette ses son sa pas plus il elle ont été de à en ne se"),
        ("de", "der die das und ist den dem des ein eine einen einem von zu mit auf für im nicht sich auch als wird bei nach aus hat an am in"),
        ("es", "el la los las de del y que en un una por con para su sus se al es lo como más fue ha pero no este esta entre"),
        ("it", "il lo la gli le di del della dei che e è in un una per con non sono si da nel alla anche ha più come"),
        ("pt", "o os a as do da dos das de e que em um uma para com não por no na se ao mais foi é como"),
        ("nl", "de het een van en in is dat op te voor met zijn niet aan door er om ook bij naar heeft als"),
        ("tr", "ve bir bu için ile da de olarak olan çok daha gibi sonra kadar var ne ise en"));

    private static readonly CommonWords Arabic = new(
        ("ar", "في من على إلى الى أن ان عن مع هذا هذه التي الذي كان قال بعد بين ما لا قد كما خلال أو ذلك عام يوم"),
        ("fa", "در به از که این را با است برای آن یک شد خود تا کرد بر هم نیز اما می های ها شده بود کند"),
        ("ur", "کے میں کی ہے اور سے کا کو نے پر کہ ہیں اس تھا ہو گیا یہ وہ بھی"));

    private readonly string[] languages;

    /// <summary>The places of the languages that have a word, by that word.</summary>
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> owners;

    private CommonWords(params (string Language, string Words)[] rows)
    {
        languages = [.. rows.Select(row => row.Language)];
        owners = rows.SelectMany((row, place) => row.Words.Split(' ').Select(word => (Word: word, Place: place)))
            .GroupBy(pair => pair.Word, pair => pair.Place)
            .ToDictionary(word => word.Key, word => word.ToArray())
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of the languages of a script; null where no words tell them apart.</summary>
    public static CommonWords? Of(string script) => script switch
    {
        "Latn" => Latin,
        "Arab" => Arabic,
        _ => null,
    };

    /// <summary>The language with most hits; of equals the preferred one, or null where it is not among them or nothing hits.</summary>
    public string? Winner(string text, string preferred)
    {
        var hits = new int[languages.Length];
        var words = 0;
        var rest = text.ToLowerInvariant().AsSpan();
        while (TakeWord(ref rest, out var word))
        {
            words++;
            foreach (var place in owners.TryGetValue(word, out var places) ? places : []) hits[place]++;
        }
        var most = hits.Max();
        // Where the expected language has no word list, a few chance hits must not make its texts foreign.
        if (most == 0 || (!languages.Contains(preferred) && IsOfScript(preferred) && most * 4 < words)) return null;
        var leaders = languages.Where((_, place) => hits[place] == most).ToList();
        return leaders.Count == 1 ? leaders[0] : leaders.Find(language => language == preferred);
    }

    private bool IsOfScript(string language) => Scripts.OfLanguage(language, null) == Scripts.OfLanguage(languages[0], null);

    private static bool TakeWord(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        var start = 0;
        while (start < rest.Length && !char.IsLetter(rest[start])) start++;
        var end = start;
        while (end < rest.Length && char.IsLetter(rest[end])) end++;
        word = rest[start..end];
        rest = rest[end..];
        return word.Length > 0;
    }
}
