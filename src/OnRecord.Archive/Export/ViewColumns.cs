using static OnRecord.Archive.Export.ExportColumn;

namespace OnRecord.Archive.Export;

/// <summary>The columns of views.</summary>
internal static class ViewColumns
{
    internal static IReadOnlyList<ExportColumn> All { get; } =
    [
        Words("article_id", "the article's id", r => r.Record.Id),
        Words("event_id", "id of the event in the record", r => r.Event.Id),
        Words("event_key", "its key that stays the same from run to run", r => r.Event.Key),
        Words("holder", "on whose word: outlet, or the id of a statement", r => r.Held.Holder),
        List("holder_names", "names of those it is attributed to; outlet for the outlet", r => r.Holder(r.Held.Holder)),
        Words("stance", "asserted, promised, threatened, demanded, expected, conditional, denied", r => r.Held.Stance),
        // "+" and "-" in the record: in a spreadsheet they begin a formula
        Words("polarity", "positive or negative", r => r.Held.Polarity == "-" ? "negative" : "positive"),
        Words("certainty", "certain, probable, possible", r => r.Held.Certainty),
        Words("span_text", "the words that show the stance", r => r.Cut(r.Held.Span)),
        Words("condition_text", "the words of the condition", r => r.Cut(r.Held.Condition?.Span)),
        Whole("start", "first code point of the words that show the stance", r => r.Held.Span?.Start),
        Whole("end", "one past their last code point", r => r.Held.Span?.End),
    ];
}
