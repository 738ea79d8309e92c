using System.Buffers;
using System.Text;

namespace OnRecord.Ingest;

/// <summary>What an input holds.</summary>
internal enum InputFormat
{
    Text,
    JsonLines,
    Html,
    Feed,
}

/// <summary>Tells the format from the first bytes; the name decides only where they leave it open.</summary>
internal static class Sniffer
{
    /// <summary>The tags that only a page has. A text that merely mentions a tag does not begin with one.</summary>
    static readonly string[] PageTags =
    [
        "<html",
        "<head",
        "<body",
        "<article",
        "<main",
        "<div",
        "<p>",
        "<p ",
        "<meta",
        "<title",
        "<script",
    ];

    static readonly (byte[] Magic, string Kind, string Remedy)[] Foreign =
    [
        ("%PDF-"u8.ToArray(), "a PDF document", "turn it into text first, for example with pdftotext"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an office document", "unpack it, or save the document as plain text"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture", "give the article's text"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture", "give the article's text"),
        ("GIF8"u8.ToArray(), "a GIF picture", "give the article's text"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document", "save the document as plain text"),
        ("BZh"u8.ToArray(), "bzip2 data", "unpack it with bunzip2"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "xz data", "unpack it with unxz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data", "unpack it with unzstd"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program", "give the article's text"),
    ];

    /// <summary>The format, and the encoding when the input is JSON Lines in UTF-16.</summary>
    internal static (InputFormat Format, Encoding? Transcode) FormatOf(Input input)
    {
        var head = input.Head;
        if (head.IsEmpty)
            throw ArticleReader.Empty();
        foreach (var (magic, kind, remedy) in Foreign)
            if (head.StartsWith(magic))
                throw new RefusedException("is " + kind + ", not text", remedy);
        var wide = Decoding.Wide(head);
        if (wide is null && Decoding.IsBinary(head))
            throw new RefusedException("is a binary file, not text", "give plain text, HTML, a feed or JSON Lines, or any of them in gzip");
        // 8 KB tell; what lies outside ASCII does not matter here
        var most = Math.Min(head.Length, 8192) & ~3;
        var start = (wide ?? Encoding.Latin1).GetString(head[..Math.Max(most, Math.Min(head.Length, 4))]).TrimStart('\uFEFF');
        if (wide is null && start.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal))
            start = start[3..]; // the byte order mark of UTF-8
        var format = Tell(start.AsSpan().TrimStart(), input.Name);
        return (format, format == InputFormat.JsonLines ? wide : null);
    }

    static InputFormat Tell(ReadOnlySpan<char> start, string name)
    {
        if (StartsObject(start))
            return InputFormat.JsonLines;
        if (start.StartsWith("<"))
        {
            var feed = First(start, "<rss", "<feed", "<rdf:RDF");
            var page = First(start, PageTags);
            if (feed < page && feed != int.MaxValue)
                return InputFormat.Feed;
            if (page != int.MaxValue || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
                return InputFormat.Html;
            if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
                throw new RefusedException(
                    "is XML but neither a feed nor a page",
                    "RSS 2.0, Atom and XHTML can be read; turn other XML into JSON Lines"
                );
        }
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Path.GetExtension(plain).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" or ".json" => InputFormat.JsonLines,
            ".html" or ".htm" or ".xhtml" => InputFormat.Html,
            _ => InputFormat.Text,
        };
    }

    static bool StartsObject(ReadOnlySpan<char> start) =>
        start.Length > 1 && start[0] == '{' && start[1..].TrimStart() is { Length: > 0 } rest && rest[0] is '"' or '}';

    static int First(ReadOnlySpan<char> text, params ReadOnlySpan<string> tags)
    {
        var first = int.MaxValue;
        foreach (var tag in tags)
            if (text.IndexOf(tag, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at < first)
                first = at;
        return first;
    }
}
