using Npgsql;
using NpgsqlTypes;

namespace Cms.Data;

/// <summary>What a write leaves behind besides its own rows: however many resources it changed, one statement a table. PostgreSQL reads the arrays in their order, so that the numbers of the rows follow it.</summary>
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

    public IReadOnlyList<NpgsqlBatchCommand> Commands(WriteStamp stamp)
    {
        var commands = new List<NpgsqlBatchCommand>();
        if (audit.Count > 0)
        {
            commands.Add(With(
                audit,
                """
                insert into audit (action, resource_type, resource_id, details, caller, request_id)
                select r.action, r.resource_type, r.resource_id, r.details, $5, $6
                from unnest($1, $2, $3, $4) as r (action, resource_type, resource_id, details)
                """,
                new NpgsqlParameter { Value = stamp.Caller },
                new NpgsqlParameter { Value = (object?)stamp.RequestId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }));
        }

        if (events.Count > 0)
        {
            commands.Add(With(
                events,
                """
                insert into events (type, resource_type, resource_id, payload)
                select r.type, r.resource_type, r.resource_id, r.payload
                from unnest($1, $2, $3, $4) as r (type, resource_type, resource_id, payload)
                """));
        }

        return [.. commands, .. kept];
    }

    private static NpgsqlBatchCommand With(IReadOnlyList<OutgoingRow> rows, string sql, params NpgsqlParameter[] more)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters =
            {
                new() { Value = rows.Select(row => row.Word).ToArray() },
                new() { Value = rows.Select(row => row.ResourceType).ToArray() },
                new() { Value = rows.Select(row => row.ResourceId).ToArray() },
                new() { Value = rows.Select(row => row.Json).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json },
            },
        };
        foreach (var parameter in more)
        {
            command.Parameters.Add(parameter);
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
