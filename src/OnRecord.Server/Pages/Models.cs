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
        ("act:deny", SearchKind.Statements, "what was denied, rejected or refused, and by whom"),
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

    /// <summary>How to ask: the grammar's own help, with the values of its closed lists.</summary>
    internal static IReadOnlyList<(string Field, string Says, string Example)> Grammar { get; } =
    [
        ("words", "all must occur", "grain harvest"),
        ("\"words in order\"", "exactly these, one after the other", "\"export ban\""),
        ("AND OR NOT ( )", "side by side all must hold; OR lets one be enough; NOT or - leaves out", "grain -(wheat OR rice)"),
        .. QueryGrammar.Fields.Select(f =>
            (f.Name + ":", f.Values is { } values ? $"{f.Meaning}: {string.Join(", ", values)}" : f.Meaning, f.Example)
        ),
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
