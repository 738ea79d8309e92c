using OnRecord.Knowledge;
using OnRecord.Language;

namespace OnRecord.Actors;

/// <summary>What stands around a person's name and tells the office.</summary>
internal sealed class Title
{
    internal Office? Office { get; set; }
    internal Agent? Agent { get; set; }
    internal string? Text { get; set; }

    /// <summary>The title itself says nothing of the sector: a spokesman, a chief.</summary>
    internal bool HasNoSector => Office is null or { Sectors.Length: 0 } && Agent is null or { Sectors.Length: 0 };

    /// <summary>The title is in the plural and goes for the names that follow too: "Sens. Doe and Roe".</summary>
    internal bool IsPlural { get; set; }

    /// <summary>"former", "ex-", "then": the office is not held any more.</summary>
    internal bool IsFormer { get; set; }
    internal char? Gender { get; set; }
    internal List<string> Countries { get; } = [];
    internal List<string> Sectors { get; } = [];

    /// <summary>Actors that are no states: NATO in "NATO Secretary General".</summary>
    internal List<int> Organisations { get; } = [];

    /// <summary>Head token of an apposition that is a mention of its own, or -1.</summary>
    internal int Apposition { get; set; } = -1;
    internal int AppositionFirst { get; set; }
}

/// <summary>Reads titles before names ("Russian Foreign Minister Sergei Lavrov") and behind them ("Lavrov, Russia's foreign minister").</summary>
internal sealed class Titles(Document document, Terms terms, NameUnits units, ActorRegistry registry)
{
    const int LongestApposition = 7; // words between the comma and the office

    internal Title Around(NameUnit unit)
    {
        var title = new Title();
        var sentence = document.Sentences[document.Tokens[unit.First].Sentence];
        var first = Before(unit.First, sentence.First, title);
        if (first == unit.First)
            BeforeComma(unit.First, sentence.First, title);
        if (title.Office is null && title.Agent is null)
            Behind(unit, sentence.End, title);
        PartyMark(unit.End, sentence.End, title);
        return title;
    }

    /// <summary>Reads offices and what they belong to, leftwards. Gives the first token of the title.</summary>
    int Before(int name, int start, Title title)
    {
        var i = name;
        var read = false;
        while (i > start && terms.EndingAt(i) is >= 0 and var t)
        {
            // "the Democratic presidential candidate": a term that is a name belongs to the country part below
            var office = terms.Office(t);
            var agent = terms.Agent(t);
            if (office is { Flag: 'm' or 'f' })
                title.Gender ??= office.Flag;
            else if (office is { IsAddress: true }) { }
            else if (
                office is { Flag: 'b' }
                && (terms.Find(t, SenseKind.Offices) is null || char.IsUpper(document.Form(terms.All[t].First)[0]))
            )
            {
                if (IsInOtherClause(terms.All[t].End - 1, name, start))
                    break;
                Set(title, office, null, t);
                title.IsPlural |= terms.Find(t, SenseKind.Offices) is not null;
            }
            else if (agent is not null && terms.Find(t, SenseKind.Agents) is null && agent.Kind != 'o')
            {
                if (IsInOtherClause(terms.All[t].End - 1, name, start))
                    break;
                Set(title, null, agent, t);
            }
            else
                break;
            read = true;
            i = terms.All[t].First;
        }
        if (!read || title.Office is null && title.Agent is null)
            return i;
        return Owners(i, start, title);
    }

    /// <summary>"the judge Trump accused": the name is the subject of a clause behind the noun, and the noun no title of it.</summary>
    bool IsInOtherClause(int noun, int name, int start)
    {
        if (char.IsUpper(document.Form(noun)[0]))
            return false;
        var tokens = document.Tokens;
        var determined = false;
        for (var i = noun - 1; i >= Math.Max(start, noun - 4) && !determined; i--)
            determined = tokens[i].Upos == Upos.Det;
        return determined
            && tokens[name].Deprel is Deprel.Nsubj or Deprel.NsubjPass
            && tokens[name].Head > name
            && tokens[noun].Head != name;
    }

    void Set(Title title, Office? office, Agent? agent, int term)
    {
        var text = document.SpanOf(terms.All[term].First, terms.All[term].End).Of(document.Text).ToString();
        // "Presidents Lincoln and Grant": one of them is a President
        if (office is not null && terms.Find(term, SenseKind.Office) is null)
            text = char.IsUpper(text[0]) ? Capitals(office.Title) : office.Title;
        if (title.Office is null && title.Agent is null)
            (title.Office, title.Agent, title.Text) = (office, agent, text);
        else if (title.Office is null && office is { Sectors.Length: > 0 })
            title.Office = office;
    }

    static string Capitals(string words) =>
        string.Create(
            words.Length,
            words,
            static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    to[i] = i == 0 || from[i - 1] is ' ' or '-' ? char.ToUpperInvariant(from[i]) : from[i];
            }
        );

    /// <summary>Countries and organisations before an office: "Russian", "Russia's", "NATO", "UK and US", "former".</summary>
    int Owners(int i, int start, Title title)
    {
        for (var steps = 0; i > start && steps < 8; steps++)
        {
            ref readonly var t = ref document.Tokens[i - 1];
            if (units.Covering(i - 1) is { } unit)
            {
                if (IsBacked(unit.End))
                    return i;
                AddOwner(title, unit);
                i = unit.First;
                continue;
            }
            if (
                t.Upos is Upos.Adj or Upos.Noun
                || NounPhrase.IsPossessiveMark(document, i - 1)
                || t.Lower is "-" or "then" or "ex" or "former" or "acting" or "and"
            )
            {
                // "UK and US officials", but not "Smith and the British envoy"
                title.IsFormer |= t.Lower is "ex" or "former" or "then" or "late" or "ousted" or "deposed" or "onetime";
                if (t.Lower == "and" && (title.Countries.Count == 0 || !IsState(i - 2)))
                    return i;
                if (
                    t.Upos == Upos.Noun
                    && title.HasNoSector
                    && terms.Covering(i - 1) is >= 0 and var term
                    && terms.Agent(term) is { } agent
                )
                    title.Sectors.AddNew(agent.Sectors);
                i--;
                continue;
            }
            return i;
        }
        return i;
    }

    bool IsState(int token) => units.Covering(token) is { Term: >= 0 } unit && terms.Entity(unit.Term, SenseKind.Adjective) is not null;

    bool IsBacked(int next) =>
        next + 1 < document.Tokens.Length
        && document.Tokens[next].Lower == "-"
        && document.Tokens[next + 1].Upos is Upos.Verb or Upos.Adj or Upos.Noun;

    void AddOwner(Title title, NameUnit unit)
    {
        var actor = unit.Actor;
        if (actor < 0 && unit.Term >= 0)
        {
            // a name behind the person's is not resolved yet; a capital before an office stands for its state: "Moscow envoy"
            var entity = terms.Entity(unit.Term, SenseKind.Entity) ?? terms.Entity(unit.Term, SenseKind.Adjective);
            if (entity is not null)
                actor = registry.Of(entity);
            else if (terms.Entity(unit.Term, SenseKind.Capital) is { } state)
                title.Countries.AddNew(state.Countries);
        }
        if (actor < 0)
            return;
        var owner = registry.Actors[actor];
        if (owner.Kind == ActorKind.Person)
        {
            if (!NounPhrase.IsPossessiveMark(document, unit.End))
                return;
            title.Countries.AddNew(owner.Countries);
            if (title.HasNoSector)
                title.Sectors.AddNew(owner.Sectors);
            return;
        }
        title.Countries.AddNew(owner.Countries);
        if (owner.Kind != ActorKind.Country)
            title.Organisations.Add(actor);
        // a spokesman, a leader, a chief is what they speak for or lead
        if (title.HasNoSector)
            title.Sectors.AddNew(owner.Kind == ActorKind.Country && owner.Sectors.Count == 0 ? ["GOV"] : owner.Sectors);
    }

    /// <summary>"The Russian foreign minister, Sergei Lavrov, ..."</summary>
    void BeforeComma(int name, int start, Title title)
    {
        if (name - 2 < start || document.Tokens[name - 1].Lower != "," || terms.EndingAt(name - 1) is not (>= 0 and var t))
            return;
        if (terms.Office(t) is not { Sectors.Length: > 0 } office || terms.Find(t, SenseKind.Offices) is not null)
            return;
        var head = terms.All[t].End - 1;
        // Without the parse saying so it may be a list: "the minister, Anna Berg and others".
        if (!document.IsUnder(head, document.HeadOf(name, name + 1)) && document.Tokens[name].Head != head && !HasApposition(head))
            return;
        Set(title, office, null, t);
        Owners(terms.All[t].First, start, title);
    }

    bool HasApposition(int head) => document.Child(head, Deprel.Appos) >= 0;

    /// <summary>"..., the defence secretary," and "..., a spokesman for the foreign ministry,".</summary>
    void Behind(NameUnit unit, int end, Title title)
    {
        var i = unit.End;
        if (i + 1 >= end || document.Tokens[i].Lower != ",")
            return;
        var start = i + 1;
        for (i = start; i < end && i - start < LongestApposition; i++)
        {
            var t = terms.StartingAt(i);
            if (t >= 0 && (terms.Office(t) is not null || terms.Agent(t) is not null) && terms.Entity(t, SenseKind.Entity) is null)
            {
                var office = terms.Office(t);
                var agent = terms.Agent(t);
                var last = terms.All[t].End;
                if (terms.Find(t, SenseKind.Offices) is not null || (office is null && terms.Find(t, SenseKind.Agents) is not null))
                    return;
                // "police spokesman": the last of several nouns is the head
                if (
                    last < end
                    && terms.StartingAt(last) is >= 0 and var next
                    && (terms.Office(next) ?? (object?)terms.Agent(next)) is not null
                )
                {
                    if (agent is not null)
                        title.Sectors.AddNew(agent.Sectors);
                    continue;
                }
                if (last < end && document.Tokens[last].Upos == Upos.Propn && document.Tokens[last].Lower != ",")
                    return; // the title of somebody else: "Smith, President Obama's aide"
                if (last < end && NounPhrase.IsPossessiveMark(document, last))
                    return;
                if (office is { IsAddress: true })
                    return;
                Set(title, office, office is null ? agent : null, t);
                (title.Apposition, title.AppositionFirst) = (last - 1, start);
                Owners(i, start, title);
                Complement(last, end, title);
                return;
            }
            if (!IsInsideNounPhrase(i))
                return;
        }
    }

    /// <summary>American party marks: "Jane Doe, R-Ohio", "Jane Doe (D-Calif.)".</summary>
    void PartyMark(int i, int end, Title title)
    {
        if (i + 2 >= end || document.Tokens[i].Lower is not ("," or "("))
            return;
        var form = document.Form(i + 1);
        if (form is not ("R" or "D" or "I") || document.Tokens[i + 2].Lower != "-")
            if (form.Length < 4 || form[0] is not ('R' or 'D' or 'I') || form[1] != '-' || !char.IsUpper(form[2]))
                return;
        title.Countries.AddNew(["USA"]);
        if (title.Office is null)
            title.Sectors.AddNew(["LEG"]);
    }

    bool IsInsideNounPhrase(int i) =>
        document.Tokens[i].Upos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num
        || NounPhrase.IsPossessiveMark(document, i)
        || document.Tokens[i].Lower is "-" or "former" or "his" or "her" or "its" or "their" or "of" or "then";

    /// <summary>"... of Russia", "... for the Foreign Ministry".</summary>
    void Complement(int i, int end, Title title)
    {
        if (i >= end || document.Tokens[i].Lower is not ("of" or "for" or "at" or "to" or "from" or "in"))
            return;
        for (var j = i + 1; j < end && j < i + 8; j++)
        {
            if (terms.StartingAt(j) is >= 0 and var t && units.Covering(j) is not { Term: -1 })
            {
                if (terms.Entity(t, SenseKind.Entity) is { } entity)
                {
                    title.Countries.AddNew(entity.Countries);
                    if (entity.Kind is not (EntityKind.Country or EntityKind.Seat))
                    {
                        title.Sectors.AddNew(entity.Sectors);
                        title.Organisations.Add(registry.Of(entity));
                    }
                    return;
                }
                if (terms.Entity(t, SenseKind.Adjective) is { } adjective)
                    title.Countries.AddNew(adjective.Countries);
                else if (terms.Agent(t) is { } agent)
                    title.Sectors.AddNew(agent.Sectors);
            }
            else if (!IsInsideNounPhrase(j))
                return;
        }
    }
}
