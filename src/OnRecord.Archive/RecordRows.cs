using System.Globalization;
using OnRecord.Record;

namespace OnRecord.Archive;

/// <summary>What a store indexes of a record, cut out of it once: names of lists as the record spells them, words as they stand.</summary>
internal sealed class RecordRows
{
    internal required int Day { get; init; }
    internal required IReadOnlyList<ActorRow> Actors { get; init; }
    internal required IReadOnlyList<StatementRow> Statements { get; init; }
    internal required IReadOnlyList<EventRow> Events { get; init; }

    internal static RecordRows Of(ArticleRecord record)
    {
        var view = new RecordView(record);
        var evidence = new EvidenceFinder(record.Article.Text);
        var actors = new ActorRows(record);
        var statements = new Dictionary<string, StatementRow>(StringComparer.Ordinal);
        var statementRows = new List<StatementRow>(record.Statements.Count);
        foreach (var s in record.Statements)
        {
            var row = StatementRow.Of(s, view, actors);
            statements[s.Id] = row;
            statementRows.Add(row);
        }
        var eventRows = new List<EventRow>(record.Events.Count);
        foreach (var e in record.Events)
            eventRows.Add(EventRow.Of(e, view, actors, statements, evidence));
        return new()
        {
            Day = DayOf(record.Article.Published),
            Actors = actors.Kept(),
            Statements = statementRows,
            Events = eventRows,
        };
    }

    /// <summary>Days since 0001-01-01 plus one of an ISO 8601 date or time, as its own clock has it; 0 when it is unknown.</summary>
    internal static int DayOf(string? published) =>
        published is { Length: >= 10 }
        && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber + 1
            : 0;

    /// <summary>3 of "s3".</summary>
    internal static int NumberOf(string id) =>
        int.TryParse(id.AsSpan(Math.Min(1, id.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : throw new InvalidDataException($"'{id}' is no id of a part of a record");
}

/// <summary>An actor of one record by its key in the archive.</summary>
internal sealed record ActorRow(
    string Id,
    string Key,
    string Name,
    string Kind,
    string Country,
    string Sector,
    string? Office,
    string? From
);

/// <summary>A statement's row.</summary>
internal sealed record StatementRow
{
    internal required int Number { get; init; }
    internal required string Key { get; init; }
    internal required string Kind { get; init; }
    internal required string Mode { get; init; }
    internal required string Act { get; init; }
    internal required string Section { get; init; }
    internal required bool Negated { get; init; }
    internal required string Unnamed { get; init; }
    internal required IReadOnlyList<CodeSpan> SourceSpans { get; init; }
    internal required IReadOnlyList<CodeSpan> CueSpans { get; init; }
    internal required IReadOnlyList<CodeSpan> ContentSpans { get; init; }
    internal required string? Source { get; init; }
    internal required string? Cue { get; init; }
    internal required string Content { get; init; }

    /// <summary>Ids of the record's actors.</summary>
    internal required IReadOnlyList<string> Speakers { get; init; }
    internal required IReadOnlyList<string> About { get; init; }
    internal required IReadOnlyList<string> Addressees { get; init; }

    /// <summary>Numbers of the statements it answers.</summary>
    internal required IReadOnlyList<int> Answers { get; init; }

    internal static StatementRow Of(StatementPart s, RecordView view, ActorRows actors) =>
        new()
        {
            Number = RecordRows.NumberOf(s.Id),
            Key = s.Key,
            Kind = s.Kind,
            Mode = s.Mode,
            Act = s.Cue?.Act ?? "",
            Section = s.Section,
            Negated = s.Negated,
            Unnamed = s.Unnamed?.Class ?? "",
            SourceSpans = s.Source?.Spans ?? [],
            CueSpans = s.Cue?.Spans ?? [],
            ContentSpans = s.Content.Spans,
            Source = s.Source?.Spans is { Count: > 0 } source ? view.Cut(source) : null,
            Cue = s.Cue is { } cue ? view.Cut(cue.Spans) : null,
            Content = view.Cut(s.Content.Spans),
            Speakers = actors.Use(s.Source?.Actors),
            About = actors.Use(s.About),
            Addressees = actors.Use(s.Addressee?.Actors),
            Answers = [.. (s.Answers ?? []).Select(RecordRows.NumberOf)],
        };
}

/// <summary>An event's row.</summary>
internal sealed record EventRow
{
    internal required int Number { get; init; }
    internal required string Key { get; init; }
    internal required string Type { get; init; }
    internal required string? Mode { get; init; }
    internal required string Base { get; init; }
    internal required string Factuality { get; init; }
    internal required string Section { get; init; }
    internal required CodeSpan AnchorSpan { get; init; }
    internal required CodeSpan EvidenceSpan { get; init; }
    internal required string? Date { get; init; }
    internal required (string Name, string Country)? Place { get; init; }
    internal required string Evidence { get; init; }

    /// <summary>Ids of the record's actors; "" is the outlet.</summary>
    internal required IReadOnlyList<string> Actors { get; init; }
    internal required IReadOnlyList<string> Recipients { get; init; }
    internal required IReadOnlyList<string> AssertedBy { get; init; }
    internal required IReadOnlyList<string> DeniedBy { get; init; }
    internal required IReadOnlyList<ViewRow> Views { get; init; }

    internal static EventRow Of(
        EventPart e,
        RecordView view,
        ActorRows actors,
        Dictionary<string, StatementRow> statements,
        EvidenceFinder evidence
    )
    {
        var (start, end) = (e.Anchor.Span.Start, e.Anchor.Span.End);
        foreach (var span in (e.ActorSpans ?? []).Concat(e.RecipientSpans ?? []))
            (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        var shown = evidence.Around(new(start, end), e.Anchor.Span);
        return new()
        {
            Number = RecordRows.NumberOf(e.Id),
            Key = e.Key,
            Type = e.Type,
            Mode = e.Mode,
            Base = e.Base,
            Factuality = e.Factuality,
            Section = e.Section,
            AnchorSpan = e.Anchor.Span,
            EvidenceSpan = shown,
            Date = view.Time(e.Time?.Ref)?.Value,
            Place = view.Place(e.Place) is { } place ? (place.Name, place.Country ?? "") : null,
            Evidence = view.Cut(shown),
            Actors = actors.Use(e.Actor),
            Recipients = actors.Use(e.Recipient),
            AssertedBy = Holders(e.AssertedBy, statements),
            DeniedBy = Holders(e.DeniedBy, statements),
            Views =
            [
                .. e.Views.Select(v => new ViewRow(
                    statements.TryGetValue(v.Holder, out var s) ? s.Number : 0,
                    v.Stance,
                    v.Polarity,
                    v.Certainty
                )),
            ],
        };
    }

    static List<string> Holders(IReadOnlyList<string>? holders, Dictionary<string, StatementRow> statements)
    {
        var result = new List<string>();
        foreach (var holder in holders ?? [])
        foreach (var actor in statements.TryGetValue(holder, out var s) ? s.Speakers : [""])
            if (!result.Contains(actor, StringComparer.Ordinal))
                result.Add(actor);
        return result;
    }
}

/// <summary>A view's row. <paramref name="Statement"/> is the number of the holder, 0 for the outlet.</summary>
internal sealed record ViewRow(int Statement, string Stance, string Polarity, string Certainty);
