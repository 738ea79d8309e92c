using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Language;

namespace OnRecord.Events;

/// <summary>Gives mentions of one happening within an article the same number: same act, same sides, no conflict of time, persons or
/// tense.</summary>
internal static class Incidents
{
    internal static void Tie(Document d, ActorLayer actors, IReadOnlyList<TimeExpression> times, List<Event> events)
    {
        var incidents = new List<List<Event>>();
        foreach (var e in events)
        {
            // the best-filled earlier mention decides; an event joins the first incident with all of whose mentions it agrees
            var at = incidents.FindIndex(i => i.TrueForAll(o => Agree(d, actors, times, o, e)));
            if (at < 0)
            {
                at = incidents.Count;
                incidents.Add([]);
            }
            incidents[at].Add(e);
            e.Incident = at;
        }
    }

    static bool Agree(Document d, ActorLayer actors, IReadOnlyList<TimeExpression> times, Event a, Event b)
    {
        if (a.Base != b.Base || a.Row.IsSpeech)
            return false;
        if (a.Actors.Count == 0 || b.Actors.Count == 0)
            return false;
        var (aSides, bSides) = (Sides(actors, a.Actors), Sides(actors, b.Actors));
        var (aOther, bOther) = (Sides(actors, a.Recipients), Sides(actors, b.Recipients));
        var straight = aSides.SetEquals(bSides) && (aOther.Count == 0 || bOther.Count == 0 || aOther.SetEquals(bOther));
        if (a.Base == EventType.Consult)
        {
            aSides.UnionWith(aOther);
            bSides.UnionWith(bOther);
            straight |= aSides.SetEquals(bSides);
        }
        if (!straight || PersonsDiffer(actors, a, b))
            return false;
        if (
            a.Time >= 0
            && b.Time >= 0
            && times[a.Time].Value is { } x
            && times[b.Time].Value is { } y
            && !x.StartsWith(y, StringComparison.Ordinal)
            && !y.StartsWith(x, StringComparison.Ordinal)
        )
            return false;
        return a.Base is EventType.Assault || IsAhead(a) == IsAhead(b);
    }

    static bool IsAhead(Event e) => e.Views[0].Stance is Stance.Expected or Stance.Promised or Stance.Demanded;

    /// <summary>Countries stand for their people; others for themselves.</summary>
    static HashSet<string> Sides(ActorLayer actors, List<int> ids)
    {
        var sides = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in ids)
            sides.Add(actors.Actors[i].Countries.Count > 0 ? actors.Actors[i].Countries[0] : actors.Actors[i].Name);
        return sides;
    }

    /// <summary>Both name persons on the acting side, and not the same.</summary>
    static bool PersonsDiffer(ActorLayer actors, Event a, Event b)
    {
        var x = a.Actors.FindAll(i => actors.Actors[i].Kind == ActorKind.Person);
        var y = b.Actors.FindAll(i => actors.Actors[i].Kind == ActorKind.Person);
        return x.Count > 0 && y.Count > 0 && !x.Exists(y.Contains) && !a.Recipients.Exists(y.Contains);
    }
}
