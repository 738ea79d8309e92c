using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>The actors found so far, and by what they can be found again. Every list keeps the order of the text.</summary>
internal sealed class ActorRegistry(Document document, KnowledgeBase knowledge)
{
    /// <summary>Lookups among actors of one kind of name stop after so many, so that very long documents stay linear.</summary>
    const int LookBack = 64;

    readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<int>> _bySurname = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<int>> _byHead = new(StringComparer.Ordinal);

    internal List<Actor> Actors { get; } = [];
    internal List<Mention> Mentions { get; } = [];

    /// <summary>Side notes for each actor.</summary>
    internal List<ActorNotes> Notes { get; } = [];

    internal string? Published { get; } = Date(document.Article.Published);

    static string? Date(string? published) =>
        published is { Length: >= 4 } p && Days.Year(p) > 0
            ? p.Length > 10
                ? p[..10]
                : p
            : null;

    internal int Add(Actor actor, string? key = null)
    {
        Actors.Add(actor);
        Notes.Add(new());
        if (key is not null)
            _byKey[key] = Actors.Count - 1;
        return Actors.Count - 1;
    }

    internal int ByKey(string key) => _byKey.GetValueOrDefault(key, -1);

    internal void Alias(string key, int actor) => _byKey.TryAdd(key, actor);

    internal void Mention(int first, int end, int head, MentionKind kind, int actor, bool place = false)
    {
        Mentions.Add(new(first, end, head, kind, actor) { IsPlace = place });
        Notes[actor].LastMention = first;
        Notes[actor].Names += kind == MentionKind.Name ? 1 : 0;
    }

    /// <summary>The actor of a state, bloc, organisation, group or party. A seat of government is its state.</summary>
    internal int Of(Entity entity)
    {
        if (entity.Kind == EntityKind.Seat && entity.Countries.Length == 1 && knowledge.Entity(entity.Countries[0]) is { } state)
            entity = state;
        var key = "#" + entity.Id;
        if (_byKey.TryGetValue(key, out var known))
            return known;
        var actor = new Actor
        {
            Name = entity.Name,
            Kind = entity.Kind switch
            {
                EntityKind.Country => ActorKind.Country,
                EntityKind.Bloc => ActorKind.Bloc,
                EntityKind.Group => ActorKind.Group,
                _ => ActorKind.Organisation,
            },
            KnowledgeId = entity.Id,
            Confidence = 95,
            IsPolitical =
                entity.Kind != EntityKind.Outlet
                && (entity.Sectors.Length == 0 || !Array.TrueForAll(entity.Sectors, s => s is "BUS" or "MED")),
        };
        if (entity.Kind is EntityKind.Country or EntityKind.Bloc)
            actor.IsPolitical = false; // until it is more than a place or an adjective: see Politics
        actor.Countries.AddRange(entity.Countries);
        actor.Sectors.AddRange(entity.Sectors);
        var index = Add(actor, key);
        if (entity.Kind is not (EntityKind.Country or EntityKind.Bloc))
            AddHead(LastWord(entity.Name), index);
        return index;
    }

    /// <summary>Notes the head noun by which "the ministry" finds the actor again.</summary>
    internal void AddHead(string head, int actor)
    {
        if (!_byHead.TryGetValue(head, out var list))
            _byHead[head] = list = [];
        if (!list.Contains(actor, LookBack))
            list.Add(actor);
    }

    /// <summary>The latest actor with the head noun that agrees with the countries (none given agrees with any); -1 for none.</summary>
    internal int ByHead(string head, List<string> countries)
    {
        if (!_byHead.TryGetValue(head, out var list))
            return -1;
        var best = -1;
        for (var i = list.Count - 1; i >= Math.Max(0, list.Count - LookBack); i--)
        {
            var actor = Actors[list[i]];
            if (countries.Count > 0 && (actor.Countries.Count == 0 || !actor.Countries.Contains(countries[0])))
                continue;
            if (best < 0 || Notes[list[i]].LastMention > Notes[best].LastMention)
                best = list[i];
        }
        return best;
    }

    internal void AddSurname(string surname, int actor)
    {
        if (!_bySurname.TryGetValue(surname, out var list))
            _bySurname[surname] = list = [];
        if (!list.Contains(actor, LookBack))
            list.Add(actor);
    }

    /// <summary>People with the surname, in the order they came up.</summary>
    internal List<int>? BySurname(string surname) => _bySurname.GetValueOrDefault(surname);

    internal static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
}

/// <summary>What resolution needs to know of an actor and the record does not.</summary>
internal sealed class ActorNotes
{
    /// <summary>First token of the latest mention.</summary>
    internal int LastMention { get; set; }

    /// <summary>Mentions by name.</summary>
    internal int Names { get; set; }

    /// <summary>Role of the office (<see cref="Office.Role"/>), or empty.</summary>
    internal string Role { get; set; } = "";

    /// <summary>The text says that the office is no longer held.</summary>
    internal bool IsFormer { get; set; }

    /// <summary>Given name in lower case, or null.</summary>
    internal string? Given { get; set; }

    /// <summary>Whether it stands for several: "officials".</summary>
    internal bool IsPlural { get; set; }
}

internal static class ListExtensions
{
    /// <summary>Whether one of the last <paramref name="lookBack"/> items is the value.</summary>
    internal static bool Contains(this List<int> list, int value, int lookBack)
    {
        for (var i = list.Count - 1; i >= Math.Max(0, list.Count - lookBack); i--)
            if (list[i] == value)
                return true;
        return false;
    }

    internal static void AddNew(this List<string> list, IReadOnlyList<string> values)
    {
        foreach (var v in values)
            if (!list.Contains(v))
                list.Add(v);
    }
}
