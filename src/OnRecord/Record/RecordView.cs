using OnRecord.Text;

namespace OnRecord.Record;

/// <summary>A record as people ask of it: who is "a3", which words stand at a span, what comes where in the text. The words are neutral:
/// what is on record is who puts it how, never what is true.</summary>
internal sealed class RecordView
{
    readonly CodePoints _points;
    readonly Dictionary<string, ActorPart> _actors = new(StringComparer.Ordinal);
    readonly Dictionary<string, StatementPart> _statements = new(StringComparer.Ordinal);
    readonly Dictionary<string, PlacePart> _places = new(StringComparer.Ordinal);
    readonly Dictionary<string, TimePart> _times = new(StringComparer.Ordinal);

    internal RecordView(ArticleRecord record)
    {
        Record = record;
        _points = new CodePoints(record.Article.Text);
        foreach (var a in record.Actors)
            _actors[a.Id] = a;
        foreach (var s in record.Statements)
            _statements[s.Id] = s;
        foreach (var p in record.Places)
            _places[p.Id] = p;
        foreach (var t in record.Times)
            _times[t.Id] = t;
    }

    internal ArticleRecord Record { get; }

    /// <summary>The words at a span.</summary>
    internal string Cut(CodeSpan span)
    {
        var text = Record.Article.Text;
        if (span.End > _points.Length)
            throw new InvalidDataException($"the record has a span [{span.Start}, {span.End}] outside its text");
        var (start, end) = (_points.ToUtf16(span.Start), _points.ToUtf16(span.End));
        return text[start..end];
    }

    /// <summary>The words at several spans, gaps shown.</summary>
    internal string Cut(IEnumerable<CodeSpan> spans) => string.Join(" … ", spans.Select(Cut));

    /// <summary>Statements and events in the order of the text.</summary>
    internal IEnumerable<(int At, StatementPart? Statement, EventPart? Event)> InOrder() =>
        Record
            .Statements.Select(s => (At: Start(s), Statement: (StatementPart?)s, Event: (EventPart?)null))
            .Concat(Record.Events.Select(e => (At: e.Anchor.Span.Start, Statement: (StatementPart?)null, Event: (EventPart?)e)))
            .OrderBy(x => x.At)
            .ThenBy(x => x.Event is null ? 0 : 1); // stable, so equal ones keep the record's order

    internal static int Start(StatementPart s)
    {
        var start = s.Content.Spans.Count > 0 ? s.Content.Spans[0].Start : int.MaxValue;
        foreach (var span in (s.Cue?.Spans ?? []).Concat(s.Source?.Spans ?? []))
            start = Math.Min(start, span.Start);
        return start;
    }

    /// <summary>Names of actors, "A, B and C".</summary>
    internal string Names(IReadOnlyList<string>? ids) => List([.. (ids ?? []).Select(Name)]);

    internal ActorPart? Actor(string id) => _actors.GetValueOrDefault(id);

    internal StatementPart? Statement(string id) => _statements.GetValueOrDefault(id);

    internal PlacePart? Place(string? id) => id is null ? null : _places.GetValueOrDefault(id);

    internal TimePart? Time(string? id) => id is null ? null : _times.GetValueOrDefault(id);

    string Name(string id) => _actors.TryGetValue(id, out var actor) ? actor.Name : id;

    internal static string List(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
        };

    /// <summary>Who a statement is attributed to, and the office the record gives: ("Ben Wallace", "Defence Secretary").</summary>
    internal (string Name, string? Role) Speaker(StatementPart s)
    {
        if (s.Source?.Actors is { Count: > 0 } actors)
        {
            var role = actors.Count == 1 ? Actor(actors[0])?.Role?.Title : null;
            var name = Names(actors);
            return (name, role is null || name.Contains(role, StringComparison.OrdinalIgnoreCase) ? null : role);
        }
        if (s.Source?.Spans is { Count: > 0 } spans)
            return (Cut(spans), s.Unnamed is { } u ? "unnamed: " + u.Class : null);
        return s.Unnamed is { } unnamed ? ("an unnamed source", unnamed.Class) : ("a speaker the text does not name", null);
    }

    /// <summary>On whose word: the outlet, or a speaker with the statement's id.</summary>
    internal string Holder(string holder)
    {
        if (holder == "outlet")
            return "the outlet";
        return _statements.TryGetValue(holder, out var s) ? $"{Speaker(s).Name} ({holder})" : holder;
    }

    /// <summary>"CONSULT visit".</summary>
    internal static string TypeOf(EventPart e) => e.Mode is null ? e.Type : $"{e.Type} {e.Mode}";

    /// <summary>"United Kingdom → Russia".</summary>
    internal string Parties(EventPart e)
    {
        var actor = Names(e.Actor);
        var recipient = Names(e.Recipient);
        return (actor.Length > 0, recipient.Length > 0) switch
        {
            (true, true) => $"{actor} → {recipient}",
            (true, false) => actor,
            (false, true) => $"(not said who) → {recipient}",
            _ => "(not said who)",
        };
    }

    /// <summary>The words that show the event: from its first party to its last, or the act alone where these lie far apart.</summary>
    internal string Evidence(EventPart e)
    {
        var (start, end) = (e.Anchor.Span.Start, e.Anchor.Span.End);
        foreach (var span in (e.ActorSpans ?? []).Concat(e.RecipientSpans ?? []))
            (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        var hull = new CodeSpan(start, end);
        return end - start <= 200 && !Cut(hull).Contains('\n', StringComparison.Ordinal) ? Cut(hull) : Cut(e.Anchor.Span);
    }

    /// <summary>How factuality is worded: as what the text puts, not as what is.</summary>
    internal static string PutAs(string factuality) =>
        factuality switch
        {
            "past-history" => "past history",
            "not-happened" => "not happened",
            _ => factuality,
        };
}
