namespace OnRecord.Ingest;

/// <summary>How inputs are read: limits that keep one bad input from ending the run, and what is known of the articles beforehand.</summary>
public sealed record ReaderOptions
{
    /// <summary>Largest single document (a text, a page, one JSON line, one feed item) in bytes as read, after decompression; default
    /// 10 MB. A larger one is refused by name.</summary>
    public long MostDocumentBytes { get; init; } = 10_000_000;

    /// <summary>Largest feed in bytes, after decompression; default 50 MB. JSON Lines have no such limit, they are read as a stream.</summary>
    public long MostFeedBytes { get; init; } = 50_000_000;

    /// <summary>How many bytes one compressed byte may become before the input counts as a decompression bomb; default 200. News
    /// compresses about 3 to 1.</summary>
    public int MostExpansion { get; init; } = 200;

    /// <summary>Deepest nesting of JSON; default 64.</summary>
    public int MostJsonDepth { get; init; } = 64;

    /// <summary>Deepest nesting of HTML elements; what lies deeper is read as if it stood beside; default 512.</summary>
    public int MostHtmlDepth { get; init; } = 512;

    /// <summary>Most HTML elements open at once; the parser's time grows with their square, so that a page with more is refused; default
    /// 2,000.</summary>
    public int MostUnclosedHtml { get; init; } = 2000;

    /// <summary>Publication date for articles that state none, ISO 8601.</summary>
    public string? Published { get; init; }

    /// <summary>Outlet for articles that state none.</summary>
    public string? Outlet { get; init; }

    /// <summary>Title for articles that state none.</summary>
    public string? Title { get; init; }

    /// <summary>What "-" stands for; default the standard input of the process.</summary>
    public Stream? StandardInput { get; init; }
}
