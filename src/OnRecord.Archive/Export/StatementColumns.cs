using static OnRecord.Archive.Export.ExportColumn;

namespace OnRecord.Archive.Export;

/// <summary>The columns of statements.</summary>
internal static class StatementColumns
{
    internal static IReadOnlyList<ExportColumn> All { get; } =
    [
        .. ArticleColumns.Shared,
        Words("statement_id", "id in the record: s1", r => r.Statement.Id),
        Words("statement_key", "key that stays the same from run to run", r => r.Statement.Key),
        Words("kind", "direct, mixed, indirect", r => r.Statement.Kind),
        Words("mode", "speech, belief, intention, demand, attitude, perception, ruling", r => r.Statement.Mode),
        Words("act", "say, claim, deny, accuse, warn, demand, promise, admit, reveal, doubt, support", r => r.Statement.Cue?.Act),
        Words("commitment", "what the cue makes of it: neutral, distancing, factive", r => r.Statement.Cue?.Commitment),
        Words("cue_lemma", "lemma of the cue", r => r.Statement.Cue?.Lemma),
        Truth("negated", "the source did not say so, or refused to", r => r.Statement.Negated),
        Words("section", "headline, lede, body", r => r.Statement.Section),
        Words("source_text", "the words that name the source", r => r.Cut(r.Statement.Source?.Spans)),
        List("source_actor_keys", "keys of the speakers in the archive", r => r.Keys(r.Statement.Source?.Actors)),
        List("source_actor_names", "their names, in the same order", r => r.Names(r.Statement.Source?.Actors)),
        List("source_countries", "their countries, each once, ISO 3166 alpha-3", r => r.Countries(r.Statement.Source?.Actors)),
        Words("unnamed_class", "class of an unnamed source: officials, media, experts, public, anonymous", r => r.Statement.Unnamed?.Class),
        Words("cue_text", "the words that attribute", r => r.Cut(r.Statement.Cue?.Spans)),
        Words("content_text", "what is attributed, gaps shown as …", r => r.Cut(r.Statement.Content.Spans)),
        List("about_names", "actors named in the content", r => r.Names(r.Statement.About)),
        Words("addressee_text", "the words that name whom it was said to", r => r.Cut(r.Statement.Addressee?.Span)),
        Words("time_value", "when it was said, TIMEX3 value", r => r.View.Time(r.Statement.Time)?.Value),
        Words("nested_in", "id of the statement in whose content it stands", r => r.Statement.NestedIn),
        List("answers", "ids of the statements it answers", r => r.Statement.Answers),
        Whole("start", "first code point of the whole in the text", r => r.Whole.Start),
        Whole("end", "one past its last code point", r => r.Whole.End),
        Number("confidence_cue", "that something is attributed here, 0 to 1", r => r.Statement.Confidence.Cue),
        Number("confidence_content", "that the content has these bounds", r => r.Statement.Confidence.Content),
        Number("confidence_speaker", "that the speakers are the right ones", r => r.Statement.Confidence.Speaker),
        List("why", "rules and lexicon rows that decided", r => r.Statement.Why),
        List("source_spans", "code points of the source: 12..40", r => ExportRow.Places(r.Statement.Source?.Spans)),
        List("cue_spans", "code points of the cue", r => ExportRow.Places(r.Statement.Cue?.Spans)),
        List("content_spans", "code points of the content", r => ExportRow.Places(r.Statement.Content.Spans)),
    ];
}
