using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Cms.Data;

/// <summary>The caller's name for one attempt to write, and what the attempt looked like.</summary>
/// <param name="Caller">Who: keys of different callers never meet.</param>
/// <param name="Key">The name.</param>
/// <param name="Fingerprint">A hash of everything that makes the request what it is.</param>
internal sealed record IdempotencyKey(string Caller, string Key, byte[] Fingerprint)
{
    /// <summary>For how long an answer is kept.</summary>
    public const int Hours = 24;

    private const int SweptAtOnce = 10;

    private long Lock => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"idempotency\n{Caller}\n{Key}")));

    // Two statements: the second one's snapshot must be younger than the lock, or it could miss the answer that the lock's last owner stored.
    internal IEnumerable<NpgsqlBatchCommand> Claim() =>
    [
        new("select pg_try_advisory_xact_lock($1)") { Parameters = { new() { Value = Lock } } },
        new($"""
            select fingerprint, status, etag, location, body
            from idempotency_keys
            where caller = $1
              and key = $2
              and created_at > now() - interval '{Hours} hours'
            """)
        {
            Parameters = { new() { Value = Caller }, new() { Value = Key } },
        },
    ];

    internal IEnumerable<NpgsqlBatchCommand> Keep(KeptAnswer answer) =>
    [
        new("""
            insert into idempotency_keys (caller, key, fingerprint, status, etag, location, body)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (caller, key) do update
            set fingerprint = excluded.fingerprint,
                status = excluded.status,
                etag = excluded.etag,
                location = excluded.location,
                body = excluded.body,
                created_at = excluded.created_at
            """)
        {
            Parameters =
            {
                new() { Value = Caller }, new() { Value = Key }, new() { Value = Fingerprint }, new() { Value = answer.Status },
                new() { Value = (object?)answer.ETag ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                new() { Value = (object?)answer.Location ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                new() { Value = answer.Body },
            },
        },
        new($"""
            delete from idempotency_keys
            where (caller, key) in (
                select caller, key
                from idempotency_keys
                where created_at < now() - interval '{Hours} hours'
                order by created_at
                limit {SweptAtOnce}
                for update skip locked)
            """),
    ];
}

/// <summary>An answer that a retry gets again.</summary>
internal sealed record KeptAnswer(int Status, string? ETag, string? Location, byte[] Body);

/// <summary>What a claim on an idempotency key found.</summary>
/// <param name="IsFree">Whether nobody else is at work under the key.</param>
/// <param name="Fingerprint">The fingerprint of the request that was answered; null when none was.</param>
/// <param name="Answer">Its answer.</param>
internal sealed record IdempotencyClaim(bool IsFree, byte[]? Fingerprint, KeptAnswer? Answer);
