using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Server.Html;
using OnRecord.Server.Http;
using OnRecord.Server.Reader;

namespace OnRecord.Server.Pages;

/// <summary>The first page.</summary>
internal sealed record HomeModel(ArchiveTotals Totals, IReadOnlyList<ArticleHit> Newest)
{
    internal (long Number, string Label, string Link)[] Numbers =>
        [
            (Totals.Articles, "articles", Links.Search("", SearchKind.Articles)),
            (Totals.Statements, "statements", Links.Search("", SearchKind.Statements)),
            (Totals.Events, "events", Links.Search("", SearchKind.Events)),
            (Totals.Actors, "actors", Links.Search("", SearchKind.Actors)),
        ];

    internal static readonly (string Query, SearchKind Kind, string Says)[] Examples =
    [
        ("act:deny", SearchKind.Statements, "what was denied, and by whom"),
        ("speaker:officials", SearchKind.Statements, "what unnamed officials said"),
        ("factuality:threatened", SearchKind.Events, "what was put as a threat"),
        ("type:CONSULT factuality:planned", SearchKind.Events, "meetings that are planned"),
    ];
}

/// <summary>A page of hits, or what is wrong with the query.</summary>
internal sealed record SearchModel(string Query, SearchKind Kind, bool First)
{
    internal SearchPage? Page { get; init; }

    internal Problem? Problem { get; init; }

    internal bool CanExport { get; init; }

    internal double Seconds { get; init; }

    internal static readonly (string Field, string Says, string Example)[] Grammar =
    [
        ("words", "all must occur; in quotation marks in this order", "grain \"export ban\""),
        ("AND OR NOT ( )", "joined; NOT or - leaves out", "grain AND NOT (wheat OR rice)"),
        ("speaker:", "who said it, a country’s three letters, or a class of unnamed sources", "speaker:\"ben wallace\""),
        ("about:", "whom the statement names", "about:NATO"),
        ("act:", "say, claim, deny, accuse, warn, demand, promise, admit, reveal, doubt, support", "act:deny"),
        ("does: to:", "who acts, on whom", "does:russia to:ukraine"),
        ("type:", "type of the act", "type:THREATEN"),
        (
            "factuality:",
            "happened, ongoing, planned, promised, threatened, demanded, conditional, possible, denied, not-happened, past-history",
            "factuality:denied"
        ),
        ("asserted-by: denied-by:", "on whose word: outlet, or a name", "denied-by:kremlin"),
        ("in:", "where the event takes place", "in:kyiv"),
        ("since: until:", "published from, to: a year, month or day", "since:2022-02 until:2022-03"),
        ("outlet: section:", "who published it; headline, lede or body", "outlet:courier section:headline"),
    ];

    /// <summary>The query with one more term.</summary>
    internal string With(string term) => Query.Length == 0 ? term : $"{Query} {term}";
}

/// <summary>An article, kept or pasted.</summary>
internal sealed record ArticleModel(ReaderPage Reader)
{
    internal string Address => Reader.Reading.Kept is { } kept ? Links.Article(Reader.Reading.Record.Id, kept.Version, kept.Run) : "/paste";
}

/// <summary>The form to paste a text.</summary>
internal sealed record PasteModel(Problem? Problem = null);

/// <summary>One run, with a part of what it refused.</summary>
internal sealed record RunModel(RunSummary Run, IReadOnlyList<RefusedInput> Refused, int Skip, IReadOnlyList<RunSummary> Others)
{
    internal const int Most = 100;
}

/// <summary>All runs.</summary>
internal sealed record RunsModel(IReadOnlyList<RunSummary> Runs);

/// <summary>What differs between two runs, as much of it as a page holds.</summary>
internal sealed record DiffModel(RunSummary Before, RunSummary After, IReadOnlyList<RecordChange> Changes, bool More)
{
    internal const int Most = 500;
}
