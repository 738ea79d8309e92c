using OnRecord.Record;
using OnRecord.Server.Html;

namespace OnRecord.Server.Reader;

/// <summary>The margin card of a statement.</summary>
internal static class StatementCard
{
    internal static void Write(HtmlText html, ArticleReading reading, StatementPart s)
    {
        var hull = ArticleReading.Hull(s);
        html.Add(
            $"""<article class="k ks" id="{s.Id}" data-s="{hull.Start}-{hull.End}" tabindex=-1><h3><a class=id href="#{s.Id}-text">{s.Id}</a> {Head(reading, s)}</h3><p>{Facts(reading, s)}</p>{Fields(reading, s, hull)}</article>"""
        );
    }

    static HtmlText Head(ArticleReading reading, StatementPart s)
    {
        if (s.Source?.Actors is { Count: > 0 } actors)
        {
            var role = actors.Count == 1 ? reading.View.Actor(actors[0])?.Role?.Title : null;
            if (role is not null && reading.View.Names(actors).Contains(role, StringComparison.OrdinalIgnoreCase))
                role = null;
            return HtmlText.Of(
                $"<small>attributed to</small> {reading.Actors(actors)}{(role is null ? null : HtmlText.Of($"<small>, {role}</small>"))}"
            );
        }
        if (s.Source?.Spans is { Count: > 0 } spans)
            return HtmlText.Of(
                $"<small>attributed to</small> {Words.Quoted(reading.Cut(spans))}<small>, {(s.Unnamed is { } u ? $"unnamed: {u.Class}" : "not settled who")}</small>"
            );
        return s.Unnamed is { } unnamed
            ? HtmlText.Of($"<small>attributed to an unnamed source: {unnamed.Class}</small>")
            : HtmlText.Of($"<small>no source found in the text</small>");
    }

    static HtmlText Facts(ArticleReading reading, StatementPart s)
    {
        var html = new HtmlText();
        html.Add(
            $"{(s.Negated ? "not: " : "")}{(s.Cue is { } c ? HtmlText.Of($"<b>{c.Act}</b> “{reading.Cut(c.Spans)}”") : HtmlText.Of($"<b>goes on</b>"))}"
        );
        html.Add($" · {(s.Mode == "speech" ? "" : s.Mode + ", ")}{Words.Kind(s.Kind)}");
        if (s.Cue is { Commitment: not "neutral" } cue)
            html.Add($" · {Words.Commitment(cue.Commitment)}");
        if (s.Addressee is { } addressee)
            html.Add($" · to {reading.Cut(addressee.Span)}");
        if (reading.View.Time(s.Time) is { } time)
            html.Add($" · {time.Value ?? time.Text}");
        if (s.NestedIn is { } outer)
            html.Add($""" · inside <a href="#{outer}">{outer}</a>""");
        foreach (var answered in s.Answers ?? [])
            html.Add($""" · answers <a href="#{answered}">{answered}</a>""");
        return html;
    }

    static HtmlText Fields(ArticleReading reading, StatementPart s, CodeSpan hull)
    {
        var fields = new Card.Fields();
        fields.Add("source", Source(reading, s));
        fields.Add(
            "cue",
            s.Cue is { } cue
                ? HtmlText.Of(
                    $"“{reading.Cut(cue.Spans)}” as <code>{cue.Lemma}</code>, {Words.Commitment(cue.Commitment)}{Card.Sure(s.Confidence.Cue)}{Card.Why(reading, s.Why, "cue")}"
                )
                : null
        );
        fields.Add(
            "content",
            HtmlText.Of(
                $"{Words.Section(s.Section)}, {Words.Kind(s.Kind)}{Card.Sure(s.Confidence.Content)}{Card.Why(reading, s.Why, "frame", "continues")}"
            )
        );
        fields.Add("names", reading.View.Names(s.About));
        fields.Add("addressee", s.Addressee is { } to ? HtmlText.Of($"“{reading.Cut(to.Span)}” {reading.View.Names(to.Actors)}") : null);
        fields.Add("venue", s.Venue is { } venue ? HtmlText.Of($"“{reading.Cut(venue.Span)}”") : null);
        fields.Add("time of saying", reading.View.Time(s.Time) is { } t ? HtmlText.Of($"“{t.Text}” {t.Value}") : null);
        if (Card.OtherWhy(reading, s.Why, "cue", "frame", "continues", "source", "speaker") is { } other)
            fields.Add("also", other);
        fields.Add("address", Card.Address(reading, hull, s.Key));
        return fields.Html("why");
    }

    static HtmlText? Source(ArticleReading reading, StatementPart s)
    {
        if (s.Source is not { } source)
            return s.Unnamed is { } u ? HtmlText.Of($"unnamed: {u.Class} {u.Country}") : null;
        var html = new HtmlText();
        if (source.Spans is { Count: > 0 } spans)
            html.Add($"“{reading.Cut(spans)}” ");
        if (source.Actors is { Count: > 0 } actors)
            html.Add($"is {reading.View.Names(actors)}{(source.Relation is { } r ? $" ({r})" : "")}{Card.Sure(s.Confidence.Speaker)}");
        else
            html.Add($"not settled who");
        html.Add($"{Card.Why(reading, s.Why, "source", "speaker")}");
        return html;
    }
}
