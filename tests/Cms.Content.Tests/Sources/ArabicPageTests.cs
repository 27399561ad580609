namespace Cms.Content.Tests.Sources;

/// <summary>Small pages in the shapes that Arabic sites have.</summary>
public sealed class ArabicPageTests
{
    [Fact]
    public void Offices_and_names_on_lines_of_their_own_are_printed_twice() => Proves(
        """
        الإشراف العام
        منى السيد
        رئيس التحرير
        كريــم صـبري
        الإشراف العام
        منى السيد
        رئيس التحرير
        كريــم صـبري

        افتتاح حديقة جديدة على ضفة النهر.. صور

        الإثنين 28/سبتمبر/2020 - 11:15 ص
        سلمى فتحي

        افتتحت المحافظة اليوم حديقة جديدة على ضفة النهر بعد عامين من العمل.

        وتفتح الحديقة أبوابها كل يوم حتى منتصف الليل.
        """,
        """
        masthead: الإشراف العام = منى السيد; رئيس التحرير = كريم صبري
        headline: افتتاح حديقة جديدة على ضفة النهر.. صور
        byline: سلمى فتحي
        authors: سلمى فتحي
        published: 2020-09-28T11:15:00 minute Africa/Cairo assumed = 2020-09-28 09:15:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@12
        p: افتتحت المحافظة اليوم حديقة جديدة على ضفة النهر بعد عامين من العمل.
        p: وتفتح الحديقة أبوابها كل يوم حتى منتصف الليل.
        """);

    [Fact]
    public void A_bar_a_language_switch_and_a_ticker_stand_above_the_masthead_and_the_section_below() => Proves(
        """
        الرئيسية
        English
        سقوط أمطار على الساحل الشمالي
        إعادة فتح الطريق الصحراوي أمام السيارات
        موعد مباراة الفريقين في الدوري
        أسعار الخضر في الأسواق اليوم
        الإشراف العام
        منى السيد
        رئيس التحرير
        كريم صبري
        توك شو

        خبير مياه: المخزون يكفي حتى الصيف

        الخميس 01/أكتوبر/2020 - 09:30 م
        هالة يوسف

        قال خبير في شؤون المياه إن المخزون يكفي حتى الصيف المقبل.
        """,
        """
        masthead: الإشراف العام = منى السيد; رئيس التحرير = كريم صبري
        section: توك شو
        headline: خبير مياه: المخزون يكفي حتى الصيف
        byline: هالة يوسف
        authors: هالة يوسف
        published: 2020-10-01T21:30:00 minute Africa/Cairo assumed = 2020-10-01 19:30:00Z
        language: ar rtl
        warnings: W_PREAMBLE@1; W_ZONE_ASSUMED@15
        p: قال خبير في شؤون المياه إن المخزون يكفي حتى الصيف المقبل.
        """);

    [Fact]
    public void A_name_that_the_headline_names_is_a_caption_above_the_reporter() => Proves(
        """
        أخبار البلد

        سامي جلال: لا نية لرفع الأسعار

        الأحد 04/أكتوبر/2020 - 01:05 م
        سامي جلال
        نورا حسين

        أكد مدير الغرفة التجارية أنه لا نية لرفع الأسعار هذا العام.
        """,
        """
        section: أخبار البلد
        headline: سامي جلال: لا نية لرفع الأسعار
        byline: نورا حسين
        authors: نورا حسين
        published: 2020-10-04T13:05:00 minute Africa/Cairo assumed = 2020-10-04 11:05:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@5
        caption: سامي جلال
        p: أكد مدير الغرفة التجارية أنه لا نية لرفع الأسعار هذا العام.
        """);

    [Fact]
    public void The_credit_may_stand_above_a_date_with_the_time_first_and_tag_words_stay() => Proves(
        """
        قطار جديد يربط الدلتا بالعاصمة

        كتب : ماجد شوقي
        01:16 م 22/02/2026

        رصيف المحطة الجديدة

        بدأ القطار الجديد رحلته الأولى صباح اليوم من محطة الدلتا.

        وتستغرق الرحلة ساعة واحدة.

        قطار الدلتا المحطة الجديدة
        """,
        """
        headline: قطار جديد يربط الدلتا بالعاصمة
        byline: ماجد شوقي
        authors: ماجد شوقي
        published: 2026-02-22T13:16:00 minute Africa/Cairo assumed = 2026-02-22 11:16:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@4; W_UNCLASSIFIED@6; W_UNCLASSIFIED@12
        p: رصيف المحطة الجديدة
        p: بدأ القطار الجديد رحلته الأولى صباح اليوم من محطة الدلتا.
        p: وتستغرق الرحلة ساعة واحدة.
        p: قطار الدلتا المحطة الجديدة
        """);

    [Fact]
    public void The_headline_may_be_repeated_below_the_date_with_the_agency_alone_on_a_line() => Proves(
        """
        مزارعو الزيتون يبدأون موسم القطاف
        الإثنين 22 يناير 2018 05:56 م / بتوقيت القدس +2GMT
        مزارعو الزيتون يبدأون موسم القطاف
        سما

        بدأ مزارعو الزيتون موسم القطاف وسط توقعات بمحصول وفير.
        """,
        """
        headline: مزارعو الزيتون يبدأون موسم القطاف
        agency: سما
        published: 2018-01-22T17:56:00 minute +02:00 = 2018-01-22 15:56:00Z
        language: ar rtl
        p: بدأ مزارعو الزيتون موسم القطاف وسط توقعات بمحصول وفير.
        """);

    [Fact]
    public void A_date_above_the_headline_is_used_where_none_follows_it() => Proves(
        """
        الأربعاء 5 مايو 2021 / 18:38

        معرض الكتاب يعود في الخريف

        أعلن القائمون على معرض الكتاب عودته في مايو (أيار) من العام المقبل بعد غياب.
        """,
        """
        headline: معرض الكتاب يعود في الخريف
        published: 2021-05-05T18:38:00 minute Africa/Cairo assumed = 2021-05-05 16:38:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@1; W_PAGE_DATE@1
        p: أعلن القائمون على معرض الكتاب عودته في مايو (أيار) من العام المقبل بعد غياب.
        """);

    [Fact]
    public void Two_joined_offices_may_have_the_name_glued_on_below_a_page_date() => Proves(
        """
        الراية اليومية
        الأحد 15 مارس 2026 09:58 مـ 26 رمضان 1447 هـ
        رئيس مجلس الإدارة ورئيس التحريرسالم حلمي
        انتهاء أعمال الصيانة في الميناء
        عرض مسرحي جديد للأطفال
        فوز الفريق في المباراة الأخيرة
        اقتصاد
        مصنع الزجاج يضاعف إنتاجه
        خط الإنتاج في المصنع
        خط الإنتاج في المصنع
        ضاعف مصنع الزجاج إنتاجه خلال العام الماضي، وفق بيان صدر اليوم.
        ويعمل في المصنع مئتا عامل.
        """,
        """
        publication: الراية اليومية
        masthead: رئيس مجلس الإدارة ورئيس التحرير = سالم حلمي
        section: اقتصاد
        headline: مصنع الزجاج يضاعف إنتاجه
        published: 2026-03-15T21:58:00 minute Africa/Cairo assumed = 2026-03-15 19:58:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@2; W_PAGE_DATE@2; W_PREAMBLE@4
        caption: خط الإنتاج في المصنع
        p: ضاعف مصنع الزجاج إنتاجه خلال العام الماضي، وفق بيان صدر اليوم.
        p: ويعمل في المصنع مئتا عامل.
        """);

    [Fact]
    public void Names_in_a_masthead_keep_their_glued_titles() => Proves(
        """
        رئيس مجلس الإدارة
        د.عبد الحميد ربيع
        رئيس التحرير
        وجدي زكريا
        المشرف العام
        د.سامية فؤاد
        رئيس مجلس الإدارة
        د.عبد الحميد ربيع
        رئيس التحرير
        وجدي زكريا
        المشرف العام
        د.سامية فؤاد

        ورشة لتعليم الخط العربي
        السبت 3 أكتوبر 2020 - 10:00 ص
        كتبت- دعاء صلاح:

        تبدأ الورشة يوم الأحد وتستمر أسبوعين.
        """,
        """
        masthead: رئيس مجلس الإدارة = د.عبد الحميد ربيع; رئيس التحرير = وجدي زكريا; المشرف العام = د.سامية فؤاد
        headline: ورشة لتعليم الخط العربي
        byline: دعاء صلاح
        authors: دعاء صلاح
        published: 2020-10-03T10:00:00 minute Africa/Cairo assumed = 2020-10-03 08:00:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@15
        p: تبدأ الورشة يوم الأحد وتستمر أسبوعين.
        """);

    [Fact]
    public void A_page_date_two_pairs_and_the_headline_twice() => Proves(
        """
        الثلاثاء 6 أكتوبر 2020
        رئيس مجلس الإدارة
        ليلى عثمان
        رئيس التحرير
        حازم بدوي
        متحف الطفل يفتح قاعة الفضاء
        متحف الطفل يفتح قاعة الفضاء

        كتبت مها جابر

        يفتح متحف الطفل قاعة الفضاء أمام الزوار غدا.
        """,
        """
        masthead: رئيس مجلس الإدارة = ليلى عثمان; رئيس التحرير = حازم بدوي
        headline: متحف الطفل يفتح قاعة الفضاء
        byline: مها جابر
        authors: مها جابر
        published: 2020-10-06T00:00:00 day Africa/Cairo assumed = 2020-10-05 22:00:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@1; W_PAGE_DATE@1
        p: يفتح متحف الطفل قاعة الفضاء أمام الزوار غدا.
        """);

    [Fact]
    public void Levantine_and_Gregorian_months_may_stand_side_by_side() => Proves(
        """
        مهرجان الموسيقى ينطلق من القلعة
        نشر: ٥ تشرين الأول (أكتوبر) ٢٠٢٠، ٠٨:٣٠ صباحا
        بقلم: رنا خوري وفادي حداد

        بيروت (رويترز) - ينطلق مهرجان الموسيقى من القلعة مساء الجمعة.

        اقرأ أيضا: المسرح الكبير يعلن برنامجه

        الكلمات المفتاحية: موسيقى، مهرجان القلعة، بيروت
        """,
        """
        headline: مهرجان الموسيقى ينطلق من القلعة
        byline: رنا خوري وفادي حداد
        authors: رنا خوري; فادي حداد
        agency: رويترز
        dateline: بيروت (رويترز)
        published: 2020-10-05T08:30:00 minute Africa/Cairo assumed = 2020-10-05 06:30:00Z
        language: ar rtl
        tags: موسيقى; مهرجان القلعة; بيروت
        warnings: W_ZONE_ASSUMED@2; W_FURNITURE@7
        p: بيروت (رويترز) - ينطلق مهرجان الموسيقى من القلعة مساء الجمعة.
        """);

    [Fact]
    public void A_Maghrebi_date_a_last_change_and_a_doubled_credit() => Proves(
        """
        عودة الصيادين إلى الميناء
        12 جانفي 2022 - 14:20
        آخر تحديث: 13 جانفي 2022 - 09:00
        تقرير: وائل فهمي
        تصوير: أمين سعد

        عاد الصيادون إلى الميناء بعد أسبوع من الرياح.
        """,
        """
        headline: عودة الصيادين إلى الميناء
        byline: وائل فهمي
        authors: وائل فهمي
        published: 2022-01-12T14:20:00 minute Africa/Cairo assumed = 2022-01-12 12:20:00Z
        updated: 2022-01-13T09:00:00 minute Africa/Cairo assumed = 2022-01-13 07:00:00Z
        language: ar rtl
        warnings: W_ZONE_ASSUMED@2
        caption: تصوير: أمين سعد
        p: عاد الصيادون إلى الميناء بعد أسبوع من الرياح.
        """);

    private static void Proves(string page, string proof) => Assert.Equal(proof, Pages.Read(page).Proof());
}
