using System.Collections.Frozen;
using OnRecord.Knowledge;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Finds everything that coreference may tie together: names, nouns with their modifiers, personal pronouns.</summary>
internal sealed class MentionFinder(KnowledgeBase knowledge)
{
    static readonly FrozenDictionary<string, PronounClass> Pronouns = new Dictionary<string, PronounClass>
    {
        ["i"] = PronounClass.I,
        ["me"] = PronounClass.I,
        ["my"] = PronounClass.I,
        ["mine"] = PronounClass.I,
        ["myself"] = PronounClass.I,
        ["we"] = PronounClass.We,
        ["us"] = PronounClass.We,
        ["our"] = PronounClass.We,
        ["ours"] = PronounClass.We,
        ["ourselves"] = PronounClass.We,
        ["you"] = PronounClass.You,
        ["your"] = PronounClass.You,
        ["yours"] = PronounClass.You,
        ["yourself"] = PronounClass.You,
        ["yourselves"] = PronounClass.You,
        ["he"] = PronounClass.He,
        ["him"] = PronounClass.He,
        ["his"] = PronounClass.He,
        ["himself"] = PronounClass.He,
        ["she"] = PronounClass.She,
        ["her"] = PronounClass.She,
        ["hers"] = PronounClass.She,
        ["herself"] = PronounClass.She,
        ["it"] = PronounClass.It,
        ["its"] = PronounClass.It,
        ["itself"] = PronounClass.It,
        ["they"] = PronounClass.They,
        ["them"] = PronounClass.They,
        ["their"] = PronounClass.They,
        ["theirs"] = PronounClass.They,
        ["themselves"] = PronounClass.They,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    readonly FrozenSet<string> _men = knowledge.Words("man-noun");
    readonly FrozenSet<string> _women = knowledge.Words("woman-noun");

    /// <summary>All mentions by their first token; of two that start together the longer comes first.</summary>
    internal List<NounMention> Find(Document d)
    {
        var found = new List<NounMention>(d.Tokens.Length / 4);
        var names = d.Names;
        var n = 0;
        for (var i = 0; i < d.Tokens.Length; i++)
        {
            while (n < names.Length && names[n].End <= i)
                n++;
            if (n < names.Length && names[n].First <= i)
            {
                found.Add(Name(d, names[n].First, names[n].End, names[n].Kind));
                i = names[n].End - 1;
                continue;
            }
            ref readonly var t = ref d.Tokens[i];
            if (Pronouns.TryGetValue(t.Lower, out var pronoun) && (t.Upos == Upos.Pron || pronoun >= PronounClass.He))
                found.Add(Pronoun(d, i, pronoun));
            else if (t.Upos == Upos.Propn && IsHead(d, i))
            {
                var next = n < names.Length ? names[n].First : d.Tokens.Length;
                if (!IsTitle(d, i, names, n))
                    found.Add(Name(d, RunStart(d, i, n > 0 ? names[n - 1].End : 0), RunEnd(d, i, next), NameKind.None));
            }
            else if (t.Upos == Upos.Noun && IsHead(d, i) && !IsTitle(d, i, names, n))
                found.Add(Noun(d, i));
            else if (t.Upos == Upos.Adj && char.IsUpper(d.Text[t.Start]) && Adjective(d, i) is { } adjective)
                found.Add(adjective);
        }
        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return found;
    }

    /// <summary>Whether the word stands for a phrase and not for a part of a longer noun.</summary>
    static bool IsHead(Document d, int i) =>
        d.Tokens[i].Deprel
            is not (
                Deprel.Compound
                or Deprel.Flat
                or Deprel.FlatForeign
                or Deprel.Fixed
                or Deprel.Goeswith
                or Deprel.Case
                or Deprel.Mark
                or Deprel.NmodDesc
            )
        || d.Tokens[i].Head < 0;

    /// <summary>"Minister" in "Minister Kari Lund": a noun straight before a person's name that the tree ties to it.</summary>
    static bool IsTitle(Document d, int i, Name[] names, int next)
    {
        if (next >= names.Length || names[next].First != i + 1 || names[next].Kind != NameKind.Person)
            return false;
        var head = d.HeadOf(names[next].First, names[next].End);
        return d.Tokens[head].Head == i || d.Tokens[i].Head == head;
    }

    static int RunStart(Document d, int i, int least)
    {
        var first = i;
        while (first > least && d.Tokens[first - 1].Upos == Upos.Propn && d.Tokens[first - 1].Head is var h && h >= first && h <= i)
            first--;
        return first;
    }

    static int RunEnd(Document d, int i, int most)
    {
        var end = i + 1;
        while (end < most && d.Tokens[end].Deprel is Deprel.Flat && d.Tokens[end].Head >= i && d.Tokens[end].Head < end)
            end++;
        return end;
    }

    NounMention Name(Document d, int first, int end, NameKind kind)
    {
        var head = d.HeadOf(first, end);
        var m = Begin(d, first, end, head, MentionKind.Name);
        m.Name = kind;
        m.IsPlural = d.Tokens[head].Xpos == "NNPS" && kind != NameKind.Person;
        for (var sense = Sense(d, first, end, out var upper); sense >= 0; sense = knowledge.Names[sense].Next)
        {
            var s = knowledge.Names[sense];
            if (upper < s.MinUpper)
                continue;
            if (s.Kind is SenseKind.Entity or SenseKind.Adjective && kind != NameKind.Person)
                m.Entity ??= knowledge.Entities[s.Row].Id;
            else if (s.Kind is SenseKind.Person)
                m.Gender = GenderOf(knowledge.People[s.Row].Gender);
        }
        if (m.Gender == Gender.Unknown && kind is NameKind.Person or NameKind.None)
            m.Gender = Given(d, first);
        var sentence = d.Sentences[d.Tokens[first].Sentence];
        // titles and forms of address: "Defence Minister", "Mr"
        while (
            m.TitleFirst > sentence.First
            && d.Tokens[m.TitleFirst - 1] is { Upos: Upos.Noun or Upos.Propn or Upos.Adj, Deprel: not Deprel.Nsubj } before
            && (before.Head >= m.TitleFirst - 1 && before.Head < end || d.Tokens[head].Head == m.TitleFirst - 1)
        )
        {
            m.TitleFirst--;
            if (m.Gender == Gender.Unknown || first - m.TitleFirst == 1)
                m.Gender = Address(d, m.TitleFirst) is var g and not Gender.Unknown ? g : m.Gender;
        }
        return m;
    }

    NounMention Noun(Document d, int i)
    {
        var m = Begin(d, d.Subtree(i).First, i + 1, i, MentionKind.Nominal);
        foreach (var c in d.Children(i))
        {
            if (c > i)
                break;
            // what stands between the preposition and the noun
            if (
                d.Tokens[c].Deprel
                is Deprel.Case
                    or Deprel.Mark
                    or Deprel.Cc
                    or Deprel.Punct
                    or Deprel.Advmod
                    or Deprel.Cop
                    or Deprel.Nsubj
                    or Deprel.Aux
            )
                m.First = d.Subtree(c).End;
            else
                m.Determiner = Determined(d, c) is var known and not Determiner.None ? known : m.Determiner;
        }
        m.First = m.TitleFirst = Math.Min(m.First, i);
        m.IsPlural = d.Tokens[i].Xpos is "NNS" or "NNPS";
        var lemma = d.Tokens[i].Lemma;
        m.Gender =
            _men.Contains(lemma) ? Gender.Male
            : _women.Contains(lemma) ? Gender.Female
            : Gender.Unknown;
        return m;
    }

    static Determiner Determined(Document d, int child) =>
        d.Tokens[child] switch
        {
            { Deprel: Deprel.NmodPoss } => Determiner.Possessive,
            { Deprel: Deprel.Det, Lower: "the" } => Determiner.Definite,
            { Deprel: Deprel.Det, Lower: "this" or "that" or "these" or "those" } => Determiner.Demonstrative,
            { Deprel: Deprel.Det } => Determiner.Indefinite,
            _ => Determiner.None,
        };

    NounMention? Adjective(Document d, int i)
    {
        for (var sense = Sense(d, i, i + 1, out var upper); sense >= 0; sense = knowledge.Names[sense].Next)
            if (knowledge.Names[sense] is { Kind: SenseKind.Adjective } s && upper >= s.MinUpper)
                return Begin(d, i, i + 1, i, MentionKind.Name) with { Entity = knowledge.Entities[s.Row].Id };
        return null;
    }

    static NounMention Pronoun(Document d, int i, PronounClass pronoun) =>
        Begin(d, i, i + 1, i, MentionKind.Pronoun) with
        {
            Pronoun = pronoun,
            IsPlural = pronoun is PronounClass.They or PronounClass.We,
            Gender =
                pronoun == PronounClass.He ? Gender.Male
                : pronoun == PronounClass.She ? Gender.Female
                : Gender.Unknown,
        };

    static NounMention Begin(Document d, int first, int end, int head, MentionKind kind) =>
        new()
        {
            First = first,
            End = end,
            Head = head,
            Kind = kind,
            TitleFirst = first,
            Role = RoleOf(d, head),
            IsCoordinated = d.Child(head, Deprel.Conj) >= 0,
            Quotation = d.Quotations.OuterAt(d.Tokens[head].Start),
            Referent = -1,
        };

    internal static Role RoleOf(Document d, int token)
    {
        for (var i = 0; i < 8 && d.Tokens[token].Deprel == Deprel.Conj && d.Tokens[token].Head >= 0; i++)
            token = d.Tokens[token].Head;
        return d.Tokens[token].Deprel switch
        {
            Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter => Role.Subject,
            Deprel.Obj or Deprel.Iobj => Role.Object,
            Deprel.Obl or Deprel.OblAgent or Deprel.OblUnmarked => Role.Oblique,
            Deprel.NmodPoss => Role.Possessive,
            Deprel.Nmod or Deprel.Compound or Deprel.Amod or Deprel.NmodDesc or Deprel.NmodUnmarked => Role.Modifier,
            Deprel.Appos => Role.Apposition,
            _ => Role.Other,
        };
    }

    int Sense(Document d, int first, int end, out int upper)
    {
        var cursor = new NameIndex.Cursor(knowledge.Names);
        upper = 0;
        for (var i = first; i < end; i++)
            if (!cursor.Push(d.Form(i), i > first && d.Tokens[i].Start > d.Tokens[i - 1].End))
                return -1;
        upper = cursor.Upper;
        return cursor.Sense;
    }

    Gender Given(Document d, int token)
    {
        for (var sense = Sense(d, token, token + 1, out _); sense >= 0; sense = knowledge.Names[sense].Next)
            if (knowledge.Names[sense] is { Kind: SenseKind.Given } given)
                return GenderOf(knowledge.GivenGender(given.Row));
        return Gender.Unknown;
    }

    Gender Address(Document d, int token)
    {
        for (var sense = Sense(d, token, token + 1, out _); sense >= 0; sense = knowledge.Names[sense].Next)
            if (knowledge.Names[sense] is { Kind: SenseKind.Office } office)
                return GenderOf(knowledge.Offices[office.Row].Flag);
        return _men.Contains(d.Tokens[token].Lower) ? Gender.Male
            : _women.Contains(d.Tokens[token].Lower) ? Gender.Female
            : Gender.Unknown;
    }

    static Gender GenderOf(char? letter) =>
        letter switch
        {
            'm' => Gender.Male,
            'f' => Gender.Female,
            _ => Gender.Unknown,
        };

    /// <summary>What the tables hold of a noun, for <see cref="CoreferenceModel"/>: the kinds of its meanings as bits.</summary>
    internal uint KindsOf(Document d, int token)
    {
        var bits = 0u;
        for (var sense = Sense(d, token, token + 1, out var upper); sense >= 0; sense = knowledge.Names[sense].Next)
        {
            var s = knowledge.Names[sense];
            if (upper >= s.MinUpper)
                bits |= s.Kind is SenseKind.Agent or SenseKind.Agents
                    ? 1u << 16 | (uint)(knowledge.Agents[s.Row].Kind - 'a') << 20
                    : 1u << (int)s.Kind;
        }
        return bits;
    }
}
