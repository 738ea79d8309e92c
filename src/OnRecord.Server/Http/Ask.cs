using System.Globalization;
using OnRecord.Archive.Search;
using OnRecord.Record;

namespace OnRecord.Server.Http;

/// <summary>Reads what an address asks for; what can't be read ends the request with a word on what to write instead.</summary>
internal static class Ask
{
    /// <summary>The longest query, in UTF-16 units.</summary>
    internal const int LongestQuery = 4000;

    /// <summary>A question in the one grammar.</summary>
    internal static Query Query(string? text)
    {
        text ??= "";
        if (text.Length > LongestQuery)
            throw new ProblemException(
                400,
                $"The query has {text.Length.ToString(CultureInfo.InvariantCulture)} characters, more than {LongestQuery}",
                "Ask in several shorter queries."
            );
        return OnRecord.Archive.Search.Query.Parse(text);
    }

    internal static SearchKind Kind(string? name, SearchKind otherwise = SearchKind.Statements) =>
        name switch
        {
            null or "" => otherwise,
            "statements" => SearchKind.Statements,
            "events" => SearchKind.Events,
            "articles" => SearchKind.Articles,
            "actors" => SearchKind.Actors,
            _ => throw new ProblemException(400, "There is no such kind of hit", "Use statements, events, articles or actors."),
        };

    /// <summary>A cursor as it may look; whether it is one, the archive says.</summary>
    internal static string? Cursor(string? text) =>
        text switch
        {
            null or "" => null,
            { Length: > 500 } => throw new ProblemException(
                400,
                "The cursor is not one of this archive's",
                "Begin again from the first page."
            ),
            _ => text,
        };

    internal static int Limit(string? text, int otherwise = 20) =>
        text is null or "" ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= SearchRequest.MostHits ? n
        : throw new ProblemException(400, "The limit is no number from 1 to 200", "Ask for at most 200 hits and follow the cursor.");

    /// <summary>A whole number above zero; null where none is given.</summary>
    internal static long? Number(string? text, string name) =>
        text is null or "" ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 ? n
        : throw new ProblemException(400, $"“{name}” is no number from 1", $"Leave {name} out, or take it from a link of this server.");

    internal static int? Version(string? text) =>
        Number(text, "version") is { } n
            ? n <= int.MaxValue
                ? (int)n
                : throw new ProblemException(404, "There is no such version", "Leave version out for the newest.")
            : null;

    /// <summary>"120-180".</summary>
    internal static CodeSpan? Span(string? text)
    {
        if (text is null or "")
            return null;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (
            dash > 0
            && int.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start < end
        )
            return new CodeSpan(start, end);
        throw new ProblemException(400, "The span is not two code points such as 120-180", "Take the link from the reader's page.");
    }

    /// <summary>An id or key that must be there.</summary>
    internal static string Required(string? text, string name) =>
        string.IsNullOrEmpty(text) ? throw new ProblemException(400, $"“{name}” is missing", $"Add ?{name}=… to the address.") : text;
}
