using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using OnRecord.Text;

namespace OnRecord.Ingest;

/// <summary>JSON Lines: an article a line. A line that can't be read is refused by file and line number, and the others go on.</summary>
internal sealed class JsonLines(ReaderOptions options)
{
    const string Shape = "a line is {\"id\": ..., \"text\": ..., \"title\", \"outlet\", \"published\", \"url\", \"author\"}";

    internal IEnumerable<Reading> Read(Stream stream, string name)
    {
        var any = false;
        foreach (var (line, number, whole) in Lines(stream))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
            if (!whole)
                yield return Reading.Refuse(place, TooLong(), "cut the line, or raise the limit with --max-size (in MB)");
            else if (Trim(line) is var content && content.IsEmpty)
                continue;
            else if (!any && content.Length == 1 && content.Span[0] is (byte)'{' or (byte)'[' || !any && content.Span[0] == (byte)'[')
            {
                yield return Reading.Refuse(
                    place,
                    "is JSON over several lines or an array, not one object a line",
                    "convert it: jq -c '.[]? // .'"
                );
                yield break;
            }
            else
                yield return Article(content, place);
            any = true;
        }
        if (!any)
            throw ArticleReader.Empty();
    }

    string TooLong() => Input.TooLarge(options.MostDocumentBytes).Message;

    /// <summary>The lines without their ends; too long a line comes empty and marked, its rest skipped unread.</summary>
    IEnumerable<(ReadOnlyMemory<byte> Line, long Number, bool Whole)> Lines(Stream stream)
    {
        var buffer = new byte[1 << 16];
        int start = 0,
            end = 0;
        var number = 0L;
        var skipping = false;
        for (var more = true; more || end > start; )
        {
            var n = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (n >= 0 || (!more && end > start))
            {
                var length = n >= 0 ? n : end - start;
                number++;
                if (skipping || length > options.MostDocumentBytes)
                    yield return (default, number, false);
                else
                    yield return (buffer.AsMemory(start, length), number, true);
                skipping = false;
                start = Math.Min(end, start + length + 1);
                continue;
            }
            if (!more)
                break;
            if (end - start > options.MostDocumentBytes)
                (skipping, start) = (true, end);
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (end, start) = (end - start, 0);
            }
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = stream.Read(buffer, end, buffer.Length - end);
            more = read > 0;
            end += read;
            if (!more && skipping && end == start)
                yield return (default, ++number, false);
        }
    }

    static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line)
    {
        if (line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            line = line[3..];
        return line.Trim(" \t\r"u8);
    }

    Reading Article(ReadOnlyMemory<byte> line, string place)
    {
        string? note = null;
        try
        {
            if (!Utf8.IsValid(line.Span))
            {
                (var mended, note) = Decoding.Decode(line.ToArray(), null);
                line = Encoding.UTF8.GetBytes(mended);
            }
            var article = Parse(line.Span);
            if (article.Published is { } p && IsoDate.Normalize(p) is var iso && iso != p)
            {
                if (iso is null)
                    note = $"\"published\" is no date that can be read ({Shorten(p)}): it counts as unknown";
                article = article with { Published = iso };
            }
            return new()
            {
                Place = place,
                Article = article,
                Note = note,
            };
        }
        catch (RefusedException e)
        {
            return Reading.Refuse(place, e.Message, e.Remedy);
        }
        catch (JsonException e)
        {
            return Reading.Refuse(place, "is not JSON: " + Reason(e), Shape);
        }
        catch (InvalidOperationException)
        {
            return Reading.Refuse(place, "holds half of a surrogate pair (\\uD800-\\uDFFF)", "write the text as UTF-8");
        }
    }

    /// <summary>The parser's message without its own position, which counts from the line's start.</summary>
    static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end > 0 ? e.Message[..end] : e.Message).TrimEnd('.')
            + $" (byte {e.BytePositionInLine?.ToString(CultureInfo.InvariantCulture)})";
    }

    static string Shorten(string s) => s.Length <= 40 ? s : s[..40] + "…";

    Article Parse(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = options.MostJsonDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new RefusedException("is no JSON object", Shape);
        string? id = null,
            text = null,
            title = null,
            outlet = null,
            domain = null,
            published = null,
            url = null,
            language = null;
        List<string> authors = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "id":
                    id = Scalar(ref reader);
                    break;
                case "text":
                    if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                        throw new RefusedException("\"text\" is no string", Shape);
                    text = Scalar(ref reader);
                    break;
                case "title":
                    title = Scalar(ref reader);
                    break;
                case "outlet":
                    (outlet, domain) = Outlet(ref reader);
                    break;
                case "published":
                    published = Scalar(ref reader);
                    break;
                case "url":
                    url = Scalar(ref reader);
                    break;
                case "language":
                    language = Scalar(ref reader);
                    break;
                case "author":
                    Authors(ref reader, authors);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        if (reader.Read())
            throw new RefusedException("holds more than one JSON value", "write one object a line");
        if (string.IsNullOrWhiteSpace(text))
            throw new RefusedException(text is null ? "has no \"text\"" : "\"text\" is empty", Shape);
        return new Article
        {
            Id = Known(id),
            Text = text,
            Title = Known(title),
            Outlet = Known(outlet),
            OutletDomain = Known(domain),
            Published = Known(published),
            Url = Known(url),
            Language = Known(language),
            Authors = authors,
        };
    }

    static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>A string, or a number as it is written; anything else counts as unknown.</summary>
    static string? Scalar(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        if (reader.TokenType == JsonTokenType.Number)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        reader.Skip();
        return null;
    }

    /// <summary>A name, or the object of a record: {"name", "domain"}.</summary>
    static (string? Name, string? Domain) Outlet(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return (Scalar(ref reader), null);
        string? name = null,
            domain = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.GetString();
            reader.Read();
            if (field == "name")
                name = Scalar(ref reader);
            else if (field == "domain")
                domain = Scalar(ref reader);
            else
                reader.Skip();
        }
        return (name, domain);
    }

    /// <summary>One name or an array of names.</summary>
    static void Authors(ref Utf8JsonReader reader, List<string> authors)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (Known(Scalar(ref reader)) is { } one)
                authors.Add(one);
            return;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (Known(Scalar(ref reader)) is { } name)
                authors.Add(name);
    }
}
