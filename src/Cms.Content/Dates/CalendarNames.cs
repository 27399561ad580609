namespace Cms.Content.Dates;

/// <summary>The names of months, weekdays and halves of the day, as newspapers print them. Own tables, because ICU's change with its version.</summary>
internal static class CalendarNames
{
    /// <summary>Gregorian months: English, Egyptian and Gulf, Levantine, Maghrebi.</summary>
    public static readonly PhraseTable<int> Months = new(
        (1, "jan|january|يناير|كانون الثاني|كانون ثاني|جانفي"),
        (2, "feb|february|فبراير|شباط|فيفري"),
        (3, "mar|march|مارس|آذار|اذار"),
        (4, "apr|april|أبريل|إبريل|ابريل|نيسان|أفريل"),
        (5, "may|مايو|أيار|ماي"),
        (6, "jun|june|يونيو|يونيه|يونية|حزيران|جوان"),
        (7, "jul|july|يوليو|يوليه|يولية|تموز|جويلية|يوليوز"),
        (8, "aug|august|أغسطس|آب|أوت|غشت"),
        (9, "sep|sept|september|سبتمبر|سيبتمبر|أيلول|شتنبر"),
        (10, "oct|october|أكتوبر|تشرين الأول|تشرين أول"),
        (11, "nov|november|نوفمبر|تشرين الثاني|تشرين ثاني|نونبر"),
        (12, "dec|december|ديسمبر|كانون الأول|كانون أول|دجنبر"));

    /// <summary>Months of the Hijri calendar, which are recognised only to be left aside.</summary>
    public static readonly PhraseTable<int> HijriMonths = new(
        (1, "محرم|المحرم|muharram|moharram"),
        (2, "صفر|safar"),
        (3, "ربيع الأول|ربيع أول|rabi al awwal|rabi al awal|rabi i|rabi ul awwal"),
        (4, "ربيع الآخر|ربيع الثاني|ربيع ثان|rabi al thani|rabi al akhir|rabi ii|rabi ul thani"),
        (5, "جمادى الأولى|جمادى الأول|جماد أول|jumada al awwal|jumada al ula|jumada i|jamada alawwal"),
        (6, "جمادى الآخرة|جمادى الآخر|جمادى الثانية|جماد ثان|jumada al thani|jumada al akhira|jumada ii|jamada althani"),
        (7, "رجب|rajab"),
        (8, "شعبان|shaban|shaaban|sha ban"),
        (9, "رمضان|ramadan|ramadhan|ramzan"),
        (10, "شوال|shawwal|shawal"),
        (11, "ذو القعدة|ذي القعدة|ذى القعدة|dhu al qadah|dhul qadah|dhu al qida|dhul qida|thul qada|thulqada|thulqaada|zul qada"),
        (12, "ذو الحجة|ذي الحجة|ذى الحجة|dhu al hijjah|dhul hijjah|dhu al hijja|dhul hijja|thul hijja|thulhijja|thulhijjah|zul hijja"));

    /// <summary>Weekdays: English in full and short, Arabic with and without article.</summary>
    public static readonly PhraseTable<DayOfWeek> Weekdays = new(
        (DayOfWeek.Sunday, "sunday|sun|الأحد|أحد"),
        (DayOfWeek.Monday, "monday|mon|الإثنين|الأثنين|إثنين"),
        (DayOfWeek.Tuesday, "tuesday|tue|tues|الثلاثاء|الثلاثا|ثلاثاء"),
        (DayOfWeek.Wednesday, "wednesday|wed|weds|الأربعاء|الأربعا|أربعاء"),
        (DayOfWeek.Thursday, "thursday|thu|thur|thurs|الخميس|خميس"),
        (DayOfWeek.Friday, "friday|fri|الجمعة|جمعة"),
        (DayOfWeek.Saturday, "saturday|sat|السبت|سبت"));

    /// <summary>What follows a time on a clock of twelve hours.</summary>
    public static readonly PhraseTable<DayHalf> Halves = new(
        (DayHalf.Morning, "am|a m|ص|صباحا|صباح|صباحاً|فجرا|قبل الظهر"),
        (DayHalf.Afternoon, "pm|p m|م|مساء|مساءا|مساءً|ظهرا|عصرا|بعد الظهر"),
        (DayHalf.Night, "ليلا"));
}

/// <summary>The half of the day; the night belongs to both.</summary>
internal enum DayHalf
{
    Morning,
    Afternoon,
    Night,
}
