namespace Cms.Content.Sources.TextPages;

/// <summary>The names that pages print for their sections, each with the name that it is filed under.</summary>
internal static class Sections
{
    private static readonly string[][] Shipped =
    [
        ["News", "Latest News"], ["Egypt", "Egypt News"], ["Politics"], ["World", "World News"], ["International"],
        ["Middle East", "Mideast"], ["Arab World", "Arab"], ["Africa"], ["Business"], ["Economy", "Economics"], ["Markets"],
        ["Sports", "Sport"], ["Football"], ["Culture"], ["Arts"], ["Arts & Culture", "Arts and Culture"], ["Entertainment"],
        ["Lifestyle", "Life & Style"],
        ["Technology", "Tech"], ["Science"], ["Health"], ["Travel", "Tourism"], ["Opinion", "Op-Ed"], ["Features"], ["Interviews"],
        ["Society"], ["Education"], ["Environment"], ["Religion"], ["Local", "Local News"], ["Crime"], ["Heritage"], ["Women"], ["Video"],
        ["أخبار", "الأخبار"], ["أخبار البلد"], ["أخبار مصر"], ["أخبار العالم"], ["آخر الأخبار"],
        ["توك شو"], ["سياسة", "السياسة"],
        ["اقتصاد", "الاقتصاد"], ["رياضة", "الرياضة"], ["ثقافة", "الثقافة"], ["فن", "الفن", "فنون"], ["فن وثقافة"], ["حوادث", "الحوادث"],
        ["محافظات", "المحافظات"], ["تحقيقات"], ["تقارير"], ["حوارات"], ["منوعات", "المنوعات"], ["مقالات", "المقالات"], ["رأي",
        "آراء"], ["صحة", "الصحة"],
        ["تكنولوجيا"], ["علوم"], ["تعليم", "التعليم"], ["مجتمع"], ["مرأة", "المرأة"], ["دين", "الدين"], ["عرب وعالم", "العرب والعالم"],
        ["شئون عربية", "شؤون عربية"], ["شئون دولية", "شؤون دولية"], ["عربي ودولي"], ["محليات"], ["برلمان", "البرلمان"],
        ["سياحة"], ["سيارات"], ["فيديو"],
    ];

    private static readonly Dictionary<string, string> ByName = Shipped
        .SelectMany(names => names.Select(name => (Key: FoldedText.Fold(name), Display: names[0])))
        .ToDictionary(entry => entry.Key, entry => entry.Display, StringComparer.Ordinal);

    /// <summary>The section's display name; null when the line names none. The publication's own spelling wins.</summary>
    public static string? Find(FoldedText line, ReadingContext context)
    {
        var name = line.Value.Trim(' ', '|', ':', '»', '>', '/');
        return context.Sections.FirstOrDefault(own => FoldedText.Fold(own) == name) ?? ByName.GetValueOrDefault(name);
    }
}
