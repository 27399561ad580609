namespace Cms.Content.Sources.TextPages;

/// <summary>The agencies, jobs and places that stand in a byline beside a name.</summary>
internal static class Credits
{
    private static readonly PhraseList Agencies = new(
        "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse", "dpa", "mena", "xinhua",
        "tass", "ansa", "efe", "upi",
        "wam", "spa", "qna", "kuna", "sana", "petra", "irna", "bna", "ona", "tap", "aps", "map", "wafa", "ina", "nna", "suna",
        "bloomberg", "cnn", "bbc",
        "anadolu", "anadolu agency", "ians", "pti", "kyodo", "yonhap", "sputnik", "ria novosti", "interfax", "agencies", "news agencies", "wires",
        "ap photo", "getty images", "getty",
        "رويترز", "وكالات", "الوكالات", "وكالة", "أ ش أ", "أ.ش.أ", "أ ف ب", "أ.ف.ب", "فرانس برس", "وكالة فرانس برس", "د ب أ",
        "د.ب.أ", "الأناضول", "سبوتنيك",
        "شينخوا", "وام", "واس", "سانا", "بترا", "كونا", "قنا", "وفا", "وكالة رويترز", "وكالة الأناضول", "وكالة الأنباء الألمانية", "أسوشيتد برس",
        "وكالة أنباء الشرق الأوسط", "العربية.نت", "العربية نت", "سكاي نيوز عربية", "بي بي سي", "سي إن إن", "روسيا اليوم", "سما", "معا");

    private static readonly PhraseList JobWords = new(
        "correspondent", "correspondents", "editor", "reporter", "reporters", "writer", "writers", "analyst", "columnist", "bureau chief",
        "photographer", "staff", "contributor", "producer", "journalist", "journalists", "desk", "newsroom", "professor", "researcher", "monitoring",
        "مراسل", "مراسلة", "مراسلو", "محرر", "محررة", "محررو", "المحرر", "صحفي", "صحفية", "كاتب", "كاتبة", "باحث", "باحثة",
        "قسم", "متابعات", "متابعة");

    private static readonly PhraseList Cities = new(
        "abu dhabi", "aden", "alexandria", "algiers", "amman", "ankara", "athens", "baghdad", "beijing", "beirut", "benghazi", "berlin", "brussels",
        "cairo", "damascus", "doha", "dubai", "gaza", "geneva", "giza", "istanbul", "jeddah", "jerusalem", "khartoum", "kuwait",
        "kuwait city", "london",
        "luxor", "madrid", "manama", "moscow", "muscat", "nairobi", "new delhi", "new york", "paris", "rabat", "ramallah", "riyadh", "rome", "sanaa",
        "tehran", "tokyo", "tripoli", "tunis", "united nations", "vienna", "washington",
        "القاهرة", "الإسكندرية", "الجيزة", "الأقصر", "أسوان", "بيروت", "دمشق", "بغداد", "عمان", "الرياض", "جدة", "دبي", "أبوظبي",
        "أبو ظبي", "الدوحة", "الكويت",
        "المنامة", "مسقط", "صنعاء", "عدن", "الخرطوم", "طرابلس", "تونس", "الجزائر", "الرباط", "القدس", "غزة", "رام الله", "لندن",
        "باريس", "واشنطن", "موسكو",
        "نيويورك", "برلين", "أنقرة", "إسطنبول", "طهران");

    public static bool IsAgency(string text) => text.Split('/').All(part => Agencies.Is(FoldedText.Fold(part)));

    public static bool IsJob(string text) => JobWords.IsIn(FoldedText.Fold(text));

    public static bool IsCity(string text) => Cities.Is(FoldedText.Fold(text));

    /// <summary>True when a bracketed tail such as `(Reuters)` or `(AP Photo/Name)` credits a picture.</summary>
    public static bool IsPictureCredit(string text)
    {
        var folded = FoldedText.Fold(text);
        return IsAgency(text)
            || (text.Split(' ').Length <= 6 && (folded.Contains("photo", StringComparison.Ordinal) || Agencies.LengthAt(folded, 0) > 0));
    }
}
