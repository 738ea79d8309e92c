using System.Security.Cryptography;
using System.Text;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive;

/// <summary>Whether a record fits its text: every span lies in it, and where the record repeats words they stand at their span.</summary>
internal sealed class RecordCheck
{
    readonly string _text;
    readonly CodePoints _points;
    readonly int _length;
    readonly List<string> _faults = [];

    RecordCheck(string text)
    {
        _text = text;
        _points = new(text);
        _length = _points.Length;
    }

    /// <summary>What does not fit, in words; empty when all does.</summary>
    internal static List<string> Of(ArticleRecord record)
    {
        var check = new RecordCheck(record.Article.Text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.Article.Text)));
        if (hash != record.Article.TextHash)
            check._faults.Add("the text is not the one whose hash the record gives");
        if (record.Article.Headline is { } headline)
            check.Span(headline, "headline");
        foreach (var part in record.Article.NotBody ?? [])
            check.Span(part.Span, "notBody");
        foreach (var part in record.NotCoded ?? [])
            check.Span(part.Span, "notCoded");
        foreach (var actor in record.Actors)
        foreach (var mention in actor.Mentions)
            check.Words(mention.Span, mention.Text, actor.Id);
        foreach (var time in record.Times)
            check.Words(time.Span, time.Text, time.Id);
        foreach (var place in record.Places)
            check.Words(place.Span, place.Text, place.Id);
        foreach (var mark in record.Wording)
            check.Words(mark.Span, mark.Text, "wording");
        foreach (var s in record.Statements)
            check.Statement(s);
        foreach (var e in record.Events)
            check.Event(e);
        check.References(record);
        return check._faults;
    }

    void Statement(StatementPart s)
    {
        foreach (var span in s.Content.Spans.Concat(s.Source?.Spans ?? []).Concat(s.Cue?.Spans ?? []))
            Span(span, s.Id);
        Span(s.Addressee?.Span, s.Id);
        Span(s.Venue?.Span, s.Id);
    }

    void Event(EventPart e)
    {
        foreach (var span in (e.ActorSpans ?? []).Concat(e.RecipientSpans ?? []).Append(e.Anchor.Span))
            Span(span, e.Id);
        foreach (var size in new[] { e.Size, e.Dead, e.Injured })
            Span(size?.Span, e.Id);
        foreach (var view in e.Views)
        {
            Span(view.Span, e.Id);
            Span(view.Condition?.Span, e.Id);
        }
    }

    /// <summary>Ids that a record refers to stand in it.</summary>
    void References(ArticleRecord record)
    {
        var known = record
            .Actors.Select(a => a.Id)
            .Concat(record.Times.Select(t => t.Id))
            .Concat(record.Places.Select(p => p.Id))
            .Concat(record.Statements.Select(s => s.Id))
            .Append("outlet")
            .ToHashSet(StringComparer.Ordinal);
        foreach (var s in record.Statements)
            Known(s.Id, known, [.. s.Source?.Actors ?? [], .. s.About ?? [], .. s.Answers ?? [], s.NestedIn, s.Time]);
        foreach (var e in record.Events)
            Known(
                e.Id,
                known,
                [.. e.Actor ?? [], .. e.Recipient ?? [], .. e.Views.Select(v => v.Holder), e.Place, e.Time?.Ref, e.Statement]
            );
    }

    void Known(string where, HashSet<string> known, IEnumerable<string?> ids)
    {
        foreach (var id in ids)
            if (id is not null && !known.Contains(id))
                _faults.Add($"{where} refers to {id}, which the record does not hold");
    }

    bool Span(CodeSpan? span, string where)
    {
        if (span is not { } s || (s.Start >= 0 && s.Start <= s.End && s.End <= _length))
            return true;
        _faults.Add($"{where} has the span [{s.Start}, {s.End}], which is not in the text");
        return false;
    }

    void Words(CodeSpan span, string words, string where)
    {
        if (Span(span, where) && !_text.AsSpan()[_points.ToUtf16(span.Start).._points.ToUtf16(span.End)].SequenceEqual(words))
            _faults.Add($"{where} gives other words than stand at [{span.Start}, {span.End}]");
    }
}
