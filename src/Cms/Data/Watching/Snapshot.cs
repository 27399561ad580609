using System.Globalization;

namespace Cms.Data.Watching;

/// <summary>What PostgreSQL's `pg_snapshot` says: which transactions had ended.</summary>
internal sealed class Snapshot
{
    private readonly ulong begin;
    private readonly ulong end;
    private readonly HashSet<ulong> open;

    /// <param name="text">As PostgreSQL writes it: the oldest transaction that is open, the first that has not begun, and all open between.</param>
    public Snapshot(string text)
    {
        Text = text;
        var parts = text.Split(':');
        begin = Number(parts[0]);
        end = Number(parts[1]);
        open = [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
    }

    public string Text { get; }

    /// <summary>Whether the transaction had ended.</summary>
    public bool Contains(ulong transaction) => transaction < begin || (transaction < end && !open.Contains(transaction));

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
