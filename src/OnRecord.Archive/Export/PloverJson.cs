using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.Record;

namespace OnRecord.Archive.Export;

/// <summary>Events as PLOVER's JSON, one a line (PLOVER manual, "JSON"). PLOVER has no field for on whose word and whether it happened;
/// it invites further named ones: <c>attribution</c>, <c>factuality</c>, <c>evidence</c>, <c>date_basis</c>.</summary>
internal static class PloverJson
{
    internal static byte[] Lines(ArticleRecord record)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, new RecordView(record), record.Events);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes these events of a record; how many they are.</summary>
    internal static int Write(IBufferWriter<byte> output, RecordView view, IEnumerable<EventPart> events)
    {
        var count = 0;
        using var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var e in events)
        {
            Write(json, view, e);
            json.Flush();
            output.Write("\n"u8);
            json.Reset();
            count++;
        }
        return count;
    }

    static void Write(Utf8JsonWriter json, RecordView view, EventPart e)
    {
        var record = view.Record;
        json.WriteStartObject();
        json.WriteString("id", record.Id + "#" + e.Id);
        Date(json, view, e);
        Entities(json, view, "actor", e.Actor);
        Entities(json, view, "recipient", e.Recipient);
        Strings(json, "event", [e.Type]);
        if (e.Mode is { } mode)
            Strings(json, "mode", [mode]);
        if (e.Contexts is { Count: > 0 } contexts)
            Strings(json, "context", contexts);
        json.WriteNumber("quad_code", e.Quad);
        json.WriteNumber("event_scale", e.Intensity);
        Strings(json, "event_text", [view.Cut(e.Anchor.Span)]);
        if (view.Place(e.Place) is { } place)
            Location(json, place);
        Size(json, e);
        json.WriteString("text", view.Evidence(e));
        TextInfo(json, view, e);
        Attribution(json, view, e);
        json.WriteString("factuality", e.Factuality);
        Evidence(json, view, e);
        Citation(json, record);
        json.WriteEndObject();
    }

    /// <summary>PLOVER demands a date. Where the text ties none to the event the date of publication stands there, and says so.</summary>
    static void Date(Utf8JsonWriter json, RecordView view, EventPart e)
    {
        if (e.Time is { } time && view.Time(time.Ref) is { Value: { } value })
        {
            var clock = value.IndexOf('T', StringComparison.Ordinal);
            json.WriteString("date", clock > 0 ? value[..clock] : value);
            if (clock > 0)
                json.WriteString("time", value[(clock + 1)..]);
            json.WriteString("date_basis", time.Basis);
        }
        else if (view.Record.Article.Published is { Length: >= 10 } published)
        {
            json.WriteString("date", published[..10]);
            json.WriteString("date_basis", "publication");
        }
    }

    static void Entities(Utf8JsonWriter json, RecordView view, string field, IReadOnlyList<string>? ids)
    {
        json.WriteStartArray(field);
        foreach (var id in ids ?? [])
        {
            if (view.Actor(id) is not { } actor)
                continue;
            json.WriteStartObject();
            json.WriteString("code", string.Join('/', actor.Country ?? []));
            json.WriteString("sector", string.Join('/', actor.Sector ?? []));
            json.WriteString("entity_text", actor.Name);
            if (actor.Kb is { } kb)
                json.WriteString("identifier_id", kb);
            if (actor.Role is { } role)
                json.WriteString("office", role.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Location(Utf8JsonWriter json, PlacePart place)
    {
        json.WriteStartObject("event_loc");
        json.WriteString("extracted_place", place.Text);
        json.WriteString("resolved_place", place.Name);
        if (place.GeoNameId is { } id)
            json.WriteNumber("geonameid", id);
        if (place is { Lat: { } lat, Lon: { } lon })
        {
            json.WriteNumber("lat", lat);
            json.WriteNumber("lon", lon);
        }
        if (place.Country is { } country)
            json.WriteString("country_code", country);
        json.WriteEndObject();
    }

    static void Size(Utf8JsonWriter json, EventPart e)
    {
        (string Name, SizePart? Part)[] sizes = [("size", e.Size), ("dead", e.Dead), ("injured", e.Injured)];
        if (!sizes.Any(s => s.Part?.Value is not null))
            return;
        json.WriteStartObject("size");
        foreach (var (name, part) in sizes)
            if (part?.Value is { } value)
                json.WriteNumber(name == "size" ? part.Unit ?? name : name, value);
        json.WriteEndObject();
    }

    /// <summary>Code points into the article's text, as in the record.</summary>
    static void TextInfo(Utf8JsonWriter json, RecordView view, EventPart e)
    {
        json.WriteStartObject("text_info");
        json.WriteNumber("start", e.Anchor.Span.Start);
        json.WriteNumber("end", e.Anchor.Span.End);
        json.WriteString("text_hash", view.Record.Article.TextHash);
        json.WriteString("section", e.Section);
        json.WriteEndObject();
    }

    static void Attribution(Utf8JsonWriter json, RecordView view, EventPart e)
    {
        json.WriteStartArray("attribution");
        foreach (var v in e.Views)
        {
            json.WriteStartObject();
            json.WriteString("holder", v.Holder == "outlet" || view.Statement(v.Holder) is not { } s ? v.Holder : view.Speaker(s).Name);
            if (v.Holder != "outlet")
                json.WriteString("statement", v.Holder);
            json.WriteString("stance", v.Stance);
            json.WriteString("polarity", v.Polarity);
            json.WriteString("certainty", v.Certainty);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Evidence(Utf8JsonWriter json, RecordView view, EventPart e)
    {
        json.WriteStartArray("evidence");
        foreach (var span in (IEnumerable<CodeSpan>)[.. e.ActorSpans ?? [], e.Anchor.Span, .. e.RecipientSpans ?? []])
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteString("text", view.Cut(span));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Citation(Utf8JsonWriter json, ArticleRecord record)
    {
        var article = record.Article;
        json.WriteStartObject("cite_info");
        Known(json, "corpus", article.Outlet?.Name ?? article.Outlet?.Domain);
        Known(json, "citation", record.Id);
        Known(json, "url", article.Url);
        Known(json, "title", article.Title);
        Known(json, "language", article.Language);
        Known(json, "publication", article.Published);
        Known(json, "coder", "onrecord " + record.Coder.Version);
        Known(json, "codebook", record.Coder.Codebook);
        json.WriteEndObject();
    }

    static void Known(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    static void Strings(Utf8JsonWriter json, string field, IReadOnlyList<string> values)
    {
        json.WriteStartArray(field);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
