using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OnRecord.Record;

namespace OnRecord.Archive.Sqlite;

/// <summary>A record as it lies in the store, with the hashes that say whether it is what was put there.</summary>
internal sealed class StoredCoding
{
    readonly byte[] _contentHash,
        _recordHash,
        _json;
    readonly string _source,
        _text;

    StoredCoding(byte[] contentHash, string source, byte[] text, byte[] recordHash, byte[] record, string coder)
    {
        try
        {
            (_contentHash, _recordHash, _source) = (contentHash, recordHash, source);
            _text = Encoding.UTF8.GetString(Packing.Unpack(text));
            _json = Packing.Unpack(record);
            Record = RecordStripping.Restore(RecordJson.Deserialize(_json), _text, CoderOf(coder));
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw new ArchiveException($"it can't be read: {e.Message}", "restore a backup", e);
        }
    }

    internal ArticleRecord Record { get; }

    /// <exception cref="ArchiveException">It can't be read.</exception>
    internal static StoredCoding Read(SqliteConnection connection, long coding)
    {
        using var sql = new Sql(
            connection,
            """
            SELECT v.content_hash, v.source, v.text, c.hash, c.record, d.json FROM coding c JOIN version v ON v.id = c.version_id
            JOIN coder d ON d.id = c.coder_id WHERE c.id = ?1
            """,
            1
        );
        using var row = sql.Rows(coding);
        if (!row.Read())
            throw new ArchiveException("its record is missing", "restore a backup");
        return new(
            row.GetFieldValue<byte[]>(0),
            row.GetString(1),
            row.GetFieldValue<byte[]>(2),
            row.GetFieldValue<byte[]>(3),
            row.GetFieldValue<byte[]>(4),
            row.GetString(5)
        );
    }

    /// <exception cref="JsonException">It is no coder's JSON.</exception>
    internal static CoderPart CoderOf(string json) =>
        JsonSerializer.Deserialize(json, SourceContext.Plain.CoderPart) ?? throw new JsonException("null is no coder");

    /// <summary>What is wrong with it, in words.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!PreparedArticle.HashOf(_source, _text).AsSpan().SequenceEqual(_contentHash))
            yield return "the article is not the one that was read: its hash differs";
        if (!SHA256.HashData(_json).AsSpan().SequenceEqual(_recordHash))
            yield return "the record is not the one that was stored: its hash differs";
        foreach (var fault in RecordCheck.Of(Record))
            yield return fault;
    }
}
