using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Server.Reader;

/// <summary>A stretch of the text that something stands on.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Style">Its lane and part as a short class name of the style sheet (<see cref="Styles"/>).</param>
/// <param name="Record">Id of the statement, event or wording it belongs to; "span" for the words that the address asks for.</param>
internal readonly record struct Mark(int Start, int End, string Style, string Record);

/// <summary>The class names of marks: one letter each, as a page holds thousands.</summary>
internal static class Styles
{
    internal const string Source = "s";
    internal const string Cue = "c";
    internal const string Content = "t"; // nested content: t2, t3
    internal const string Anchor = "a";
    internal const string Actor = "x";
    internal const string Recipient = "r";
    internal const string Wording = "w";
    internal const string NotBody = "z";
    internal const string Asked = "h"; // the span in the address
}

/// <summary>All marks of a record.</summary>
internal static class Marks
{
    const int DeepestLane = 3;

    internal static List<Mark> Of(ArticleRecord record, CodeSpan? asked, CodePoints points)
    {
        var marks = new List<Mark>();
        foreach (var part in record.Article.NotBody ?? [])
            Add(part.Span, Styles.NotBody, "");
        if (asked is { } span)
            Add(span, Styles.Asked, "span");
        var depths = Depths(record);
        foreach (var s in record.Statements)
        {
            var depth = depths[s.Id];
            All(
                s.Content.Spans,
                depth == 1 ? Styles.Content
                    : depth == 2 ? "t2"
                    : "t3",
                s.Id
            );
            All(s.Source?.Spans, Styles.Source, s.Id);
            All(s.Cue?.Spans, Styles.Cue, s.Id);
        }
        foreach (var e in record.Events)
        {
            All(e.ActorSpans, Styles.Actor, e.Id);
            All(e.RecipientSpans, Styles.Recipient, e.Id);
            Add(e.Anchor.Span, Styles.Anchor, e.Id);
        }
        for (var i = 0; i < record.Wording.Count; i++)
            Add(record.Wording[i].Span, Styles.Wording, WordingId(i));
        return marks;

        void All(IReadOnlyList<CodeSpan>? spans, string style, string id)
        {
            foreach (var one in spans ?? [])
                Add(one, style, id);
        }

        void Add(CodeSpan code, string style, string id)
        {
            if (code.End > points.Length || code.Start >= code.End)
                return; // a foreign record may hold spans outside its text: there is nothing to mark
            marks.Add(new(points.ToUtf16(code.Start), points.ToUtf16(code.End), style, id));
        }
    }

    /// <summary>Wording has no ids in the record; on the page they are counted.</summary>
    internal static string WordingId(int index) => "w" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How deep each statement is nested, from 1; a circle of statements ends at the deepest lane.</summary>
    static Dictionary<string, int> Depths(ArticleRecord record)
    {
        var outer = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var s in record.Statements)
            outer[s.Id] = s.NestedIn;
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var s in record.Statements)
        {
            var depth = 1;
            for (var at = s.NestedIn; at is not null && depth < DeepestLane; at = outer.GetValueOrDefault(at))
                depth++;
            depths[s.Id] = depth;
        }
        return depths;
    }
}
