using System.Globalization;
using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>What the cells of a row are got from: an article, and the statement, event or view that the row is about.</summary>
internal sealed class ExportRow
{
    readonly EvidenceFinder _finder;
    (EventPart Event, CodeSpan Span)? _evidence;

    internal ExportRow(KeptArticle kept, string coder)
    {
        Kept = kept;
        Coder = coder;
        View = new RecordView(kept.Record);
        _finder = new EvidenceFinder(kept.Record.Article.Text);
    }

    internal KeptArticle Kept { get; }

    internal string Coder { get; }

    internal RecordView View { get; }

    internal ArticleRecord Record => Kept.Record;

    internal ArticlePart Article => Kept.Record.Article;

    /// <summary>The statement of a row of statements.</summary>
    internal StatementPart Statement { get; set; } = null!;

    /// <summary>The event of a row of events or views.</summary>
    internal EventPart Event { get; set; } = null!;

    /// <summary>The view of a row of views.</summary>
    internal ViewPart Held { get; set; } = null!;

    /// <summary>The sentence of <see cref="Event"/>, as search shows it.</summary>
    internal CodeSpan Evidence
    {
        get
        {
            if (_evidence is not { } known || !ReferenceEquals(known.Event, Event))
                _evidence = known = (
                    Event,
                    _finder.Around(Hull([Event.Anchor.Span], Event.ActorSpans, Event.RecipientSpans), Event.Anchor.Span)
                );
            return known.Span;
        }
    }

    /// <summary>Source, cue and content of <see cref="Statement"/>, from the first word to the last.</summary>
    internal CodeSpan Whole => Hull(Statement.Content.Spans, Statement.Cue?.Spans, Statement.Source?.Spans);

    static CodeSpan Hull(params ReadOnlySpan<IReadOnlyList<CodeSpan>?> parts)
    {
        var (start, end) = (int.MaxValue, 0);
        foreach (var part in parts)
        foreach (var span in part ?? [])
            (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        return start > end ? default : new(start, end);
    }

    internal string? Cut(CodeSpan? span) => span is { } s ? View.Cut(s) : null;

    internal string? Cut(IReadOnlyList<CodeSpan>? spans) => spans is { Count: > 0 } ? View.Cut(spans) : null;

    /// <summary>"12..40": no spreadsheet takes it for a date, a time or a number.</summary>
    internal static List<string> Places(IReadOnlyList<CodeSpan>? spans) =>
        [.. (spans ?? []).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}..{s.End}"))];

    internal List<string> Keys(IReadOnlyList<string>? actors) =>
        [.. Known(actors).Select(a => Kept.ActorKeys.TryGetValue(a.Id, out var key) ? key : ActorRows.KeyOf(a))];

    internal List<string> Names(IReadOnlyList<string>? actors) => [.. Known(actors).Select(a => a.Name)];

    /// <summary>Each country once, in the order of the actors.</summary>
    internal List<string> Countries(IReadOnlyList<string>? actors) =>
        [.. Known(actors).SelectMany(a => a.Country ?? []).Distinct(StringComparer.Ordinal)];

    IEnumerable<ActorPart> Known(IReadOnlyList<string>? actors) => (actors ?? []).Select(View.Actor).OfType<ActorPart>();

    /// <summary>On whose word: "outlet", or the names of those a statement is attributed to.</summary>
    internal List<string> Holders(IReadOnlyList<string>? holders)
    {
        var names = new List<string>();
        foreach (var holder in holders ?? [])
        foreach (var name in Holder(holder))
            if (!names.Contains(name, StringComparer.Ordinal))
                names.Add(name);
        return names;
    }

    /// <summary>The names behind a holder; the words of the text where no actor is settled.</summary>
    internal List<string> Holder(string holder) =>
        View.Statement(holder) is not { } statement ? [holder]
        : Names(statement.Source?.Actors) is { Count: > 0 } names ? names
        : [View.Speaker(statement).Name];
}
