using System.Globalization;
using System.Text;
using OnRecord.Record;

namespace OnRecord.Cli.Tests;

/// <summary>A record beside its article: the paragraphs on the left, on the right what was found in each. Made to be read in a diff.</summary>
internal static class GoldenPage
{
    const int Column = 78;

    internal static string Render(ArticleRecord record)
    {
        var view = new RecordView(record);
        var page = new StringBuilder();
        var a = record.Article;
        page.Append(CultureInfo.InvariantCulture, $"{a.Outlet?.Name} · {a.Published} · {record.Coder.Codebook}\n");
        foreach (var (start, end) in Paragraphs(view))
        {
            page.Append('─', Column).Append('┬').Append('─', Column + 1).Append('\n');
            var left = Wrap(view.Cut(new CodeSpan(start, end)), "");
            var right = Found(view, start, end).ToList();
            for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
            {
                var l = i < left.Count ? left[i] : "";
                var r = i < right.Count ? " " + right[i] : "";
                page.Append(l).Append(' ', Column - Terminal.Columns(l)).Append('│').Append(r).Append('\n');
            }
        }
        page.Append('─', Column).Append('┴').Append('─', Column + 1).Append('\n');
        foreach (var line in Lists(view))
            page.Append(line).Append('\n');
        return page.ToString();
    }

    /// <summary>Lines of the text that hold something, as code points.</summary>
    static IEnumerable<(int Start, int End)> Paragraphs(RecordView view)
    {
        var text = view.Record.Article.Text;
        var points = new OnRecord.Text.CodePoints(text);
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
                yield return (points.FromUtf16(start), points.FromUtf16(end));
            start = end + 1;
        }
    }

    static IEnumerable<string> Found(RecordView view, int start, int end)
    {
        foreach (var n in view.Record.Article.NotBody ?? [])
            if (n.Span.Start >= start && n.Span.Start < end)
                yield return "not body: " + n.Kind;
        foreach (var (at, s, e) in view.InOrder())
            if (at >= start && at < end)
                foreach (var line in s is not null ? Statement(view, s) : Event(view, e!))
                    yield return line;
    }

    static IEnumerable<string> Statement(RecordView view, StatementPart s)
    {
        var (name, role) = view.Speaker(s);
        var cue = s.Cue is { } c ? $"{c.Act} “{view.Cut(c.Spans)}”" : "goes on";
        string?[] facts =
        [
            s.Kind,
            s.Mode == "speech" ? null : s.Mode,
            s.Cue is { Commitment: not "neutral" } ? s.Cue.Commitment : null,
            s.Negated ? "negated" : null,
            s.NestedIn is null ? null : "in " + s.NestedIn,
            s.Answers is null ? null : "answers " + string.Join(",", s.Answers),
            view.Time(s.Time)?.Value,
        ];
        var head = $"{s.Id} {name}{(role is null ? "" : $" ({role})")}: {cue} [{string.Join(", ", facts.OfType<string>())}]";
        return Wrap(head, "   ").Concat(Wrap("   " + view.Cut(s.Content.Spans), "   "));
    }

    static IEnumerable<string> Event(RecordView view, EventPart e)
    {
        var act = e.Base == e.Type ? "" : $" < {e.Base}{(e.BaseMode is null ? "" : " " + e.BaseMode)}";
        var head = $"{e.Id} {RecordView.TypeOf(e)}{act}: {view.Parties(e)} “{view.Cut(e.Anchor.Span)}”";
        var views = e.Views.Select(v =>
            $"{v.Holder} {v.Stance}{(v.Polarity == "-" ? " -" : "")}{(v.Certainty == "certain" ? "" : " " + v.Certainty)}"
        );
        string?[] facts =
        [
            e.Factuality,
            string.Join("; ", views),
            view.Place(e.Place) is { } p ? "in " + p.Name : null,
            e.Time is { } t ? $"{view.Time(t.Ref)?.Value} ({t.Basis})" : null,
            e.Size is { } size ? "size " + view.Cut(size.Span) : null,
            e.Dead is { } dead ? "dead " + view.Cut(dead.Span) : null,
            e.Injured is { } injured ? "injured " + view.Cut(injured.Span) : null,
            e.Statement is null ? null : "is " + e.Statement,
            e.Incident,
        ];
        return Wrap(head, "   ").Concat(Wrap("   " + string.Join(" · ", facts.OfType<string>()), "   "));
    }

    static IEnumerable<string> Lists(RecordView view)
    {
        foreach (var a in view.Record.Actors)
            yield return string.Join(
                    " ",
                    new[]
                    {
                        a.Id.PadRight(4),
                        a.Name,
                        $"({a.Kind})",
                        string.Join("/", a.Country ?? []),
                        string.Join("/", a.Sector ?? []),
                        a.Role is null ? "" : $"“{a.Role.Title}” ({a.Role.From})",
                        string.Join("; ", a.Mentions.Select(m => m.Text).Distinct()),
                    }.Where(x => x.Length > 0)
                )
                .ReplaceLineEndings(" ");
        foreach (var p in view.Record.Places)
            yield return $"{p.Id, -4} {p.Name} {p.Country} {p.Precision}";
        foreach (var t in view.Record.Times)
            yield return $"{t.Id, -4} “{t.Text}” {t.Type} {t.Value}";
        foreach (var w in view.Record.Wording)
            yield return $"{w.Kind}: “{w.Text}” by {w.By}";
        foreach (var n in view.Record.NotCoded ?? [])
            yield return $"not coded: {n.Stage}: {n.Reason}";
    }

    /// <summary>Breaks at spaces; the lines after the first are indented.</summary>
    static List<string> Wrap(string text, string indent)
    {
        var lines = new List<string>();
        var rest = text.Length - text.TrimStart().Length;
        var line = text[..rest];
        foreach (var word in Terminal.Printable(text[rest..]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Trim().Length > 0 && Terminal.Columns(line) + 1 + Terminal.Columns(word) > Column)
            {
                lines.Add(line);
                line = indent;
            }
            line += (line.Trim().Length > 0 ? " " : "") + word;
        }
        lines.Add(line);
        return lines;
    }
}
