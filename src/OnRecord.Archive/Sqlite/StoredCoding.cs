using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>A record as it lies in the store, with the hashes that say whether it is what was put there.</summary>
internal sealed class StoredCoding
{
    internal const string Remedy = "restore a backup, or 'onrecord verify --repair' and add the article again";

    /// <summary>Columns that <see cref="Read(SqliteDataReader)"/> reads, in its order.</summary>
    internal const string Columns = "v.content_hash, v.source, v.text, c.hash, c.record, d.hash, d.json";

    StoredCoding(ArticleRecord record) => Record = record;

    internal ArticleRecord Record { get; }

    /// <exception cref="ArchiveException">It can't be read, or is not what was stored.</exception>
    internal static StoredCoding Read(SqliteConnection connection, long coding)
    {
        using var sql = new Sql(
            connection,
            $"""
            SELECT {Columns} FROM coding c JOIN version v ON v.id = c.version_id
            JOIN coder d ON d.id = c.coder_id WHERE c.id = ?1
            """,
            1
        );
        using var row = sql.Rows(coding);
        if (!row.Read())
            throw new ArchiveException("its record is missing", Remedy);
        return Read(row);
    }

    /// <summary>Every read checks the hashes: SQLite keeps none of its pages, and packed bytes of which one has changed may well unpack to
    /// other words.</summary>
    /// <exception cref="ArchiveException">It can't be read, or is not what was stored.</exception>
    internal static StoredCoding Read(SqliteDataReader row)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Packing.Unpack(row.GetFieldValue<byte[]>(2)));
            if (!PreparedArticle.HashOf(row.GetString(1), text).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(0)))
                throw new InvalidDataException("the article is not the one that was read: its hash differs");
            var json = Packing.Unpack(row.GetFieldValue<byte[]>(4));
            if (!SHA256.HashData(json).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(3)))
                throw new InvalidDataException("the record is not the one that was stored: its hash differs");
            var coder = row.GetString(6);
            if (!SHA256.HashData(Encoding.UTF8.GetBytes(coder)).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(5)))
                throw new InvalidDataException("the coder is not the one that was stored: its hash differs");
            return new(RecordStripping.Restore(RecordJson.Deserialize(json), text, CoderOf(coder)));
        }
        catch (Exception e) when (Database.IsDamage(e))
        {
            throw new ArchiveException($"the record is damaged: {e.Message}", Remedy, e);
        }
    }

    /// <exception cref="JsonException">It is no coder's JSON.</exception>
    internal static CoderPart CoderOf(string json) =>
        JsonSerializer.Deserialize(json, SourceContext.Plain.CoderPart) ?? throw new JsonException("null is no coder");

    /// <summary>What is wrong with it, in words.</summary>
    internal IReadOnlyList<string> Faults() => RecordCheck.Of(Record);
}
