using System.Text;
using System.Text.Unicode;

namespace OnRecord.Ingest;

/// <summary>Bytes to text: by the byte order mark, else UTF-8, else what the page declares, else Windows-1252. Text that is UTF-8 but
/// for a few bytes keeps its offsets with U+FFFD in their place.</summary>
internal static class Decoding
{
    /// <summary>Bytes 80 to 9F in Windows-1252 (the WHATWG Encoding Standard's index; the five that it leaves to C1 controls are 0).</summary>
    const string Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text, and a note when its encoding had to be guessed or mended.</summary>
    internal static (string Text, string? Note) Decode(byte[] bytes, string? declared)
    {
        var data = bytes.AsSpan();
        if (Wide(data) is { } wide)
            return (wide.GetString(data).TrimStart('\uFEFF'), null);
        if (IsBinary(data))
            throw new RefusedException("is a binary file, not text", "give plain text, HTML, a feed or JSON Lines, or any of them in gzip");
        if (data.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            data = data[3..];
        if (System.Text.Unicode.Utf8.IsValid(data))
            return (Utf8.GetString(data), null);
        if (declared is "windows-1252" or "iso-8859-1" or "latin1" or "us-ascii" or "ascii" && !HasHoles(data))
            return (FromWindows1252(data), null);
        var (valid, invalid) = Sequences(data);
        if (valid > invalid)
            return (Utf8.GetString(data), $"{invalid} byte sequences are no UTF-8 and were read as U+FFFD");
        if (!HasHoles(data) && invalid * 10L < data.Length)
            return (FromWindows1252(data), "is no UTF-8 and was read as Windows-1252");
        if (invalid * 100L < data.Length)
            return (Utf8.GetString(data), $"{invalid} byte sequences are no UTF-8 and were read as U+FFFD");
        throw new RefusedException("is neither UTF-8 nor UTF-16 nor Windows-1252 text", "convert it first: iconv -f ITS-ENCODING -t UTF-8");
    }

    /// <summary>UTF-16 or UTF-32 by byte order mark, or UTF-16 by the zeros that Latin letters leave in every second byte.</summary>
    internal static Encoding? Wide(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return Encoding.UTF32;
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        var start = data[..Math.Min(data.Length, 4096)];
        if (start.Length < 16)
            return null;
        int even = 0,
            odd = 0;
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        var half = start.Length / 2;
        return odd > half * 0.7 && even < half * 0.05 ? Encoding.Unicode
            : even > half * 0.7 && odd < half * 0.05 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>More than one in a thousand bytes is zero, or more than one in fifty another control character that no text has.</summary>
    internal static bool IsBinary(ReadOnlySpan<byte> data)
    {
        int zeros = 0,
            controls = 0;
        foreach (var b in data)
            if (b == 0)
                zeros++;
            else if (b is < 9 or > 13 and < 32 or 127 && b != 27)
                controls++;
        return zeros * 1000L > data.Length || controls * 50L > data.Length;
    }

    /// <summary>What a page says of its own encoding within its first 2 KB, lower case, or null.</summary>
    internal static string? DeclaredCharset(ReadOnlySpan<byte> page)
    {
        var start = Encoding.Latin1.GetString(page[..Math.Min(page.Length, 2048)]);
        var at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = start.AsSpan(at + 8).TrimStart("\"' ");
        var end = value.IndexOfAny("\"' />;");
        return end > 0 ? value[..end].ToString().ToLowerInvariant() : null;
    }

    /// <summary>Well-formed sequences outside ASCII, and ill-formed ones.</summary>
    static (int Valid, int Invalid) Sequences(ReadOnlySpan<byte> data)
    {
        int valid = 0,
            invalid = 0;
        while (!data.IsEmpty)
        {
            var ascii = data.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
                break;
            data = data[ascii..];
            if (Rune.DecodeFromUtf8(data, out _, out var length) == System.Buffers.OperationStatus.Done)
                valid++;
            else
                invalid++;
            data = data[length..];
        }
        return (valid, invalid);
    }

    static bool HasHoles(ReadOnlySpan<byte> data) => data.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0;

    static string FromWindows1252(ReadOnlySpan<byte> data)
    {
        var chars = new char[data.Length];
        for (var i = 0; i < chars.Length; i++)
            chars[i] = data[i] is >= 0x80 and < 0xA0 and var b ? Windows1252[b - 0x80] : (char)data[i];
        return new string(chars);
    }
}
