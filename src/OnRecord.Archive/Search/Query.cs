namespace OnRecord.Archive.Search;

/// <summary>A question in the one grammar of command line, API and pages; <c>Parse</c> reads it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Root">What it means; null for the empty query, which finds all.</param>
public sealed partial record Query(string Text, QueryNode? Root)
{
    /// <summary>The query that finds all.</summary>
    public static Query All { get; } = new("", null);
}

/// <summary>A part of a query.</summary>
/// <param name="Start">First UTF-16 unit of it in the query's text.</param>
/// <param name="Length">How many.</param>
public abstract record QueryNode(int Start, int Length);

/// <summary>A word that must occur, or words that must occur in this order.</summary>
public sealed record WordsNode(IReadOnlyList<string> Words, int Start, int Length) : QueryNode(Start, Length);

/// <summary>A field that must have a value.</summary>
/// <param name="Field">Which.</param>
/// <param name="Value">As typed, without quotation marks; of a closed list in the list's own spelling.</param>
/// <param name="Start">First UTF-16 unit of it in the query's text.</param>
/// <param name="Length">How many.</param>
public sealed record FieldNode(QueryField Field, string Value, int Start, int Length) : QueryNode(Start, Length);

/// <summary>All must hold.</summary>
public sealed record AndNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);

/// <summary>One must hold.</summary>
public sealed record OrNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);

/// <summary>It must not hold.</summary>
public sealed record NotNode(QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>The fields of the grammar.</summary>
public enum QueryField
{
    /// <summary>Who said it: words of the name, a country's three letters, or the class of an unnamed source.</summary>
    Speaker,

    /// <summary>Whom the statement names.</summary>
    About,

    /// <summary>The act of saying: say, deny, warn, ...</summary>
    Act,

    /// <summary>Who does it.</summary>
    Does,

    /// <summary>To whom it is done.</summary>
    To,

    /// <summary>Where the event takes place.</summary>
    In,

    /// <summary>Published on or after: 2022, 2022-02 or 2022-02-10.</summary>
    Since,

    /// <summary>Published on or before; a year or month counts whole.</summary>
    Until,

    /// <summary>Who published it: words of the name, or the domain.</summary>
    Outlet,

    /// <summary>PLOVER type of the event.</summary>
    Type,

    /// <summary>happened, planned, threatened, ...</summary>
    Factuality,

    /// <summary>On whose word the event stands: "outlet", or words of a name.</summary>
    AssertedBy,

    /// <summary>Who denies the event.</summary>
    DeniedBy,

    /// <summary>headline, lede, body.</summary>
    Section,
}

/// <summary>A query that can't be read: what is wrong, where, and what to write instead.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="start">First UTF-16 unit of the wrong part in the query's text.</param>
/// <param name="length">How many.</param>
/// <param name="remedy">What to write instead.</param>
public sealed class QueryException(string message, int start, int length, string remedy) : Exception($"{message}; {remedy}")
{
    /// <summary>What is wrong.</summary>
    public string Problem { get; } = message;

    /// <summary>First UTF-16 unit of the wrong part.</summary>
    public int Start { get; } = start;

    /// <summary>How many.</summary>
    public int Length { get; } = length;

    /// <summary>What to write instead.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>The query's text, where the fault is in it.</summary>
    public string? Query { get; init; }
}
