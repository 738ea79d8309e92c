using System.Text;
using OnRecord.Text;

namespace OnRecord.Ingest;

/// <summary>Reads articles from plain text, JSON Lines, HTML and feeds, each also inside gzip. The format is told by what the input
/// holds; the file's name decides only where the content leaves it open.</summary>
/// <remarks>Streams: of JSON Lines one line at a time is in memory. What cannot be read comes as a <see cref="Refusal"/> in its place
/// in the order; nothing is thrown for what an input holds.</remarks>
public sealed class ArticleReader
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    readonly ReaderOptions _options;

    /// <summary>A reader; it holds no state between inputs.</summary>
    public ArticleReader(ReaderOptions? options = null) => _options = options ?? new();

    /// <summary>Reads a file, or standard input for "-".</summary>
    public IEnumerable<Reading> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == StandardInput)
            return Read(_options.StandardInput ?? Console.OpenStandardInput(), path);
        return Guarded(path, () => Open(path));
    }

    /// <summary>Reads a stream. <paramref name="name"/> stands for it in messages and as the id of a single article, unless it is "-".</summary>
    public IEnumerable<Reading> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return Guarded(name, () => stream);
    }

    static FileStream Open(string path)
    {
        if (path.Length == 0)
            throw new RefusedException("the file name is empty", "give the path of a file, or - for standard input");
        if (Directory.Exists(path))
            throw new RefusedException("is a directory", $"name the files in it, for example {path.TrimEnd('/')}/*");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException("no such file", "check the path; a name with spaces needs quotation marks");
        }
        catch (UnauthorizedAccessException)
        {
            throw new RefusedException("may not be read", "check the file's permissions");
        }
    }

    /// <summary>Turns what goes wrong while reading into refusals: an iterator cannot catch around its own <c>yield</c>.</summary>
    IEnumerable<Reading> Guarded(string name, Func<Stream> open)
    {
        var readings = Readings(name, open).GetEnumerator();
        try
        {
            while (true)
            {
                Reading? refusal = null;
                try
                {
                    if (!readings.MoveNext())
                        yield break;
                }
                catch (RefusedException e)
                {
                    refusal = Reading.Refuse(name, e.Message, e.Remedy);
                }
                catch (InvalidDataException)
                {
                    refusal = Reading.Refuse(name, "the compressed data are damaged or cut off", "test it with gzip -t and fetch it again");
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
                {
                    refusal = Reading.Refuse(name, "reading failed: " + e.Message, "check the file and try again");
                }
                yield return refusal ?? readings.Current;
                if (refusal is not null)
                    yield break;
            }
        }
        finally
        {
            readings.Dispose();
        }
    }

    IEnumerable<Reading> Readings(string name, Func<Stream> open)
    {
        using var input = Input.Open(open(), name, _options);
        var (format, transcode) = Sniffer.FormatOf(input);
        var readings = format switch
        {
            InputFormat.JsonLines => new JsonLines(_options).Read(transcode is null ? input : Transcoded(input, transcode), name),
            InputFormat.Feed => FeedPage.Read(input.All(_options.MostFeedBytes), name, _options),
            InputFormat.Html => [Page(input, name)],
            _ => [Plain(input, name)],
        };
        foreach (var reading in readings)
            yield return reading.Article is { } article ? reading with { Article = Completed(article) } : reading;
    }

    /// <summary>UTF-16 as Windows programs write it, read as the UTF-8 that the rest expects.</summary>
    static Stream Transcoded(Stream stream, Encoding from) => Encoding.CreateTranscodingStream(stream, from, new UTF8Encoding(false));

    Reading Plain(Input input, string name)
    {
        var bytes = input.All(_options.MostDocumentBytes);
        var (text, note) = Decoding.Decode(bytes, null);
        if (string.IsNullOrWhiteSpace(text))
            throw Empty();
        return new()
        {
            Place = name,
            Note = note,
            Article = new Article { Id = IdOf(name), Text = text },
        };
    }

    Reading Page(Input input, string name)
    {
        var bytes = input.All(_options.MostDocumentBytes);
        var (html, note) = Decoding.Decode(bytes, Decoding.DeclaredCharset(bytes));
        if (string.IsNullOrWhiteSpace(html))
            throw Empty();
        var article = HtmlPage.Read(html, _options);
        if (article.Text.Length == 0)
            throw new RefusedException(
                "no main text was found in the page",
                "save the page with its text, or give the text itself as a .txt file"
            );
        return new()
        {
            Place = name,
            Note = note,
            Article = article with { Id = IdOf(name) },
        };
    }

    internal static RefusedException Empty() =>
        new("the input is empty", "nothing was there to read; check that it was written completely");

    static string? IdOf(string name) => name == StandardInput ? null : name;

    /// <summary>What the caller knows fills what the input leaves open.</summary>
    Article Completed(Article article) =>
        article with
        {
            Published = article.Published ?? _options.Published,
            Outlet = article.Outlet ?? _options.Outlet,
            Title = article.Title ?? _options.Title,
        };
}
