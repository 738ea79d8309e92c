using OnRecord.Record;

namespace OnRecord.Archive.Export;

public static partial class ExportSchema
{
    static readonly ExportColumn[] Statements =
    [
        .. Origin,
        Text("statement_id", "id in the article's record", r => r.Statement.Id),
        Text("statement_key", "key that stays the same over runs", r => r.Statement.Key),
        Text("kind", "direct, mixed or indirect", r => r.Statement.Kind),
        Text("mode", "speech, belief, intention, demand, attitude, perception or ruling", r => r.Statement.Mode),
        Text("act", "say, claim, deny, accuse, warn, demand, promise, admit, reveal, doubt or support", r => r.Statement.Cue?.Act),
        Text("commitment", "neutral, distancing or factive: how far the cue commits the author", r => r.Statement.Cue?.Commitment),
        Text("cue_lemma", "lemma of the cue's head", r => r.Statement.Cue?.Lemma),
        Flag("negated", "the cue is negated: the source did not say it", r => r.Statement.Negated),
        Text("section", "headline, lede or body", r => r.Statement.Section),
        Text("source_text", "words that name the source; a gap is shown as \" … \"", r => r.Cut(r.Statement.Source?.Spans)),
        Texts("source_actor_keys", "the archive's keys of the speakers", r => r.Keys(r.Statement.Source?.Actors)),
        Texts("source_actor_names", "names of the speakers, in the same order", r => r.Names(r.Statement.Source?.Actors)),
        Texts(
            "source_countries",
            "countries of the speakers, each once, ISO 3166 alpha-3",
            r => r.Countries(r.Statement.Source?.Actors, r.Statement.Unnamed?.Country)
        ),
        Text("source_relation", "joint or each, where there are several speakers", r => r.Statement.Source?.Relation),
        Text("unnamed_class", "officials, media, experts, public or anonymous, of an unnamed source", r => r.Statement.Unnamed?.Class),
        Text("cue_text", "words that attribute", r => r.Cut(r.Statement.Cue?.Spans)),
        Text("content_text", "words that are attributed", r => r.Cut(r.Statement.Content.Spans)),
        Texts("about_keys", "the archive's keys of the actors that the content names", r => r.Keys(r.Statement.About)),
        Texts("about_names", "their names, in the same order", r => r.Names(r.Statement.About)),
        Text("addressee_text", "words that name to whom it was said", r => r.Cut(r.Statement.Addressee?.Span)),
        Texts("addressee_names", "names of the addressed actors", r => r.Names(r.Statement.Addressee?.Actors)),
        Text("venue_text", "words for where or through what it was said", r => r.Cut(r.Statement.Venue?.Span)),
        Text("time_value", "when it was said, a TIMEX3 value", r => r.View.Time(r.Statement.Time)?.Value),
        Text("nested_in", "id of the statement in whose content it stands", r => r.Statement.NestedIn),
        Texts("answers", "ids of the statements it answers", r => r.Statement.Answers),
        Integer("start", "first code point of source, cue and content", r => RecordView.Start(r.Statement)),
        Integer("end", "one past their last code point", r => ExportRow.End(r.Statement)),
        Texts("source_spans", "code points of the source, \"first-past\" each", r => ExportRow.Spans(r.Statement.Source?.Spans)),
        Texts("cue_spans", "code points of the cue", r => ExportRow.Spans(r.Statement.Cue?.Spans)),
        Texts("content_spans", "code points of the content", r => ExportRow.Spans(r.Statement.Content.Spans)),
        Real("confidence_cue", "how sure it is that something is attributed here, 0 to 1", r => r.Statement.Confidence.Cue),
        Real("confidence_content", "how sure the content's bounds are", r => r.Statement.Confidence.Content),
        Real("confidence_speaker", "how sure the speakers are; null without any", r => r.Statement.Confidence.Speaker),
        Texts("why", "rules and rows that decided, with their tokens", r => r.Statement.Why),
    ];

    static readonly ExportColumn[] Events =
    [
        .. Origin,
        Text("event_id", "id in the article's record", r => r.Event.Id),
        Text("event_key", "key that stays the same over runs", r => r.Event.Key),
        Text("type", "PLOVER type, from act and first view", r => r.Event.Type),
        Text("mode", "PLOVER mode of the type", r => r.Event.Mode),
        Text("base", "PLOVER type of the act itself", r => r.Event.Base),
        Text("base_mode", "PLOVER mode of the act itself", r => r.Event.BaseMode),
        Integer("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", r => r.Event.Quad),
        Real("intensity", "PLOVER's score, -10 to 10", r => r.Event.Intensity),
        Texts("contexts", "PLOVER contexts", r => r.Event.Contexts),
        Texts("actor_keys", "the archive's keys of those who act", r => r.Keys(r.Event.Actor)),
        Texts("actor_names", "their names, in the same order", r => r.Names(r.Event.Actor)),
        Texts("actor_countries", "their countries, each once, ISO 3166 alpha-3", r => r.Countries(r.Event.Actor)),
        Texts("recipient_keys", "the archive's keys of those acted on", r => r.Keys(r.Event.Recipient)),
        Texts("recipient_names", "their names, in the same order", r => r.Names(r.Event.Recipient)),
        Texts("recipient_countries", "their countries, each once", r => r.Countries(r.Event.Recipient)),
        Text("place_name", "standard name of the place", r => r.View.Place(r.Event.Place)?.Name),
        Text("place_country", "its country, ISO 3166 alpha-3", r => r.View.Place(r.Event.Place)?.Country),
        Real("lat", "degrees north", r => r.View.Place(r.Event.Place)?.Lat),
        Real("lon", "degrees east", r => r.View.Place(r.Event.Place)?.Lon),
        Integer("geonameid", "GeoNames id of the place", r => r.View.Place(r.Event.Place)?.GeoNameId),
        Text(
            "event_date",
            "when it happened or is to, a TIMEX3 value; never the publication date",
            r => r.View.Time(r.Event.Time?.Ref)?.Value
        ),
        Text("event_date_basis", "stated, tense or narrative: what ties the date to the event", r => r.Event.Time?.Basis),
        .. Size("size", "how many or how much", e => e.Size),
        .. Size("dead", "how many died", e => e.Dead),
        .. Size("injured", "how many were hurt", e => e.Injured),
        Text("when", "past, ongoing, future or background", r => r.Event.When),
        Text("factuality", "happened, ongoing, planned, promised, ..., denied: as the article puts it", r => r.Event.Factuality),
        Texts("asserted_by", "who holds it to be so: outlet, or statement ids", r => r.Event.AssertedBy),
        Texts("asserted_by_names", "the same in words", r => r.Holders(r.Event.AssertedBy)),
        Texts("denied_by", "who denies it: outlet, or statement ids", r => r.Event.DeniedBy),
        Texts("denied_by_names", "the same in words", r => r.Holders(r.Event.DeniedBy)),
        Text("statement_id", "statement that is this act", r => r.Event.Statement),
        Text("incident", "events of one article that are one happening share it", r => r.Event.Incident),
        Text("section", "headline, lede or body", r => r.Event.Section),
        Text("anchor_text", "words of the act", r => r.View.Cut(r.Event.Anchor.Span)),
        Integer("start", "first code point of the act", r => r.Event.Anchor.Span.Start),
        Integer("end", "one past its last code point", r => r.Event.Anchor.Span.End),
        Text("evidence_text", "words from the first party to the last; the act's where these lie far apart", r => r.View.Evidence(r.Event)),
        Integer("evidence_start", "first code point of the evidence", r => r.EvidenceSpan().Start),
        Integer("evidence_end", "one past its last code point", r => r.EvidenceSpan().End),
        Texts(
            "actor_spans",
            "code points of the words that name the actors, \"first-past\" each",
            r => ExportRow.Spans(r.Event.ActorSpans)
        ),
        Texts("recipient_spans", "code points of the words that name the recipients", r => ExportRow.Spans(r.Event.RecipientSpans)),
        Real("confidence_type", "how sure the type is, 0 to 1", r => r.Event.Confidence.Type),
        Real("confidence_actor", "how sure the actors are; null without any", r => r.Event.Confidence.Actor),
        Real("confidence_recipient", "how sure the recipients are; null without any", r => r.Event.Confidence.Recipient),
        Real("confidence_factuality", "how sure the factuality is", r => r.Event.Confidence.Factuality),
        Texts("why", "rules and rows that decided, with their tokens", r => r.Event.Why),
    ];

    static readonly ExportColumn[] Views =
    [
        .. Origin,
        Text("event_id", "id of the event in the article's record", r => r.Event.Id),
        Text("event_key", "the event's key that stays the same over runs", r => r.Event.Key),
        Integer("view", "which of the event's views it is, from 1", r => r.Number),
        Text("holder", "outlet, or the id of the statement on whose word it stands", r => r.Taken.Holder),
        Text("holder_name", "the same in words", r => r.Holder(r.Taken.Holder)),
        Texts(
            "holder_keys",
            "the archive's keys of the statement's speakers",
            r => r.Keys(r.View.Statement(r.Taken.Holder)?.Source?.Actors)
        ),
        Texts("holder_names", "their names, in the same order", r => r.Names(r.View.Statement(r.Taken.Holder)?.Source?.Actors)),
        Text("stance", "asserted, promised, threatened, demanded, expected, conditional or denied", r => r.Taken.Stance),
        Text("polarity", "+ or -", r => r.Taken.Polarity),
        Text("certainty", "certain, probable or possible", r => r.Taken.Certainty),
        Text("span_text", "words that show the stance", r => r.Cut(r.Taken.Span)),
        Integer("start", "first code point of these words", r => r.Taken.Span?.Start),
        Integer("end", "one past their last code point", r => r.Taken.Span?.End),
        Text("condition_text", "words of the condition", r => r.Cut(r.Taken.Condition?.Span)),
        Integer("condition_start", "first code point of the condition", r => r.Taken.Condition?.Span.Start),
        Integer("condition_end", "one past its last code point", r => r.Taken.Condition?.Span.End),
    ];

    static ExportColumn[] Size(string name, string what, Func<EventPart, SizePart?> part) =>
        [
            Real($"{name}_value", $"{what}, where the text gives one number", r => part(r.Event)?.Value),
            Real($"{name}_min", $"{what} at least", r => part(r.Event)?.Min),
            Real($"{name}_max", $"{what} at most", r => part(r.Event)?.Max),
            Text($"{name}_unit", "of what", r => part(r.Event)?.Unit),
            Text($"{name}_text", "the words for it", r => r.Cut(part(r.Event)?.Span)),
        ];
}
