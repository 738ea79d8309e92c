using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Server.Html;

namespace OnRecord.Server.Pages;

/// <summary>The parts of a hit that several pages show in one form.</summary>
internal static class Hits
{
    internal static HtmlText Speaker(StatementHit h) =>
        h.Speakers.Count > 0 ? HtmlText.Of($"<small>attributed to</small> {Actors(h.Speakers)}")
        : h.Source is not null
            ? HtmlText.Of(
                $"<small>attributed to</small> {Words.Quoted(h.Source)}<small>, {(h.Unnamed is null ? "not settled who" : $"unnamed: {h.Unnamed}")}</small>"
            )
        : h.Unnamed is not null ? HtmlText.Of($"<small>attributed to an unnamed source: {h.Unnamed}</small>")
        : HtmlText.Of($"<small>no source found in the text</small>");

    internal static HtmlText Actors(IReadOnlyList<ActorLine> actors)
    {
        var html = new HtmlText();
        for (var i = 0; i < actors.Count; i++)
            html.Add(
                $"""{(i == 0 ? "" : i == actors.Count - 1 ? " and " : ", ")}<a href="{Links.Actor(actors[i].Key)}">{actors[i].Name}</a>"""
            );
        return html;
    }

    internal static HtmlText Parties(EventHit h)
    {
        var actors = h.Actors.Count > 0 ? Actors(h.Actors) : HtmlText.Of($"<i>actor not found</i>");
        return h.Recipients.Count > 0 ? HtmlText.Of($"{actors} → {Actors(h.Recipients)}") : actors;
    }

    internal static string OnWhoseWord(EventHit h) =>
        (h.AssertedBy.Count > 0 ? " · asserted by " + string.Join(", ", h.AssertedBy) : "")
        + (h.DeniedBy.Count > 0 ? " · denied by " + string.Join(", ", h.DeniedBy) : "");

    /// <summary>The sentence, with the words of the act set off.</summary>
    internal static HtmlText WithAnchor(string evidence, string anchor)
    {
        var at = anchor.Length == 0 ? -1 : evidence.IndexOf(anchor, StringComparison.Ordinal);
        return at < 0
            ? HtmlText.Of($"{evidence}")
            : HtmlText.Of($"{evidence[..at]}<mark class=a>{anchor}</mark>{evidence[(at + anchor.Length)..]}");
    }

    /// <summary>"person · GBR · GOV".</summary>
    internal static string About(ActorLine a) =>
        string.Join(" · ", new[] { a.Kind }.Concat(a.Country ?? []).Concat(a.Sector is { Count: > 0 } s ? [string.Join("/", s)] : []));
}

/// <summary>How a run stands, in words.</summary>
internal static class RunWords
{
    internal static string State(RunSummary run) =>
        run.State switch
        {
            RunState.Open => "going on, or cut off",
            RunState.Done => "all read",
            RunState.Interrupted => "ended by a person",
            _ => "ended by an error",
        };

    internal static string Pace(RunSummary run) => run.Seconds > 0 ? Words.Number((long)(run.Words / run.Seconds)) : "not measured";
}
