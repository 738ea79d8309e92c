using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>Names of people: with their titles, gathered over full names and surnames.</summary>
internal sealed class Persons(
    Document document,
    KnowledgeBase knowledge,
    Terms terms,
    NameUnits units,
    ActorRegistry registry,
    Capitals capitals
)
{
    readonly string? _outletCountry = knowledge.CountryOfOutlet(document.Article.Outlet);
    readonly Titles _titles = new(document, terms, units, registry);

    (Title Title, int End)? _plural;

    /// <summary>Makes the unit a mention of a person, a new one or one met before.</summary>
    internal int Resolve(NameUnit unit, int head)
    {
        var words = Words(unit);
        if (words.Length == 0)
            return -1;
        var title = _titles.Around(unit);
        Continue(unit, title);
        var surname = words[^1];
        var known = Known(unit, title);
        var gender = title.Gender ?? known?.Gender ?? (words.Length > 1 || IsGiven(unit.First) ? GivenGender(unit.First) : null);
        var index = words.Length > 1 ? ByFullName(words, known, gender) : BySurname(surname, title, known);
        if (index < 0)
        {
            var actor = new Actor
            {
                Name = Name(unit),
                Kind = ActorKind.Person,
                Confidence = words.Length > 1 || known is not null ? 90 : 75,
            };
            index = registry.Add(actor);
        }
        Enrich(index, unit, words, title, known, gender);
        registry.AddSurname(surname, index);
        if (words.Length > 1)
            registry.AddSurname("given " + words[0], index);
        registry.Mention(unit.First, unit.End, head, MentionKind.Name, index);
        if (title.Apposition >= 0)
            registry.Mention(title.AppositionFirst, title.Apposition + 1, title.Apposition, MentionKind.Nominal, index);
        return index;
    }

    /// <summary>A title in the plural goes on to the next name: "Sens. Jane Doe, R-Ohio, and John Roe".</summary>
    void Continue(NameUnit unit, Title title)
    {
        const int gap = 9; // tokens: ", R - Ohio , and"
        if (
            title.Office is null
            && title.Agent is null
            && _plural is { Title: { } before } last
            && unit.First - last.End <= gap
            && document.Tokens[unit.First].Sentence == document.Tokens[last.End - 1].Sentence
            && OnlySeparators(last.End, unit.First)
        )
        {
            (title.Office, title.Text, title.IsPlural) = (before.Office, before.Text, true);
            title.Countries.AddNew(before.Countries);
        }
        _plural = title.IsPlural ? (title, unit.End) : null;
    }

    bool OnlySeparators(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Tokens[i].Upos is not (Upos.Punct or Upos.Cconj or Upos.Propn or Upos.X or Upos.Sym))
                return false;
        return end > first;
    }

    void Enrich(int index, NameUnit unit, string[] words, Title title, KnownPerson? known, char? gender)
    {
        var actor = registry.Actors[index];
        var notes = registry.Notes[index];
        if (words.Length > 1 && notes.Given is null)
        {
            notes.Given = words[0];
            actor.Name = Name(unit);
        }
        actor.Gender ??= gender;
        if (title.Office is { } office)
        {
            if (!actor.TitleFromText)
            {
                (actor.Title, actor.TitleFromText) = (title.Text, true);
                (notes.Role, notes.IsFormer) = (office.Role, title.IsFormer);
            }
            else if (notes.Role.Length == 0)
                notes.Role = office.Role;
            actor.Sectors.AddNew(office.Sectors);
        }
        else if (title.Agent is { } agent)
        {
            if (actor.Title is null)
                (actor.Title, actor.TitleFromText) = (title.Text, true);
            actor.Sectors.AddNew(agent.Sectors);
        }
        actor.Sectors.AddNew(title.Sectors);
        actor.Countries.AddNew(title.Countries);
        foreach (var o in title.Organisations)
            if (!actor.MemberOf.Contains(o) && o != index)
                actor.MemberOf.Add(o);
        if (known is null || actor.KnowledgeId is not null && actor.KnowledgeId != known.Id)
            return;
        (actor.KnowledgeId, actor.WikidataId) = (known.Id, known.WikidataId);
        actor.Confidence = 95;
        if (actor.Countries.Count == 0 && known.Country is not null)
            actor.Countries.AddRange(knowledge.Entity(known.Country)?.Countries ?? [known.Country]);
        var spell = known.At(registry.Published);
        if (actor.Sectors.Count == 0)
            actor.Sectors.AddNew((spell ?? known.Spells[^1]).Sectors);
        if (spell is null)
            return;
        if (actor.Title is null)
            actor.Title = spell.Title;
        if (notes.Role.Length == 0)
            notes.Role = spell.Role;
        if (known.Organisation is not null && knowledge.Entity(known.Organisation) is { } org)
        {
            var o = registry.Of(org);
            if (!actor.MemberOf.Contains(o))
                actor.MemberOf.Add(o);
        }
    }

    /// <summary>The person of the tables, when the name, the title, the time and what else the article names leave no doubt.</summary>
    KnownPerson? Known(NameUnit unit, Title title)
    {
        KnownPerson? best = null;
        var bestFit = 0;
        for (var s = unit.Term < 0 ? -1 : terms.All[unit.Term].Sense; s >= 0; s = knowledge.Names[s].Next)
        {
            var sense = knowledge.Names[s];
            if (sense.Kind is not (SenseKind.Person or SenseKind.Surname) || terms.All[unit.Term].Upper < sense.MinUpper)
                continue;
            var known = knowledge.People[sense.Row];
            var fit = Fit(known, sense.Kind, title);
            if (fit > bestFit)
                (best, bestFit) = (known, fit);
            else if (fit == bestFit && known != best)
                best = null; // two bearers of one name, both as likely
        }
        return best;
    }

    /// <summary>0 for a bearer of the name that cannot be meant, else the more the likelier.</summary>
    int Fit(KnownPerson known, SenseKind kind, Title title)
    {
        var countries = known.Country is null ? [] : knowledge.Entity(known.Country)?.Countries ?? [known.Country];
        var isOfficial = title.Office is { Sectors.Length: > 0 };
        if (title.Countries.Count > 0 && countries.Length > 0 && !title.Countries.Exists(c => Array.IndexOf(countries, c) >= 0))
            return 0;
        var isCurrent = known.IsCurrent(registry.Published);
        if (kind == SenseKind.Surname)
        {
            if (!isCurrent || title.Gender is { } g && known.Gender is not null && g != known.Gender)
                return 0;
        }
        else if (!isCurrent && !isOfficial)
            return 0;
        // a name that many bear is the minister's only where the article has to do with the country
        var isEvident =
            countries.Length == 0
            || title.Countries.Count > 0
            || countries[0] == _outletCountry
            || Array.Exists(countries, capitals.IsEvident);
        if (!isEvident && !known.IsProminent && !isOfficial)
            return 0;
        var role = title.Office?.Role ?? "";
        return 1
            + (isEvident ? 2 : 0)
            + (known.At(registry.Published) is not null ? 1 : 0)
            + (role.Length > 0 && known.Spells.Exists(x => x.Role == role) ? 4 : 0);
    }

    /// <summary>Holds the offices that the text gives against the tables: the person held it on the day of publication, or somebody else did.
    /// </summary>
    internal void CheckTitles()
    {
        if (registry.Published is not { Length: 10 } day)
            return;
        for (var i = 0; i < registry.Actors.Count; i++)
        {
            var (actor, notes) = (registry.Actors[i], registry.Notes[i]);
            if (
                actor is not { Kind: ActorKind.Person, TitleFromText: true, Countries: [var country, ..] }
                || notes.Role.Length == 0
                || notes.IsFormer
            )
                continue;
            if (knowledge.Holder(country, notes.Role, day) is not { } holder)
                continue;
            actor.OfficeInTables =
                holder.Id == actor.KnowledgeId ? OfficeCheck.Confirms
                : actor.KnowledgeId is not null ? OfficeCheck.Contradicts
                : OfficeCheck.None; // a stranger to the tables may hold an office of the same name
        }
    }

    int ByFullName(string[] words, KnownPerson? known, char? gender)
    {
        var people = registry.BySurname(words[^1]);
        if (people is null)
            return -1;
        for (var i = people.Count - 1; i >= Math.Max(0, people.Count - 32); i--)
        {
            var (actor, notes) = (registry.Actors[people[i]], registry.Notes[people[i]]);
            if (known is not null && actor.KnowledgeId == known.Id)
                return people[i];
            if (notes.Given is { } given)
            {
                if (given == words[0] || IsInitialOf(given, words[0]) || IsInitialOf(words[0], given))
                    return people[i];
            }
            else if (actor.KnowledgeId is null && (actor.Gender is null || gender is null || actor.Gender == gender))
                return people[i];
        }
        return -1;
    }

    static bool IsInitialOf(string initial, string given) => initial.Length <= 2 && initial[0] == given[0];

    /// <summary>A single name: the latest full name it may be short for, else a well known bearer, else a given name met before.</summary>
    int BySurname(string name, Title title, KnownPerson? known)
    {
        var best = -1;
        if (registry.BySurname(name) is { } people)
            for (var i = people.Count - 1; i >= Math.Max(0, people.Count - 32); i--)
            {
                var actor = registry.Actors[people[i]];
                if (title.Gender is { } g && actor.Gender is { } has && has != g)
                    continue;
                if (title.Countries.Count > 0 && actor.Countries.Count > 0 && !actor.Countries.Contains(title.Countries[0]))
                    continue;
                if (best < 0 || registry.Notes[people[i]].LastMention > registry.Notes[best].LastMention)
                    best = people[i];
            }
        if (best >= 0 || known is not null)
            return best;
        return registry.BySurname("given " + name) is { Count: 1 } bearers ? bearers[0] : -1;
    }

    string Name(NameUnit unit) => document.SpanOf(unit.First, unit.End).Of(document.Text).ToString();

    /// <summary>The words of a name in lower case without diacritics, "Jr." and the like left out.</summary>
    string[] Words(NameUnit unit)
    {
        var words = new List<string>();
        foreach (var range in document.SpanOf(unit.First, unit.End).Of(document.Text).SplitAny(' ', '\n', '\t', '\u00A0'))
        {
            var word = document.SpanOf(unit.First, unit.End).Of(document.Text)[range].Trim("'’\",.()");
            if (word.IsEmpty || (words.Count > 0 && word is "Jr" or "Sr" or "II" or "III"))
                continue;
            words.Add(
                string.Create(
                    word.Length,
                    word,
                    static (to, from) =>
                    {
                        for (var i = 0; i < from.Length; i++)
                            to[i] = NameHash.Fold(from[i]);
                    }
                )
            );
        }
        return [.. words];
    }

    bool IsGiven(int token) => terms.Find(terms.Covering(token), SenseKind.Given) is not null || Given(token) is not null;

    char? GivenGender(int token) => Given(token) is { } row ? knowledge.GivenGender(row) : null;

    int? Given(int token)
    {
        var cursor = new NameIndex.Cursor(knowledge.Names);
        if (!cursor.Push(document.Form(token), false))
            return null;
        for (var s = cursor.Sense; s >= 0; s = knowledge.Names[s].Next)
            if (knowledge.Names[s].Kind == SenseKind.Given)
                return knowledge.Names[s].Row;
        return null;
    }
}
