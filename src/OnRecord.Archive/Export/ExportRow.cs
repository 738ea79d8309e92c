using System.Globalization;
using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>What a row is read from: an article, and of it a statement, or an event, or an event's view.</summary>
internal sealed record ExportRow(KeptArticle Kept, RecordView View)
{
    StatementPart? _statement;
    EventPart? _event;
    ViewPart? _taken;

    internal StatementPart Statement
    {
        get => _statement!;
        init => _statement = value;
    }

    internal EventPart Event
    {
        get => _event!;
        init => _event = value;
    }

    /// <summary>How the event is taken by one holder.</summary>
    internal ViewPart Taken
    {
        get => _taken!;
        init => _taken = value;
    }

    /// <summary>Which of its event's views it is, from 1.</summary>
    internal int Number { get; init; }

    internal ArticleRecord Record => Kept.Record;

    internal ArticlePart Article => Kept.Record.Article;

    internal string? Outlet => Article.Outlet?.Name ?? Article.Outlet?.Domain;

    /// <summary>Archive keys of actors; one that the archive does not join over articles keeps its article's name for it.</summary>
    internal IReadOnlyList<string> Keys(IReadOnlyList<string>? ids) =>
        [.. (ids ?? []).Select(id => Kept.ActorKeys.TryGetValue(id, out var key) ? key : $"{Record.Id}#{id}")];

    internal IReadOnlyList<string> Names(IReadOnlyList<string>? ids) => [.. (ids ?? []).Select(id => View.Actor(id)?.Name ?? id)];

    internal IReadOnlyList<string> Countries(IReadOnlyList<string>? ids, string? other = null) =>
        [
            .. (ids ?? [])
                .SelectMany(id => View.Actor(id)?.Country ?? [])
                .Concat(other is null ? [] : [other])
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Holders of views in words.</summary>
    internal IReadOnlyList<string> Holders(IReadOnlyList<string>? holders) => [.. (holders ?? []).Select(Holder)];

    internal string Holder(string holder) =>
        holder == "outlet" ? "the outlet"
        : View.Statement(holder) is { } s ? View.Speaker(s).Name
        : holder;

    internal string? Cut(IReadOnlyList<CodeSpan>? spans) => spans is { Count: > 0 } ? View.Cut(spans) : null;

    internal string? Cut(CodeSpan? span) => span is { } s ? View.Cut(s) : null;

    internal static IReadOnlyList<string> Spans(IReadOnlyList<CodeSpan>? spans) =>
        [.. (spans ?? []).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}"))];

    /// <summary>One past the last code point of a statement, its source and cue included.</summary>
    internal static int End(StatementPart s)
    {
        var end = 0;
        foreach (var span in s.Content.Spans.Concat(s.Cue?.Spans ?? []).Concat(s.Source?.Spans ?? []))
            end = Math.Max(end, span.End);
        return end;
    }

    /// <summary>Where the words of <see cref="RecordView.Evidence"/> stand.</summary>
    internal CodeSpan EvidenceSpan()
    {
        var anchor = Event.Anchor.Span;
        var (start, end) = (anchor.Start, anchor.End);
        foreach (var span in (Event.ActorSpans ?? []).Concat(Event.RecipientSpans ?? []))
            (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        var hull = new CodeSpan(start, end);
        return View.Evidence(Event) == View.Cut(hull) ? hull : anchor;
    }
}

/// <summary>What of a found article is exported: what was found, and of the other kind what is tied to it, so that joins over the tables
/// find their other half. With no ids it is the whole article.</summary>
internal sealed class ExportSelection
{
    readonly HashSet<string>? _statements;
    readonly HashSet<string>? _events;

    internal ExportSelection(FoundArticle found)
    {
        Kept = found.Article;
        View = new RecordView(Kept.Record);
        if (found.Ids is null)
            return;
        var ids = found.Ids.ToHashSet(StringComparer.Ordinal);
        _statements = Kept.Record.Statements.Select(s => s.Id).Where(ids.Contains).ToHashSet(StringComparer.Ordinal);
        _events = Kept
            .Record.Events.Where(e => ids.Contains(e.Id) || Tied(e).Any(_statements.Contains))
            .Select(e => e.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var e in Kept.Record.Events.Where(e => ids.Contains(e.Id)))
            _statements.UnionWith(Tied(e));
    }

    internal KeptArticle Kept { get; }

    internal RecordView View { get; }

    internal IEnumerable<StatementPart> Statements => Kept.Record.Statements.Where(s => _statements?.Contains(s.Id) ?? true);

    internal IEnumerable<EventPart> Events => Kept.Record.Events.Where(e => _events?.Contains(e.Id) ?? true);

    internal IEnumerable<ExportRow> Rows(ExportTable table)
    {
        var row = new ExportRow(Kept, View);
        return table switch
        {
            ExportTable.Articles => [row],
            ExportTable.Statements => Statements.Select(s => row with { Statement = s }),
            ExportTable.Events => Events.Select(e => row with { Event = e }),
            ExportTable.Views => Events.SelectMany(e => e.Views.Select((v, i) => row with { Event = e, Taken = v, Number = i + 1 })),
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };
    }

    /// <summary>Statements an event hangs on: the one that is the act, and those of its holders.</summary>
    static IEnumerable<string> Tied(EventPart e) => e.Views.Select(v => v.Holder).Append(e.Statement).OfType<string>();
}
