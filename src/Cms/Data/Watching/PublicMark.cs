using System.Globalization;
using Npgsql;

namespace Cms.Data.Watching;

/// <summary>Which mark a transaction leaves on what is public, as its own last statement tells.</summary>
/// <param name="Transaction">Its id.</param>
/// <param name="HasChanges">Whether it changes anything.</param>
/// <param name="HasRemovals">Whether a story goes.</param>
internal readonly record struct PublicMark(ulong Transaction, bool HasChanges, bool HasRemovals)
{
    /// <summary>The statement, the last before the commit.</summary>
    public static NpgsqlBatchCommand Question() => new(
        """
        select coalesce(pg_current_xact_id_if_assigned()::text, '0'), count(*) > 0, coalesce(bool_or(is_removal), false)
        from public_changes
        where transaction = pg_current_xact_id_if_assigned()
        """);

    /// <summary>Reads the answer to the question.</summary>
    public static async Task<PublicMark> Read(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        return new PublicMark(ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture), reader.GetBoolean(1), reader.GetBoolean(2));
    }

    /// <summary>After the commit: returns when this process serves nothing older, and no process what went.</summary>
    public Task CatchUp(ChangeWatch watch) => this switch
    {
        { HasRemovals: true } => watch.CatchUpEverywhere([Transaction]),
        { HasChanges: true } => watch.CatchUp(),
        _ => Task.CompletedTask,
    };
}
