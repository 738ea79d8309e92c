using OnRecord.Record;

namespace OnRecord.Server.Reader;

/// <summary>One voice on one act.</summary>
/// <param name="Voice">headline, the outlet, or a speaker.</param>
/// <param name="Event">The mention; null in a row for another's view of the mention above.</param>
/// <param name="How">How it is put, in words.</param>
/// <param name="Words">The words that put it so.</param>
/// <param name="Anchor">Where on the page they stand.</param>
internal sealed record Putting(string Voice, EventPart? Event, string How, string Words, string Anchor);

/// <summary>An act that more than one voice puts: the headline, the body, each speaker.</summary>
/// <param name="Fullest">The mention with the most parties.</param>
/// <param name="Puttings">Who puts it how.</param>
internal sealed record Incident(EventPart Fullest, IReadOnlyList<Putting> Puttings)
{
    /// <summary>The incidents told by more than one voice, those of the headline first.</summary>
    internal static IReadOnlyList<Incident> Of(ArticleReading reading) =>
        [
            .. reading
                .Record.Events.GroupBy(e => e.Incident ?? e.Id)
                .Select(g => new Incident(g.MaxBy(Fullness)!, [.. g.SelectMany(e => PuttingsOf(reading, e))]))
                .Where(i => i.Puttings.Select(p => p.Voice).Distinct().Skip(1).Any())
                .OrderByDescending(i => i.Puttings.Any(p => p.Voice.StartsWith("headline", StringComparison.Ordinal)))
                .ThenByDescending(i => i.Puttings.Count),
        ];

    static int Fullness(EventPart e) => (e.Actor?.Count > 0 ? 2 : 0) + (e.Recipient?.Count > 0 ? 1 : 0);

    /// <summary>One for the mention, and one for everybody else whose view of it the text gives.</summary>
    static IEnumerable<Putting> PuttingsOf(ArticleReading reading, EventPart e)
    {
        var first = e.Views.Count > 0 ? e.Views[0].Holder : "outlet";
        var voice = Voice(reading, first);
        yield return new(
            e.Section != "headline" ? voice
                : first == "outlet" ? "headline"
                : $"headline: {voice}",
            e,
            Html.Words.Factuality(e.Factuality),
            Evidence(reading, e),
            e.Id
        );
        foreach (var view in e.Views.Skip(1))
            yield return new(
                Voice(reading, view.Holder),
                null,
                Html.Words.Stance(view.Stance) + (view.Polarity == "-" && view.Stance != "denied" ? ", negated" : ""),
                view.Span is { } span ? reading.Cut(span) : "",
                view.Holder == "outlet" ? e.Id : view.Holder
            );
    }

    static string Voice(ArticleReading reading, string holder) =>
        holder == "outlet" ? "the outlet"
        : reading.View.Statement(holder) is { } s ? reading.Speaker(s)
        : holder;

    /// <summary>From the first party to the last, or the act alone where these lie far apart.</summary>
    static string Evidence(ArticleReading reading, EventPart e)
    {
        const int Longest = 200;
        var hull = ArticleReading.Hull(e);
        return hull.End - hull.Start <= Longest ? reading.Cut(hull) : reading.Cut(e.Anchor.Span);
    }
}
