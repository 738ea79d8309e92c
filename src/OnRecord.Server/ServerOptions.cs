using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.Server;

/// <summary>What a <see cref="WebServer"/> serves, and where.</summary>
public sealed record ServerOptions
{
    /// <summary>The archive that the pages show. The caller opens and disposes it.</summary>
    public required IArchive Archive { get; init; }

    /// <summary>Codes what is pasted.</summary>
    public required Coder Coder { get; init; }

    /// <summary>Where to listen: <c>http://</c>, a loopback name or address, a port (0 is any free one). Default port 8080.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8080"];

    /// <summary>Writes an export to a stream, piece by piece; null: there is no export and the pages show no links to it.</summary>
    public Func<ExportRequest, Stream, CancellationToken, Task>? Export { get; init; }

    /// <summary>How long a request may take before it is given up; exports may take longer. Default 10 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Told of every fault that a reader sees only as "something went wrong here"; null: nobody is told.</summary>
    public Action<Exception>? OnFault { get; init; }
}

/// <summary>An export as asked for.</summary>
/// <param name="Kind">What is exported.</param>
/// <param name="Query">What must hold of it.</param>
/// <param name="Format">One of <see cref="Formats"/>.</param>
public sealed record ExportRequest(SearchKind Kind, Query Query, string Format)
{
    /// <summary>The formats: jsonl, csv, parquet, plover.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "jsonl", "parquet", "plover"];
}

/// <summary>The server can't do what its options ask; the message names the remedy.</summary>
public sealed class ServerException(string message, string remedy, Exception? inner = null) : Exception($"{message}; {remedy}", inner)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
