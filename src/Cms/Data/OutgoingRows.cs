using Npgsql;
using NpgsqlTypes;

namespace Cms.Data;

/// <summary>
/// What a write leaves behind besides its own rows, in the order in which it was told, all in the round trip of the commit. A row is a plain insert:
/// nearly all writes change one resource, for which a set of arrays would cost twice as much.
/// </summary>
internal sealed class OutgoingRows
{
    private readonly List<OutgoingRow> audit = [];
    private readonly List<OutgoingRow> events = [];
    private readonly List<NpgsqlBatchCommand> kept = [];

    public int AuditCount => audit.Count;

    public void Audit(OutgoingRow row) => audit.Add(row);

    public void Emit(OutgoingRow row) => events.Add(row);

    public void Keep(IEnumerable<NpgsqlBatchCommand> commands) => kept.AddRange(commands);

    /// <summary>How many rows there are, to cut back to.</summary>
    public (int Audit, int Events, int Kept) Mark => (audit.Count, events.Count, kept.Count);

    public void CutTo((int Audit, int Events, int Kept) mark)
    {
        audit.RemoveRange(mark.Audit, audit.Count - mark.Audit);
        events.RemoveRange(mark.Events, events.Count - mark.Events);
        kept.RemoveRange(mark.Kept, kept.Count - mark.Kept);
    }

    public void Clear()
    {
        audit.Clear();
        events.Clear();
        kept.Clear();
    }

    public IEnumerable<NpgsqlBatchCommand> Commands(WriteStamp stamp) =>
    [
        .. audit.Select(row => With(
            row,
            """
            insert into audit (action, resource_type, resource_id, details, caller, request_id)
            values ($1, $2, $3, $4, $5, $6)
            """,
            stamp.Caller,
            stamp.RequestId)),
        .. events.Select(row => With(
            row,
            """
            insert into events (type, resource_type, resource_id, payload)
            values ($1, $2, $3, $4)
            """)),
        .. kept,
    ];

    private static NpgsqlBatchCommand With(OutgoingRow row, string sql, params string?[] more)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = row.Word },
                new NpgsqlParameter<string> { TypedValue = row.ResourceType },
                new NpgsqlParameter<Guid> { TypedValue = row.ResourceId },
                new NpgsqlParameter<string?> { TypedValue = row.Json, NpgsqlDbType = NpgsqlDbType.Json },
            },
        };
        foreach (var value in more)
        {
            command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text });
        }

        return command;
    }
}

/// <summary>An audit row or an event.</summary>
/// <param name="Word">The action, or the event's type.</param>
/// <param name="ResourceType">The resource's type.</param>
/// <param name="ResourceId">The resource.</param>
/// <param name="Json">Details or payload.</param>
internal sealed record OutgoingRow(string Word, string ResourceType, Guid ResourceId, string? Json);
