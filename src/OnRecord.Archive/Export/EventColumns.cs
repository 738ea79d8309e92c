using static OnRecord.Archive.Export.ExportColumn;

namespace OnRecord.Archive.Export;

/// <summary>The columns of events.</summary>
internal static class EventColumns
{
    internal static IReadOnlyList<ExportColumn> All { get; } =
    [
        .. ArticleColumns.Shared,
        Words("event_id", "id in the record: e1", r => r.Event.Id),
        Words("event_key", "key that stays the same from run to run", r => r.Event.Key),
        Words("type", "PLOVER type, of the act and its first view", r => r.Event.Type),
        Words("mode", "PLOVER mode of the type", r => r.Event.Mode),
        Words("base", "PLOVER type of the act itself", r => r.Event.Base),
        Words("base_mode", "its PLOVER mode", r => r.Event.BaseMode),
        Whole("quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", r => r.Event.Quad),
        Number("intensity", "PLOVER's score, -10 to +10", r => r.Event.Intensity),
        List("contexts", "PLOVER contexts", r => r.Event.Contexts),
        List("actor_keys", "keys in the archive of those who act", r => r.Keys(r.Event.Actor)),
        List("actor_names", "their names, in the same order", r => r.Names(r.Event.Actor)),
        List("actor_countries", "their countries, each once, ISO 3166 alpha-3", r => r.Countries(r.Event.Actor)),
        List("recipient_keys", "keys in the archive of those acted on", r => r.Keys(r.Event.Recipient)),
        List("recipient_names", "their names, in the same order", r => r.Names(r.Event.Recipient)),
        List("recipient_countries", "their countries, each once", r => r.Countries(r.Event.Recipient)),
        Words("place_name", "standard name of the place", r => r.View.Place(r.Event.Place)?.Name),
        Words("place_country", "its country, ISO 3166 alpha-3", r => r.View.Place(r.Event.Place)?.Country),
        Number("lat", "degrees north", r => r.View.Place(r.Event.Place)?.Lat),
        Number("lon", "degrees east", r => r.View.Place(r.Event.Place)?.Lon),
        Whole("geonameid", "GeoNames id of the place", r => r.View.Place(r.Event.Place)?.GeoNameId),
        Words(
            "event_date",
            "when it takes place, TIMEX3 value; empty where the text ties no date to it",
            r => r.View.Time(r.Event.Time?.Ref)?.Value
        ),
        Words("event_date_basis", "how that is known: stated, tense, narrative", r => r.Event.Time?.Basis),
        Number("size_value", "how many or much", r => r.Event.Size?.Value),
        Number("size_min", "at least", r => r.Event.Size?.Min),
        Number("size_max", "at most", r => r.Event.Size?.Max),
        Words("size_unit", "of what", r => r.Event.Size?.Unit),
        Words("when", "past, ongoing, future, background", r => r.Event.When),
        Words(
            "factuality",
            "what the text makes of it: happened, ongoing, planned, promised, threatened, demanded, conditional, possible, denied, "
                + "not-happened, past-history",
            r => r.Event.Factuality
        ),
        List("asserted_by", "who holds it to be so: outlet, or names", r => r.Holders(r.Event.AssertedBy)),
        List("denied_by", "who denies it: outlet, or names", r => r.Holders(r.Event.DeniedBy)),
        Words("statement_id", "id of the statement that is this act", r => r.Event.Statement),
        Words("incident", "shared by mentions of one happening in the article", r => r.Event.Incident),
        Words("section", "headline, lede, body", r => r.Event.Section),
        Words("anchor_text", "the words of the act", r => r.View.Cut(r.Event.Anchor.Span)),
        Words("evidence_text", "the sentence around it, shortened where it is long", r => r.View.Cut(r.Evidence)),
        Whole("start", "first code point of the words of the act", r => r.Event.Anchor.Span.Start),
        Whole("end", "one past their last code point", r => r.Event.Anchor.Span.End),
        Number("confidence_type", "that the type is right, 0 to 1", r => r.Event.Confidence.Type),
        Number("confidence_actor", "that the actors are", r => r.Event.Confidence.Actor),
        Number("confidence_recipient", "that the recipients are", r => r.Event.Confidence.Recipient),
        Number("confidence_factuality", "that the factuality is", r => r.Event.Confidence.Factuality),
        List("why", "rules and lexicon rows that decided", r => r.Event.Why),
        Whole("evidence_start", "first code point of the evidence", r => r.Evidence.Start),
        Whole("evidence_end", "one past its last code point", r => r.Evidence.End),
        Number("dead", "how many died", r => r.Event.Dead?.Value),
        Number("injured", "how many were hurt", r => r.Event.Injured?.Value),
    ];
}
