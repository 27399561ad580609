namespace Cms.Content.Text;

/// <summary>The short words that give a language away.</summary>
internal static class CommonWords
{
    private static readonly Dictionary<string, string[]> Latin = Table(
        ("en", "the of and to in that is was for with on as by at from his her which has have had said were will be are not this after who it its"),
        ("fr", "le la les des du et est dans que qui pour sur par une un au aux avec ce cette ses son sa pas plus il elle ont été de à en ne se"),
        ("de", "der die das und ist den dem des ein eine einen einem von zu mit auf für im nicht sich auch als wird bei nach aus hat an am in"),
        ("es", "el la los las de del y que en un una por con para su sus se al es lo como más fue ha pero no este esta entre"),
        ("it", "il lo la gli le di del della dei che e è in un una per con non sono si da nel alla anche ha più come"),
        ("pt", "o os a as do da dos das de e que em um uma para com não por no na se ao mais foi é como"),
        ("nl", "de het een van en in is dat op te voor met zijn niet aan door er om ook bij naar heeft als"),
        ("tr", "ve bir bu için ile da de olarak olan çok daha gibi sonra kadar var ne ise en"));

    private static readonly Dictionary<string, string[]> Arabic = Table(
        ("ar", "في من على إلى الى أن ان عن مع هذا هذه التي الذي كان قال بعد بين ما لا قد كما خلال أو ذلك عام يوم"),
        ("fa", "در به از که این را با است برای آن یک شد خود تا کرد بر هم نیز اما می های ها شده بود کند"),
        ("ur", "کے میں کی ہے اور سے کا کو نے پر کہ ہیں اس تھا ہو گیا یہ وہ بھی"));

    /// <summary>The languages of a script that words can tell apart, with their words.</summary>
    public static IReadOnlyDictionary<string, string[]> LanguagesOf(string script) => script switch
    {
        "Latn" => Latin,
        "Arab" => Arabic,
        _ => new Dictionary<string, string[]>(),
    };

    /// <summary>The language with most hits; of equals the preferred one, or null where it is not among them or nothing hits.</summary>
    public static string? Winner(string text, IReadOnlyDictionary<string, string[]> languages, string preferred)
    {
        var hits = languages.Keys.ToDictionary(language => language, _ => 0);
        var owners = languages
            .SelectMany(pair => pair.Value.Select(word => (Word: word, Language: pair.Key)))
            .ToLookup(pair => pair.Word, pair => pair.Language);
        var words = 0;
        foreach (var word in Split(text.ToLowerInvariant()))
        {
            words++;
            foreach (var language in owners[word]) hits[language]++;
        }
        var most = hits.Values.Max();
        // Where the expected language has no word list, a few chance hits must not make its texts foreign.
        if (most == 0 || (!languages.ContainsKey(preferred) && IsOfScript(preferred, languages) && most * 4 < words)) return null;
        var leaders = hits.Where(pair => pair.Value == most).Select(pair => pair.Key).ToList();
        return leaders.Count == 1 ? leaders[0] : leaders.Find(language => language == preferred);
    }

    private static bool IsOfScript(string language, IReadOnlyDictionary<string, string[]> languages) =>
        Scripts.OfLanguage(language, null) == Scripts.OfLanguage(languages.Keys.First(), null);

    private static Dictionary<string, string[]> Table(params (string Language, string Words)[] rows) =>
        rows.ToDictionary(row => row.Language, row => row.Words.Split(' '));

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var isInside = index < text.Length && char.IsLetter(text[index]);
            if (isInside && start < 0) start = index;
            if (isInside || start < 0) continue;
            yield return text[start..index];
            start = -1;
        }
    }
}
