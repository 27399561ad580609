namespace Cms.Content.Dates;

/// <summary>The time zones that pages name. A name that means two zones (IST, CST in Asia, AST) is left out on purpose.</summary>
internal static class ZoneNames
{
    /// <summary>Abbreviations: what they say is an offset, whatever the season, except the American ones without a season.</summary>
    public static readonly PhraseTable<string> Abbreviations = new(
        ("UTC", "utc|gmt|غرينتش|جرينتش|جرينيتش|غرينيتش|كرينتش"),
        ("+01:00", "cet|bst"),
        ("+02:00", "eet|cest|sast"),
        ("+03:00", "eest|msk|trt"),
        ("+04:00", "gst"),
        ("-05:00", "est"), ("-04:00", "edt"), ("-06:00", "cst"), ("-05:00", "cdt"),
        ("-07:00", "mst"), ("-06:00", "mdt"), ("-08:00", "pst"), ("-07:00", "pdt"),
        ("America/New_York", "et"),
        ("America/Los_Angeles", "pt"),
        ("Asia/Riyadh", "ksa"));

    /// <summary>Places whose clock a page names (`بتوقيت القاهرة`, `Cairo time`).</summary>
    public static readonly PhraseTable<string> Places = new(
        ("UTC", "غرينتش|جرينتش|جرينيتش|غرينيتش|كرينتش|greenwich|greenwich mean|universal|coordinated universal"),
        ("Africa/Cairo", "القاهرة|مصر|cairo|egypt"),
        ("Asia/Jerusalem", "القدس|القدس المحتلة|القدس الشريف|jerusalem"),
        ("Asia/Hebron", "فلسطين|رام الله|palestine|ramallah"),
        ("Asia/Gaza", "غزة|gaza"),
        ("Asia/Riyadh", "مكة|مكة المكرمة|السعودية|الرياض|makkah|mecca|saudi|riyadh"),
        ("Asia/Dubai", "الإمارات|دبي|أبوظبي|أبو ظبي|uae|dubai|abu dhabi"),
        ("Asia/Kuwait", "الكويت|kuwait"),
        ("Asia/Qatar", "الدوحة|قطر|doha|qatar"),
        ("Asia/Bahrain", "البحرين|المنامة|bahrain"),
        ("Asia/Muscat", "مسقط|سلطنة عمان|muscat"),
        ("Asia/Aden", "صنعاء|عدن|اليمن|yemen"),
        ("Asia/Baghdad", "بغداد|العراق|baghdad|iraq"),
        ("Asia/Damascus", "دمشق|سوريا|damascus"),
        ("Asia/Beirut", "بيروت|لبنان|beirut|lebanon"),
        ("Asia/Amman", "الأردن|amman|jordan"),
        ("Asia/Tehran", "طهران|إيران|tehran|iran"),
        ("Africa/Khartoum", "الخرطوم|السودان|khartoum"),
        ("Africa/Tripoli", "طرابلس|ليبيا|tripoli|libya"),
        ("Africa/Tunis", "تونس|tunis"),
        ("Africa/Algiers", "الجزائر|algiers"),
        ("Africa/Casablanca", "المغرب|الرباط|morocco"),
        ("Europe/Istanbul", "إسطنبول|أنقرة|تركيا|istanbul|turkey"),
        ("Europe/Moscow", "موسكو|moscow"),
        ("Europe/London", "لندن|london|british"),
        ("Europe/Paris", "باريس|paris"),
        ("Europe/Berlin", "برلين|berlin"),
        ("America/New_York", "نيويورك|واشنطن|new york|washington|eastern|us eastern"));
}
