using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Cms.Benchmarks.SearchScale;

/// <summary>One COPY for each table, all under way at once.</summary>
internal sealed class ScaleCopies : IAsyncDisposable
{
    private readonly List<NpgsqlConnection> connections = [];

    public NpgsqlBinaryImporter Articles { get; private set; } = null!;

    public NpgsqlBinaryImporter Published { get; private set; } = null!;

    public NpgsqlBinaryImporter Authors { get; private set; } = null!;

    public NpgsqlBinaryImporter Tags { get; private set; } = null!;

    public SearchCopy Search { get; private set; } = null!;

    public static async Task<ScaleCopies> Begin(string connectionString)
    {
        var copies = new ScaleCopies();
        copies.Articles = await copies.Copy(connectionString, "articles (id, publication_id, slug, status)");
        copies.Published = await copies.Copy(
            connectionString,
            """
            published_articles (article_id, publication_id, slug, version, revision, language, headline, section_id, published_at,
                first_published_at, updated_at, body, body_text, excerpt, word_count, masthead, credits, tag_ids)
            """);
        copies.Authors = await copies.Copy(connectionString, "published_authors (article_id, position, contributor_id, role, published_at)");
        copies.Tags = await copies.Copy(connectionString, "published_tags (article_id, position, tag_id, published_at)");
        copies.Search = new SearchCopy(await (await copies.Open(connectionString)).BeginRawBinaryCopyAsync(
            """
            copy published_search (article_id, publication_id, section_id, language, author_ids, tag_ids, published_at, updated_at, length, bucket, tsv)
            from stdin (format binary)
            """));
        return copies;
    }

    public async Task Complete()
    {
        foreach (var copy in new[] { Articles, Published, Authors, Tags })
        {
            await copy.CompleteAsync();
        }

        await Search.Complete();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<NpgsqlBinaryImporter> Copy(string connectionString, string table) =>
        await (await Open(connectionString)).BeginBinaryImportAsync($"copy {table} from stdin (format binary)");

    private async Task<NpgsqlConnection> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        connections.Add(connection);
        return connection;
    }
}

/// <summary>COPY of the search rows, written byte for byte: the driver has no writer for a tsvector that is already one.</summary>
internal sealed class SearchCopy(NpgsqlRawCopyStream stream)
{
    private const int UuidType = 2950;
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, 13, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly byte[] field = new byte[20];
    private bool hasBegun;

    public void Write(Guid id, Guid publication, Guid section, Guid author, Guid[] tags, DateTime date, int length, ReadOnlySpan<byte> words)
    {
        if (!hasBegun)
        {
            stream.Write(Header);
            hasBegun = true;
        }

        WriteShort(11);
        foreach (var value in new[] { id, publication, section })
        {
            Field(value.ToByteArray(bigEndian: true));
        }

        Field(Encoding.ASCII.GetBytes("en"));
        Field(Ids([author]));
        Field(Ids(tags));
        var instant = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(instant, (date - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);
        Field(instant);
        Field(instant);
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, length);
        Field(number);
        Field([0, (byte)(id.ToByteArray(bigEndian: true)[15] & 15)]);
        Field(words);
    }

    public async Task Complete()
    {
        WriteShort(-1);
        await stream.DisposeAsync();
    }

    /// <summary>An array of one dimension, as PostgreSQL sends it.</summary>
    private static byte[] Ids(Guid[] ids)
    {
        var bytes = new byte[20 + (20 * ids.Length)];
        foreach (var (place, number) in new[] { (0, ids.Length == 0 ? 0 : 1), (8, UuidType), (12, ids.Length), (16, 1) })
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(place), number);
        }

        for (var index = 0; index < ids.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20 + (20 * index)), 16);
            ids[index].TryWriteBytes(bytes.AsSpan(24 + (20 * index)), bigEndian: true, out _);
        }

        return ids.Length == 0 ? bytes[..12] : bytes;
    }

    private void WriteShort(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(field, value);
        stream.Write(field.AsSpan(0, 2));
    }

    private void Field(ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteInt32BigEndian(field, value.Length);
        stream.Write(field.AsSpan(0, 4));
        stream.Write(value);
    }
}
