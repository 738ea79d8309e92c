using System.Globalization;
using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Language;
using OnRecord.Places;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Events;

/// <summary>Who did what to whom: acts found by grammar, each with the views of it, its PLOVER type, its time and place.</summary>
internal sealed class EventFinder(ActLexicon lexicon, Plover plover)
{
    readonly ActFinder _acts = new(lexicon);
    readonly ViewFinder _views = new(lexicon);

    /// <summary>All events in the order of the text.</summary>
    internal List<Event> Find(
        Document d,
        ActorLayer actors,
        IReadOnlyList<Place> places,
        IReadOnlyList<TimeExpression> times,
        List<Statement> statements
    )
    {
        var who = new Participants(d, actors);
        var events = new List<Event>();
        foreach (var act in _acts.Find(who))
        {
            if (IsDoubled(d, events, act))
                continue;
            var e = new Event
            {
                Anchor = act.Anchor,
                AnchorSpan = d.Tokens[act.Anchor].Span,
                Row = act.Row,
            };
            e.Why.Add(act.Row.Id + "@" + d.Tokens[act.Anchor].Start);
            Fill(d, actors, act.Actors, e.Actors, e.ActorSpans);
            Fill(d, actors, act.Recipients, e.Recipients, e.RecipientSpans);
            e.Statement = act.Row.IsSpeech ? statements.FindIndex(s => s.CueHead == act.Anchor) : -1;
            if (e.Statement >= 0)
                FromStatement(d, actors, statements[e.Statement], e);
            (var view, e.When) = _views.Find(d, statements, act.Anchor);
            if (IsInnerOfSpeechAct(d, events, act, statements, view))
                continue;
            e.Views.Add(view);
            if (view.Why is not null)
                e.Why.Add(view.Why);
            (e.Type, e.Mode) = plover.Derive(e.Base, e.BaseMode, view);
            e.Place = PlaceOf(d, places, act.Anchor);
            e.Time = TimeOf(d, times, act.Anchor);
            if (act.Object >= 0)
                e.Size = SizeOf(d, act.Object);
            HostOf(d, actors, places, e);
            Background(d, times, e);
            events.Add(e);
        }
        Denials.Add(d, statements, events);
        foreach (var e in events)
            e.Factuality = FactualityOf(e);
        Incidents.Tie(d, actors, times, events);
        return events;
    }

    static void Fill(Document d, ActorLayer actors, List<int> heads, List<int> ids, List<Span> spans)
    {
        foreach (var h in heads)
        {
            if (!ids.Contains(actors.ActorAt(h)))
                ids.Add(actors.ActorAt(h));
            var m = actors.Mentions[actors.MentionAt(h)];
            spans.Add(d.SpanOf(m.First, m.End));
        }
        spans.Sort();
    }

    /// <summary>Where the saying is the act, its speaker does it, and it is done to the one addressed or, in what is said, to the one
    /// who is to act or suffer.</summary>
    static void FromStatement(Document d, ActorLayer actors, Statement s, Event e)
    {
        if (e.Actors.Count == 0)
        {
            e.Actors.AddRange(s.Speakers);
            if (s.Speakers.Count > 0)
                e.ActorSpans.Add(d.SpanOf(s.Source.First, s.Source.End));
        }
        if (e.Recipients.Count > 0)
            return;
        var heads = new List<int>(1);
        if (s.Addressee >= 0 && actors.ActorAt(s.Addressee) >= 0)
            heads.Add(s.Addressee);
        else if (e.Base is EventType.Threaten or EventType.Request or EventType.Accuse)
            foreach (var span in s.Content)
                for (var i = d.TokenAt(span.Start); heads.Count == 0 && i < d.Tokens.Length && d.Tokens[i].Start < span.End; i++)
                    if (
                        d.Tokens[i].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Obl
                        && actors.ActorAt(i) is >= 0 and var a
                        && !e.Actors.Contains(a)
                        && actors.Actors[a] is { IsPolitical: true, Kind: not (ActorKind.Group or ActorKind.Unnamed) }
                    )
                        heads.Add(i);
        heads.RemoveAll(h => e.Actors.Contains(actors.ActorAt(h)));
        Fill(d, actors, heads, e.Recipients, e.RecipientSpans);
    }

    /// <summary>"threatened to send troops": the saying is one event; what it speaks of is its content, not a second event.</summary>
    static bool IsInnerOfSpeechAct(Document d, List<Event> events, Act act, List<Statement> statements, View view)
    {
        var head = d.Tokens[act.Anchor].Head;
        if (d.Tokens[act.Anchor].Deprel is not (Deprel.Xcomp or Deprel.Obj or Deprel.Ccomp) || head < 0)
            return false;
        return view.Stance is Stance.Threatened or Stance.Promised or Stance.Demanded
            && events.Exists(e => e.Anchor == head && e.Row.IsSpeech);
    }

    /// <summary>One act told by a verb and its object ("hold talks") or by two readings of one word is one event.</summary>
    static bool IsDoubled(Document d, List<Event> events, Act act)
    {
        for (var i = events.Count - 1; i >= 0 && i >= events.Count - 6; i--)
            if (
                events[i].Base == act.Row.Type
                && (d.Tokens[act.Anchor].Head == events[i].Anchor || d.Tokens[events[i].Anchor].Head == act.Anchor)
                && d.Tokens[act.Anchor].Deprel is Deprel.Obj or Deprel.Obl or Deprel.Nsubj or Deprel.NsubjPass
            )
                return true;
        return false;
    }

    /// <summary>A place in a phrase that hangs on the act, or on the verb that governs a noun.</summary>
    static int PlaceOf(Document d, IReadOnlyList<Place> places, int anchor)
    {
        var s = d.Sentences[d.Tokens[anchor].Sentence];
        for (var i = First(places, s.First); i < places.Count && places[i].First < s.End; i++)
        {
            var head = HeadOf(d, places[i].First, places[i].End);
            if (
                d.CaseOf(head)
                is not (
                    "in"
                    or "at"
                    or "near"
                    or "to"
                    or "into"
                    or "off"
                    or "around"
                    or "on"
                    or "across"
                    or "outside"
                    or "inside"
                    or "over"
                    or "throughout"
                    or "along"
                    or "within"
                )
            )
                continue;
            if (Reaches(d, head, anchor))
                return i;
        }
        return -1;
    }

    static int First(IReadOnlyList<Place> places, int token)
    {
        int low = 0,
            high = places.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    static int HeadOf(Document d, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (d.Tokens[i].Head < first || d.Tokens[i].Head >= end)
                return i;
        return first;
    }

    /// <summary>Whether a phrase hangs on the act with no other clause between, or on the verb whose object or subject the act is.</summary>
    static bool Reaches(Document d, int phrase, int anchor)
    {
        var governor =
            d.Tokens[anchor].Upos == Upos.Noun && d.Tokens[anchor].Deprel is Deprel.Obj or Deprel.Nsubj or Deprel.Obl or Deprel.NsubjPass
                ? d.Tokens[anchor].Head
                : -1;
        for (int t = phrase, step = 0; t >= 0 && step < 5; t = d.Tokens[t].Head, step++)
        {
            if (t == anchor || t == governor)
                return true;
            if (t != phrase && d.Tokens[t].Upos is Upos.Verb or Upos.Aux)
                return false;
        }
        return false;
    }

    static int TimeOf(Document d, IReadOnlyList<TimeExpression> times, int anchor)
    {
        var s = d.Sentences[d.Tokens[anchor].Sentence];
        for (var i = TimeExpression.FirstFrom(times, s.First); i < times.Count && times[i].First < s.End; i++)
            if (times[i].Kind is TimeKind.Date or TimeKind.Time && Reaches(d, HeadOf(d, times[i].First, times[i].End), anchor))
                return i;
        return -1;
    }

    /// <summary>The number that goes with the object: "1,000 troops".</summary>
    static (double, string?, Span) SizeOf(Document d, int noun)
    {
        foreach (var c in d.Children(noun))
            if (
                d.Tokens[c].Deprel == Deprel.Nummod
                && double.TryParse(
                    d.Form(c),
                    NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
                return (value, d.Tokens[noun].Lower, d.SpanOf(c, c + 1));
        return default;
    }

    /// <summary>PLOVER: the host is the recipient. Talks or a visit in the capital of a state that is not the actor's have that state as
    /// host.</summary>
    static void HostOf(Document d, ActorLayer actors, IReadOnlyList<Place> places, Event e)
    {
        if (e.Base != EventType.Consult || e.Recipients.Count > 0 || e.Place < 0 || places[e.Place].Country is not { } country)
            return;
        if (e.Actors.Count != 1 || actors.Actors[e.Actors[0]].Countries is not { Count: > 0 } own || own.Contains(country))
            return;
        for (var a = 0; a < actors.Actors.Count; a++)
            if (actors.Actors[a].Kind == ActorKind.Country && actors.Actors[a].Countries.Contains(country))
            {
                e.Recipients.Add(a);
                e.RecipientSpans.Add(places[e.Place].Span);
                e.Why.Add("rule:host@" + places[e.Place].Span.Start);
                return;
            }
    }

    /// <summary>An act dated more than a year before publication is history told to explain.</summary>
    static void Background(Document d, IReadOnlyList<TimeExpression> times, Event e)
    {
        if (
            e.Time < 0
            || e.When != EventWhen.Past
            || d.Article.Published is not { Length: >= 4 } published
            || times[e.Time].Value is not { Length: >= 4 } value
        )
            return;
        if (
            int.TryParse(published.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var now)
            && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var then)
            && now - then > 1
        )
            e.When = EventWhen.Background;
    }

    /// <summary>The outlet's view if it has one, else denied if any view denies, else the first view.</summary>
    static Factuality FactualityOf(Event e)
    {
        var own = e.Views.FindIndex(v => v.Statement < 0);
        if (own < 0 && e.Views.Exists(v => v.Stance == Stance.Denied))
            return Factuality.Denied;
        var v = e.Views[Math.Max(own, 0)];
        return v switch
        {
            { Stance: Stance.Denied } => Factuality.Denied,
            { Negative: true } => Factuality.NotHappened,
            { Stance: Stance.Promised } => Factuality.Promised,
            { Stance: Stance.Threatened } => Factuality.Threatened,
            { Stance: Stance.Demanded } => Factuality.Demanded,
            { Stance: Stance.Conditional } => Factuality.Conditional,
            { Stance: Stance.Expected, Certainty: Certainty.Possible } => Factuality.Possible,
            { Stance: Stance.Expected } => Factuality.Planned,
            { Certainty: Certainty.Possible } => Factuality.Possible,
            _ => e.When switch
            {
                EventWhen.Background => Factuality.PastHistory,
                EventWhen.Ongoing => Factuality.Ongoing,
                EventWhen.Future => Factuality.Planned,
                _ => Factuality.Happened,
            },
        };
    }
}
