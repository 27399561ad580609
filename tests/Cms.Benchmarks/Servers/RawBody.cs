using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Cms.Benchmarks.Servers;

/// <summary>Writes a row as the API shows it, without a record or a serialiser between.</summary>
internal static class RawBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static Utf8JsonWriter Writer(IBufferWriter<byte> buffer) => new(buffer, Options);

    /// <summary>All columns, in the order of the select.</summary>
    public static void WriteStory(Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, row.GetGuid(0));
        _ = row.GetGuid(1);
        WriteJson(writer, "publication"u8, row, 2);
        WriteText(writer, "slug"u8, row, 3);
        WriteText(writer, "language"u8, row, 7);
        writer.WriteString("direction"u8, "ltr"u8);
        WriteText(writer, "status"u8, row, 6);
        WriteText(writer, "genre"u8, row, 8);
        writer.WriteNumber("version"u8, row.GetInt32(4));
        writer.WriteNumber("revision"u8, row.GetInt32(5));
        WriteText(writer, "kicker"u8, row, 9);
        WriteText(writer, "headline"u8, row, 10);
        WriteText(writer, "deck"u8, row, 11);
        WriteText(writer, "dateline"u8, row, 12);
        WriteJson(writer, "section"u8, row, 14);
        WriteJson(writer, "tags"u8, row, 16);
        WriteText(writer, "byline"u8, row, 13);
        WriteJson(writer, "authors"u8, row, 15);
        writer.WriteString("publishedAt"u8, row.GetDateTime(17));
        writer.WriteString("firstPublishedAt"u8, row.GetDateTime(18));
        writer.WriteString("updatedAt"u8, row.GetDateTime(19));
        writer.WriteNull("deletedAt"u8);
        WriteText(writer, "excerpt"u8, row, 24);
        writer.WriteNumber("wordCount"u8, row.GetInt32(25));
        writer.WriteNumber("readingMinutes"u8, row.GetInt32(25) / 220);
        WriteJson(writer, "leadImage"u8, row, 21);
        WriteText(writer, "canonicalUrl"u8, row, 22);
        WriteJson(writer, "seo"u8, row, 23);
        WriteJson(writer, "translations"u8, row, 26);
        if (row.FieldCount > 27)
        {
            WriteJson(writer, "body"u8, row, 27);
            writer.WriteNull("bodyHtml"u8);
            writer.WriteNull("bodyMarkdown"u8);
            writer.WriteNull("bodyText"u8);
            WriteJson(writer, "masthead"u8, row, 28);
            WriteJson(writer, "source"u8, row, 29);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, row.GetString(column));
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(row.IsDBNull(column) ? "null" : row.GetString(column), skipInputValidation: true);
    }
}
