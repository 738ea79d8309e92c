using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Actors;

/// <summary>Resolves pronouns of the third person and "who" inside the article: gender and number must agree, subjects and what stands
/// near win, and where two fit equally well nobody is named.</summary>
internal sealed class PronounMentions(Document document, ActorRegistry registry)
{
    const int SentencesBack = 3;
    const int Least = 20;
    const int Margin = 12; // how much better the best must be than another actor
    const int LookBack = 40; // mentions

    readonly List<Mention> _found = [];
    readonly bool[] _quoted = Quotes(document);

    internal void Run()
    {
        var mentions = registry.Mentions;
        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        var upcoming = 0;
        var heads = new Dictionary<int, int>();
        foreach (var m in mentions)
            heads[m.Head] = m.Actor;
        var before = new List<Mention>();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            while (upcoming < mentions.Count && mentions[upcoming].First <= i)
                before.Add(mentions[upcoming++]);
            var kind = Kind(document.Tokens[i].Lower);
            if (kind == PronounKind.None || heads.ContainsKey(i))
                continue;
            var actor = kind == PronounKind.Relative ? Antecedent(i, heads) : Best(i, kind, before, heads);
            if (actor < 0)
                continue;
            if (kind is PronounKind.He or PronounKind.She && registry.Actors[actor].Kind is ActorKind.Person or ActorKind.Unnamed)
                registry.Actors[actor].Gender ??= kind == PronounKind.He ? 'm' : 'f';
            var mention = new Mention(i, i + 1, i, MentionKind.Pronoun, actor);
            _found.Add(mention);
            before.Add(mention);
            heads[i] = actor;
        }
        mentions.AddRange(_found);
    }

    enum PronounKind
    {
        None,
        He,
        She,
        They,
        It,
        Relative,
    }

    static PronounKind Kind(string word) =>
        word switch
        {
            "he" or "him" or "his" or "himself" => PronounKind.He,
            "she" or "her" or "hers" or "herself" => PronounKind.She,
            "they" or "them" or "their" or "theirs" or "themselves" => PronounKind.They,
            "it" or "its" or "itself" => PronounKind.It,
            "who" or "whose" or "which" or "that" => PronounKind.Relative,
            _ => PronounKind.None,
        };

    /// <summary>"who" is the noun that its clause modifies.</summary>
    int Antecedent(int token, Dictionary<int, int> heads)
    {
        ref readonly var t = ref document.Tokens[token];
        if (t.Upos is not (Upos.Pron or Upos.Det))
            return -1;
        var verb = t.Head;
        for (var i = 0; i < 6 && verb >= 0; i++, verb = document.Tokens[verb].Head)
            if (document.Tokens[verb].Deprel == Deprel.AclRelcl)
            {
                var noun = document.Tokens[verb].Head;
                return noun >= 0 && noun < token ? heads.GetValueOrDefault(noun, -1) : -1;
            }
        return -1;
    }

    int Best(int token, PronounKind kind, List<Mention> before, Dictionary<int, int> heads)
    {
        if (document.Tokens[token].Deprel == Deprel.Expl)
            return -1;
        if (kind == PronounKind.It && document.Tokens[token].Lower == "it" && IsEmpty(token))
            return -1;
        if (kind is PronounKind.It or PronounKind.They)
            return OfSubject(token, kind, heads);
        int best = -1,
            bestScore = -1000,
            secondScore = -1000;
        var sentence = document.Tokens[token].Sentence;
        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - LookBack); i--)
        {
            var m = before[i];
            var distance = sentence - document.Tokens[m.Head].Sentence;
            if (distance > SentencesBack)
                break;
            if (m.End > token || !Agrees(m, kind) || !IsInReach(token, m))
                continue;
            var score = Score(token, m, distance, kind);
            if (m.Actor == best)
                bestScore = Math.Max(bestScore, score);
            else if (score > bestScore)
                (best, bestScore, secondScore) = (m.Actor, score, bestScore);
            else
                secondScore = Math.Max(secondScore, score);
        }
        return best >= 0 && bestScore >= Least && bestScore - secondScore >= Margin ? best : -1;
    }

    /// <summary>"It" and "they" stand for much that is no actor. They are resolved to the nearest subject before them in the sentence, else
    /// to the main subject of the sentence before, and only when that is an actor that agrees.</summary>
    int OfSubject(int token, PronounKind kind, Dictionary<int, int> heads)
    {
        var tokens = document.Tokens;
        var sentence = document.Sentences[tokens[token].Sentence];
        for (var i = token - 1; i >= sentence.First; i--)
            if (IsDirectSubject(i) && tokens[i].Head != token && !(tokens[i].Head == tokens[token].Head && IsDirectSubject(token)))
                return tokens[i].Lower is "who" or "which" or "that" or "it" or "they" || _quoted[i] == _quoted[token] || !_quoted[token]
                    ? Agreeing(i, kind, heads)
                    : -1;
        if (tokens[token].Sentence == 0 || _quoted[token])
            return -1;
        var before = document.Sentences[tokens[token].Sentence - 1];
        if (before.Paragraph < sentence.Paragraph - 1 || before.Zone == Zone.Headline)
            return -1;
        for (var i = before.First; i < before.End; i++)
            if (IsMainSubject(i) && tokens[tokens[i].Head].Head < 0)
                return Agreeing(i, kind, heads);
        return -1;
    }

    int Agreeing(int subject, PronounKind kind, Dictionary<int, int> heads) =>
        heads.TryGetValue(subject, out var actor) && Agrees(actor, kind, subject) ? actor : -1;

    bool Agrees(int index, PronounKind kind, int subject)
    {
        // "NATO and Washington ... their": two together, which no single actor is
        if (document.Child(subject, Deprel.Conj) >= 0)
            return false;
        var actor = registry.Actors[index];
        var plural = registry.Notes[index].IsPlural;
        return kind == PronounKind.They
            ? plural || actor.Kind is ActorKind.Group or ActorKind.Organisation
            : !plural && actor.Kind is ActorKind.Country or ActorKind.Bloc or ActorKind.Organisation or ActorKind.Group;
    }

    bool Agrees(Mention m, PronounKind kind)
    {
        var actor = registry.Actors[m.Actor];
        var plural = registry.Notes[m.Actor].IsPlural;
        return kind switch
        {
            PronounKind.He => actor.Gender != 'f' && IsHuman(actor, plural),
            PronounKind.She => actor.Gender != 'm' && IsHuman(actor, plural),
            _ => false,
        };
    }

    static bool IsHuman(Actor actor, bool plural) => actor.Kind == ActorKind.Person || (actor.Kind == ActorKind.Unnamed && !plural);

    /// <summary>A pronoun outside quotation marks does not mean somebody whom only a quotation names; one inside does not mean who speaks,
    /// whom this stage does not know: it stays in its quotation.</summary>
    bool IsInReach(int token, Mention m)
    {
        if (_quoted[token] && !_quoted[m.Head])
            return false;
        var tokens = document.Tokens;
        // an object is not its own subject: "Lavrov met him"
        if (
            tokens[token].Lower is "him" or "them" or "it" or "her"
            && tokens[token].Deprel != Deprel.NmodPoss
            && tokens[m.Head].Head == tokens[token].Head
            && tokens[m.Head].Head >= 0
        )
            return false;
        return !document.IsUnder(m.Head, token);
    }

    int Score(int token, Mention m, int distance, PronounKind kind)
    {
        var tokens = document.Tokens;
        var score = 100 - 30 * distance;
        var isSubject = IsSubject(m.Head);
        if (isSubject)
            score += 35;
        else if (tokens[m.Head].Deprel is Deprel.Obj or Deprel.Iobj)
            score += 10;
        else if (tokens[m.Head].Deprel is Deprel.NmodPoss or Deprel.Nmod)
            score -= 10;
        if (distance == 0 && tokens[token].Deprel == Deprel.NmodPoss && isSubject)
            score += 15;
        if (distance > 0 && IsMainSubject(m.Head))
            score += 10;
        if (_quoted[m.Head] && !_quoted[token])
            score -= 40;
        var there = document.Sentences[tokens[m.Head].Sentence];
        var here = document.Sentences[tokens[token].Sentence];
        if (there.Paragraph != here.Paragraph)
            score -= 15 * Math.Min(3, here.Paragraph - there.Paragraph);
        if (there.Zone == Zone.Headline && here.Zone != Zone.Headline)
            score -= 40;
        if (registry.Actors[m.Actor] is { Kind: ActorKind.Unnamed })
            score -= 5;
        if (registry.Actors[m.Actor].Gender is not null)
            score += 20;
        if (m.Kind == MentionKind.Pronoun && document.Tokens[m.First].Lower is "he" or "she" && Kind(tokens[m.First].Lower) == kind)
            score += 15;
        return score - (distance == 0 ? Math.Min(30, token - m.Head) : Math.Min(15, (token - m.Head) / 4));
    }

    bool IsSubject(int token) =>
        document.Tokens[token].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter
        || (
            document.Tokens[token].Deprel == Deprel.Appos
            && document.Tokens[token].Head >= 0
            && IsDirectSubject(document.Tokens[token].Head)
        );

    bool IsDirectSubject(int token) => document.Tokens[token].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter;

    bool IsMainSubject(int token) =>
        IsSubject(token)
        && document.Tokens[token].Head is >= 0 and var verb
        && document.Tokens[verb].Deprel is Deprel.Root or Deprel.Conj or Deprel.Parataxis;

    /// <summary>"It is possible that ...", "it seems", "it rained": nobody.</summary>
    bool IsEmpty(int token)
    {
        var governor = document.Tokens[token].Head;
        if (governor < 0)
            return true;
        ref readonly var g = ref document.Tokens[governor];
        if (g.Upos is Upos.Adj or Upos.Noun or Upos.Adv or Upos.Pron)
            return true;
        if (
            g.Lemma
            is "seem"
                or "appear"
                or "take"
                or "happen"
                or "turn"
                or "rain"
                or "snow"
                or "mean"
                or "matter"
                or "cost"
                or "be"
                or "come"
        )
            return true;
        return document.Child(governor, Deprel.Csubj, Deprel.CsubjPass) >= 0 || document.Child(governor, Deprel.Expl) >= 0;
    }

    /// <summary>Which tokens stand in quotation marks. A paragraph without a closing mark ends its quotation.</summary>
    static bool[] Quotes(Document document)
    {
        var quoted = new bool[document.Tokens.Length];
        var inside = false;
        var paragraph = -1;
        foreach (var s in document.Sentences)
        {
            if (s.Paragraph != paragraph)
                (inside, paragraph) = (false, s.Paragraph);
            for (var i = s.First; i < s.End; i++)
                switch (document.Text[document.Tokens[i].Start])
                {
                    case '“' or '«' or '„':
                        inside = true;
                        break;
                    case '”' or '»':
                        inside = false;
                        break;
                    case '"':
                        inside = !inside;
                        break;
                    case '`' when document.Tokens[i].Lower == "``":
                        inside = true;
                        break;
                    case '\'' when document.Tokens[i].Lower == "''":
                        inside = false;
                        break;
                    default:
                        quoted[i] = inside;
                        break;
                }
        }
        return quoted;
    }
}
