using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive;

/// <summary>An article coded and made ready for a store by the thread that coded it, so that the one thread that stores has little left
/// to do: packed text and record, hashes, rows.</summary>
public sealed class PreparedArticle
{
    PreparedArticle(ArticleRecord record, SourceArticle source, byte[] contentHash)
    {
        Record = record;
        Source = source.ToJson();
        ContentHash = contentHash;
        Text = Packing.Pack(Encoding.UTF8.GetBytes(record.Article.Text));
        var json = RecordJson.Serialize(RecordStripping.Strip(record));
        RecordHash = SHA256.HashData(json);
        PackedRecord = Packing.Pack(json);
        Rows = RecordRows.Of(record);
        Words = CountWords(record.Article.Text);
    }

    /// <summary>The record.</summary>
    public ArticleRecord Record { get; }

    /// <summary>The article as read, without its text, as JSON.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of <see cref="Source"/> and text: what the article was before any coder.</summary>
    public byte[] ContentHash { get; }

    /// <summary>The text, UTF-8, packed.</summary>
    public byte[] Text { get; }

    /// <summary>The record's JSON without what can be restored, packed.</summary>
    public byte[] PackedRecord { get; }

    /// <summary>SHA-256 of the record's JSON without what can be restored.</summary>
    public byte[] RecordHash { get; }

    /// <summary>Words between spaces.</summary>
    public int Words { get; }

    /// <summary>Whether the whole text was left uncoded.</summary>
    public bool Uncoded => Record.NotCoded?.Any(n => n.Span is null) == true;

    internal RecordRows Rows { get; }

    /// <summary>Prepares a coded article.</summary>
    /// <param name="article">As read.</param>
    /// <param name="record">What the coder made of it.</param>
    /// <param name="contentHash">Its hash, where known already.</param>
    public static PreparedArticle Of(Article article, ArticleRecord record, byte[]? contentHash = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(record);
        return new(record, SourceArticle.Of(article), contentHash ?? HashOf(article));
    }

    /// <summary>SHA-256 of all that was read of an article; a coder's results depend on nothing else.</summary>
    public static byte[] HashOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return HashOf(SourceArticle.Of(article).ToJson(), article.Text);
    }

    internal static byte[] HashOf(string source, string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(source));
        hash.AppendData("\n"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return hash.GetHashAndReset();
    }

    internal static int CountWords(string text)
    {
        var (words, inside) = (0, false);
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c);
            if (inside && space)
                words++;
            inside = !space;
        }
        return inside ? words + 1 : words;
    }
}

/// <summary>Bytes made small for keeping (Brotli, RFC 7932).</summary>
internal static class Packing
{
    const int Quality = 5; // beyond it a fifth of the size is gained for three times the time
    const int Window = 20;
    const int MostUnpacked = 256 * 1024 * 1024; // far above any article a reader lets through: a damaged blob must not take all memory

    internal static byte[] Pack(byte[] bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(bytes, buffer, out var written, Quality, Window))
                throw new InvalidOperationException("the compressor gave up");
            return buffer.AsSpan(0, written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    internal static byte[] Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        var output = new MemoryStream(packed.Length * 6);
        try
        {
            var buffer = new byte[16 * 1024];
            for (int n; (n = stream.Read(buffer)) > 0; )
            {
                output.Write(buffer, 0, n);
                if (output.Length > MostUnpacked)
                    throw new InvalidDataException("it unpacks to more than any article holds");
            }
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("it can't be unpacked", e);
        }
        return output.ToArray();
    }
}
