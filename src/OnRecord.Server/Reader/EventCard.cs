using System.Globalization;
using OnRecord.Record;
using OnRecord.Server.Html;

namespace OnRecord.Server.Reader;

/// <summary>The margin card of an event.</summary>
internal static class EventCard
{
    internal static void Write(HtmlText html, ArticleReading reading, EventPart e)
    {
        var hull = ArticleReading.Hull(e);
        html.Add(
            $"""<article class="k ke" id="{e.Id}" data-s="{hull.Start}-{hull.End}" tabindex=-1><h3><a class=id href="#{e.Id}-text">{e.Id}</a> {Words.Type(e.Type)} <code>{Code(e)}</code></h3><p>{Parties(reading, e)} · {Facts(reading, e)}</p>{Fields(reading, e, hull)}</article>"""
        );
    }

    internal static string Code(EventPart e) => e.Mode is null ? e.Type : $"{e.Type} {e.Mode}";

    internal static HtmlText Parties(ArticleReading reading, EventPart e)
    {
        var actor = e.Actor is { Count: > 0 } a ? HtmlText.Of($"<b>{reading.Actors(a)}</b>") : HtmlText.Of($"<i>actor not found</i>");
        return e.Recipient is { Count: > 0 } r ? HtmlText.Of($"{actor} → <b>{reading.Actors(r)}</b>") : actor;
    }

    static HtmlText Facts(ArticleReading reading, EventPart e)
    {
        var html = HtmlText.Of($"{Words.Factuality(e.Factuality)}");
        if (e.AssertedBy is { Count: > 0 } asserted)
            html.Add($" · asserted by {reading.Holders(asserted)}");
        if (e.DeniedBy is { Count: > 0 } denied)
            html.Add($" · denied by {reading.Holders(denied)}");
        if (e.AssertedBy is not { Count: > 0 } && e.DeniedBy is not { Count: > 0 } && e.Views.Count > 0)
            html.Add($" · {reading.Holder(e.Views[0].Holder)} {Words.Stance(e.Views[0].Stance)}");
        if (reading.View.Place(e.Place) is { } place)
            html.Add($" · in {place.Name}");
        if (e.Time is { } time && reading.View.Time(time.Ref) is { } t)
            html.Add($" · {t.Value ?? t.Text}");
        foreach (var (label, size) in Sizes(e))
            if (size is not null)
                html.Add($" · {label}: {reading.Cut(size.Span)}");
        if (e.Statement is { } said)
            html.Add($""" · is the act of <a href="#{said}">{said}</a>""");
        return html;
    }

    static (string Label, SizePart? Size)[] Sizes(EventPart e) => [("size", e.Size), ("dead", e.Dead), ("injured", e.Injured)];

    static HtmlText Fields(ArticleReading reading, EventPart e, CodeSpan hull)
    {
        var fields = new Card.Fields();
        fields.Add(
            "type",
            HtmlText.Of(
                $"“{reading.Cut(e.Anchor.Span)}” <code>{e.Base}{(e.BaseMode is null ? "" : " " + e.BaseMode)}</code>, quad {e.Quad}, intensity {e.Intensity.ToString("0.#", CultureInfo.InvariantCulture)}{Card.Sure(e.Confidence.Type)}{Card.Why(reading, e.Why, "act")}"
            )
        );
        fields.Add("actor", Party(reading, e.ActorSpans, e.Actor, e.Confidence.Actor));
        fields.Add("recipient", Party(reading, e.RecipientSpans, e.Recipient, e.Confidence.Recipient));
        fields.Add(
            "place",
            reading.View.Place(e.Place) is { } p ? HtmlText.Of($"“{p.Text}” {p.Name}{(p.Country is null ? "" : ", " + p.Country)}") : null
        );
        fields.Add(
            "date",
            e.Time is { } time && reading.View.Time(time.Ref) is { } t
                ? HtmlText.Of($"“{t.Text}” {t.Value}, {Words.TimeBasis(time.Basis)}")
                : null
        );
        if (e.Contexts is { Count: > 0 } contexts)
            fields.Add("context", string.Join(", ", contexts));
        foreach (var view in e.Views)
            fields.Add("view", View(reading, view));
        fields.Add(
            "factuality",
            HtmlText.Of(
                $"{Words.Factuality(e.Factuality)}, {e.When}{Card.Sure(e.Confidence.Factuality)}{Card.OtherWhy(reading, e.Why, "act")}"
            )
        );
        fields.Add("stands in", $"{Words.Section(e.Section)}{(e.Incident is null ? "" : $", incident {e.Incident}")}");
        fields.Add("address", Card.Address(reading, hull, e.Key));
        return fields.Html("why");
    }

    static HtmlText? Party(ArticleReading reading, IReadOnlyList<CodeSpan>? spans, IReadOnlyList<string>? actors, double? confidence) =>
        spans is not { Count: > 0 } && actors is not { Count: > 0 }
            ? null
            : HtmlText.Of($"“{reading.Cut(spans ?? [])}” is {reading.View.Names(actors)}{Card.Sure(confidence)}");

    static HtmlText View(ArticleReading reading, ViewPart view)
    {
        var html = HtmlText.Of(
            $"{reading.Holder(view.Holder)} {Words.Stance(view.Stance)}, {view.Certainty}{(view.Polarity == "-" && view.Stance != "denied" ? ", negated" : "")}"
        );
        if (view.Span is { } span)
            html.Add($" “{reading.Cut(span)}”");
        if (view.Condition is { } condition)
            html.Add($" if “{reading.Cut(condition.Span)}”");
        return html;
    }
}
