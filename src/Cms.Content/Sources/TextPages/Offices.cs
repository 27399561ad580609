namespace Cms.Content.Sources.TextPages;

/// <summary>The offices that a masthead prints, and how a line names them.</summary>
internal static class Offices
{
    private static readonly PhraseList Known = new(
        "supervisor", "general supervisor", "supervisor general", "editor in chief", "editor-in-chief", "editor-in chief", "editor in-chief",
        "editors in chief", "editors-in-chief", "chief editor", "executive editor", "executive editors", "managing editor", "managing editors",
        "deputy editor", "deputy editors", "deputy editor in chief", "deputy editor-in-chief", "deputy chief editor", "deputy managing editor",
        "executive editor in chief", "executive editor-in-chief", "editorial director", "publisher", "chairman", "chairwoman", "chair",
        "chairperson", "board chairman", "chairman of the board", "chairwoman of the board", "chair of the board",
        "chairman of the board of directors", "chairwoman of the board of directors", "founder", "founding editor", "ceo",
        "chief executive officer",
        "إشراف عام", "الإشراف العام", "إشراف العام", "المشرف العام", "مشرف عام", "المشرف العام على التحرير", "رئيس مجلس الإدارة", "رئيس مجلس إدارة",
        "رئيسة مجلس الإدارة", "رئيس الإدارة", "نائب رئيس مجلس الإدارة", "رئيس التحرير", "رئيس تحرير", "رئيسة التحرير", "رئيس التحرير التنفيذي",
        "رئيس التحرير المسئول", "رئيس التحرير المسؤول", "نائب رئيس التحرير", "نواب رئيس التحرير", "مدير التحرير", "مدير تحرير", "مديرة التحرير",
        "مدير عام التحرير", "مدير التحرير التنفيذي", "مديرو التحرير", "نائب مدير التحرير", "مستشار التحرير", "مستشار رئيس التحرير",
        "المستشار العام", "الناشر", "المؤسس", "العضو المنتدب", "سكرتير التحرير");

    private const int LongestNameBefore = 60;

    private static readonly string[] Joints = [" و ", " و", " and ", " & ", " / ", "/", "، و"];

    /// <summary>Takes one office, or two that are joined, from the head of a line; null when the line begins with none.</summary>
    public static OfficeOnLine? TryTake(FoldedText line)
    {
        var end = TakeJoined(line.Value, Known.LengthAt(line.Value, 0), Known.LengthAt);
        if (end == 0) end = TakeJoined(line.Value, Known.LengthGluedAt(line.Value, 0), Known.LengthGluedAt);
        else if (GluedEnd(line, end) is { } further) end = further;
        if (end == 0 || !MayEndAt(line, end)) return null;

        var rest = line.From(end).TrimStart(' ', ':', '-', '–', '—', '/', '|', '\u0640').TrimEnd();
        return new OfficeOnLine(line.Slice(0, end), rest);
    }

    /// <summary>Takes every office of a line, each with what stands between it and the next.</summary>
    public static IReadOnlyList<OfficeOnLine> TakeAll(FoldedText line)
    {
        var all = new List<OfficeOnLine>();
        var left = line;
        while (TryTake(left) is { } taken)
        {
            var rest = FoldedText.Of(taken.Rest);
            var next = NextOffice(rest.Value);
            all.Add(next < 0 ? taken : taken with { Rest = rest.Slice(0, next).TrimEnd(' ', '|', '-', '–', ',', '،') });
            if (next < 0) break;
            left = FoldedText.Of(rest.From(next));
        }
        return all;
    }

    private static int NextOffice(string folded)
    {
        for (var at = folded.IndexOf(' ', StringComparison.Ordinal); at >= 0 && at < LongestNameBefore; at = folded.IndexOf(' ', at + 1))
        {
            if (Known.LengthAt(folded, at + 1) > 0) return at + 1;
        }
        return -1;
    }

    private static int TakeJoined(string folded, int end, Func<string, int, int> lengthAt)
    {
        if (end == 0) return 0;
        foreach (var joint in Joints)
        {
            if (string.CompareOrdinal(folded, end, joint, 0, joint.Length) != 0) continue;
            var second = lengthAt(folded, end + joint.Length);
            if (second > 0) return end + joint.Length + second;
        }
        return end;
    }

    // The first office ends properly, and a second one is joined to it with the name glued on.
    private static int? GluedEnd(FoldedText line, int end)
    {
        var further = TakeJoined(line.Value, end, Known.LengthGluedAt);
        return further > end ? further : null;
    }

    // A name may be glued to an office: in Arabic letters anyhow, in Latin ones where a capital follows a small letter.
    private static bool MayEndAt(FoldedText line, int end)
    {
        if (end >= line.Value.Length || !char.IsLetterOrDigit(line.Value[end])) return true;
        var glued = line.From(end);
        return glued.Split(' ')[0].Length >= 3
            && (char.GetUnicodeCategory(glued[0]) == System.Globalization.UnicodeCategory.OtherLetter || char.IsUpper(glued[0]));
    }
}

/// <summary>An office at the head of a line and what follows it there, which may be nothing.</summary>
/// <param name="Office">The office as printed.</param>
/// <param name="Rest">The rest of the line without separators.</param>
internal sealed record OfficeOnLine(string Office, string Rest);
