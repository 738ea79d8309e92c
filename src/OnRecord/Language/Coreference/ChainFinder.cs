using OnRecord.Knowledge;

namespace OnRecord.Language;

/// <summary>Ties names, nouns and pronouns that mean the same into chains. Names and nouns by sieves, the surest first; then each pronoun
/// of the third person goes to what a trained ranker puts clearly first before it; then the first persons of a quotation go to its
/// speaker. In doubt nothing is tied.</summary>
internal sealed class ChainFinder(ModelFile model, KnowledgeBase knowledge, Lexicon lexicon)
{
    /// <summary>Sentences that an antecedent may stand before its pronoun.</summary>
    const int SentencesBack = 6;

    /// <summary>Below it nobody is "he" or "she".</summary>
    const int LeastHuman = -2 * CoreferenceModel.Scale;

    /// <summary>Mentions that are looked at before a pronoun.</summary>
    const int LookBack = 60;

    readonly CoreferenceModel _model = new(model);
    readonly MentionFinder _finder = new(knowledge);

    /// <summary>How much better than the next the best antecedent must be, so that of two that fit equally neither is named.</summary>
    const int Margin = CoreferenceModel.Scale * 3 / 4;

    /// <summary>With the model of the build; null where it has none.</summary>
    internal static ChainFinder? Load(KnowledgeBase knowledge) =>
        ModelFile.Embedded("coreference") is { } model && ModelFile.Embedded("words") is { } words
            ? new(model, knowledge, new(words))
            : null;

    /// <summary>What a trainer is shown of each decision.</summary>
    /// <param name="Head">Token of the pronoun.</param>
    /// <param name="Candidates">What it may mean.</param>
    /// <param name="Features">Of each.</param>
    internal sealed record Decision(int Head, List<ChainMention> Candidates, List<uint[]> Features)
    {
        /// <summary>Features of meaning none of them.</summary>
        internal uint[] None { get; set; } = [];
    }

    /// <summary>The chains of a document, by their first mention.</summary>
    internal Chain[] Find(Document document, Action<Decision>? observe = null)
    {
        var mentions = _finder.Find(document);
        var referents = new List<Referent>();
        Judge(document, mentions);
        new NameSieve(document, mentions, referents).Run();
        new NominalSieve(document, mentions, referents).Run();
        var resolver = new Resolver(this, document, mentions, referents, observe);
        resolver.Run();
        return Collect(mentions, referents.Count);
    }

    /// <summary>Fills in how surely each name and noun is somebody.</summary>
    void Judge(Document document, List<NounMention> mentions)
    {
        Span<uint> features = stackalloc uint[CoreferenceModel.MostFeatures];
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind == MentionKind.Pronoun)
                continue;
            var m = mentions[i];
            m.Human = _model.Score(features[..Human(document, m, features)]);
            mentions[i] = m;
        }
    }

    /// <summary>The features by which a mention is judged.</summary>
    internal int Human(Document document, in NounMention m, Span<uint> features) =>
        CoreferenceModel.Human(
            document,
            m,
            _finder.KindsOf(document, m.Head),
            lexicon.Find(WordFeatures.LowerHash(document.Form(m.Head))).Cluster,
            features
        );

    /// <summary>Names and nouns before anything is tied; for training.</summary>
    internal List<NounMention> Mentions(Document document) => _finder.Find(document);

    static Chain[] Collect(List<NounMention> mentions, int referents)
    {
        var counts = new int[referents];
        foreach (var m in mentions)
            if (m.Referent >= 0)
                counts[m.Referent]++;
        var at = new int[referents];
        var chains = new List<ChainMention[]>();
        var filled = new List<int>();
        Array.Fill(at, -1);
        foreach (var m in mentions)
        {
            if (m.Referent < 0 || counts[m.Referent] < 2)
                continue;
            if (at[m.Referent] < 0)
            {
                at[m.Referent] = chains.Count;
                chains.Add(new ChainMention[counts[m.Referent]]);
                filled.Add(0);
            }
            var chain = at[m.Referent];
            chains[chain][filled[chain]++] = new(m.First, m.End, m.Head, m.Kind);
        }
        return [.. chains.Select(c => new Chain(c))];
    }

    /// <summary>The pass from left to right over one document.</summary>
    sealed class Resolver(
        ChainFinder finder,
        Document document,
        List<NounMention> mentions,
        List<Referent> referents,
        Action<Decision>? observe
    )
    {
        readonly PronounFeatures _features = new(document, mentions, referents);
        readonly int[] _speakers = QuotationSpeakers.Find(document);
        readonly Dictionary<int, int> _byHead = [];
        int _leader = -1;
        int _subject = -1; // what the pronoun at hand cannot mean
        readonly List<int> _below = []; // nor these

        internal void Run()
        {
            for (var i = 0; i < mentions.Count; i++)
                _byHead[mentions[i].Head] = i;
            for (var i = 0; i < mentions.Count; i++)
            {
                if (mentions[i].Kind == MentionKind.Pronoun && mentions[i].Pronoun >= PronounClass.He)
                    Set(i, SameSpeaker(i) is >= 0 and var speaker ? speaker : Best(i));
                if (mentions[i].Referent is >= 0 and var r)
                    Count(i, referents[r], r);
            }
            FirstPersons();
        }

        void Set(int mention, int referent)
        {
            var m = mentions[mention];
            m.Referent = referent;
            mentions[mention] = m;
        }

        void Count(int mention, Referent r, int index)
        {
            var m = mentions[mention];
            r.Mentioned(mention, document.Tokens[m.Head].Sentence, m.Role);
            if (m.Kind == MentionKind.Pronoun)
            {
                r.LastPronoun = m.Pronoun;
                if (r.Gender == Gender.Unknown)
                    r.Gender = m.Gender;
                if (m.Gender != Gender.Unknown && r.Human >= 0)
                    r.Human += CoreferenceModel.Scale;
            }
            if (r.Human > 0 && (_leader < 0 || r.Count > referents[_leader].Count))
                _leader = index;
        }

        /// <summary>Who spoke last, where "he" or "she" speaks again; -1 where that is not known. What speaks in between and cannot be meant
        /// is passed over.</summary>
        int SameSpeaker(int pronoun)
        {
            var p = mentions[pronoun];
            if (p.Pronoun is not (PronounClass.He or PronounClass.She) || !LastSpeaker.IsSaid(document, p.Head))
                return -1;
            _subject = -1;
            NamesBelow(pronoun);
            foreach (var (verb, subject) in LastSpeaker.Before(document, p.Head))
                if (_byHead.TryGetValue(subject, out var m) && mentions[m].Quotation == p.Quotation && IsPossible(p, mentions[m]))
                    return HasTurned(pronoun, m, verb) ? -1 : mentions[m].Referent;
            return -1;
        }

        /// <summary>Whether the text has turned to another who could be meant: he is a subject after the mention of who spoke last, and not in
        /// what was said then or is said now.</summary>
        bool HasTurned(int pronoun, int speaker, int verb)
        {
            var p = mentions[pronoun];
            for (var i = speaker + 1; i < pronoun; i++)
            {
                var m = mentions[i];
                if (
                    m.Role == Role.Subject
                    && m.Referent != mentions[speaker].Referent
                    && m.Quotation == p.Quotation
                    && !document.IsUnder(m.Head, verb)
                    && !document.IsUnder(m.Head, document.Tokens[p.Head].Head)
                    && IsPossible(p, m)
                )
                    return true;
            }
            return false;
        }

        /// <summary>The referent of a pronoun, or -1.</summary>
        int Best(int pronoun)
        {
            var p = mentions[pronoun];
            _subject = SubjectOver(p);
            NamesBelow(pronoun);
            Span<int> candidates = stackalloc int[LookBack + 1];
            candidates = candidates[..Candidates(pronoun, candidates)];
            var speaker = Speaker(p.Quotation) is >= 0 and var s ? mentions[s].Referent : -1;
            var referentsLeft = _features.Begin(pronoun, candidates, _leader, speaker);
            Span<uint> features = stackalloc uint[CoreferenceModel.MostFeatures];
            int best = -1,
                bestScore = int.MinValue,
                second = int.MinValue;
            var decision = observe is null ? null : new Decision(p.Head, [], []);
            foreach (var i in candidates)
            {
                var m = mentions[i];
                var used = features[.._features.Of(i, features)];
                var score = finder._model.Score(used);
                decision?.Candidates.Add(new(m.First, m.End, m.Head, m.Kind));
                decision?.Features.Add(used.ToArray());
                if (score > bestScore)
                    (best, bestScore, second) = (m.Referent, score, bestScore);
                else
                    second = Math.Max(second, score);
            }
            var none = features[.._features.OfNone(referentsLeft, features)];
            if (decision is not null)
            {
                decision.None = none.ToArray();
                observe!(decision);
            }
            return best >= 0 && bestScore > finder._model.Score(none) && (second == int.MinValue || bestScore - second > Margin)
                ? best
                : -1;
        }

        /// <summary>What a pronoun may mean, each by its nearest mention, the nearest first: what stands before it, and the subject behind it of a clause that it
        /// stands under ("In her speech, Lund said").</summary>
        int Candidates(int pronoun, Span<int> candidates)
        {
            var p = mentions[pronoun];
            var sentence = document.Tokens[p.Head].Sentence;
            var n = 0;
            for (var i = pronoun - 1; i >= 0 && i >= pronoun - LookBack; i--)
            {
                if (sentence - document.Tokens[mentions[i].Head].Sentence > SentencesBack)
                    break;
                if (IsPossible(p, mentions[i]) && !Has(candidates[..n], mentions[i].Referent))
                    candidates[n++] = i;
            }
            for (var verb = document.Tokens[p.Head].Head; verb >= 0; verb = document.Tokens[verb].Head)
                if (
                    document.OwnSubject(verb) is var subject
                    && subject > p.Head
                    && _byHead.TryGetValue(subject, out var behind)
                    && IsPossible(p, mentions[behind])
                    && !Has(candidates[..n], mentions[behind].Referent)
                )
                {
                    candidates[n++] = behind;
                    break;
                }
            return n;
        }

        bool Has(ReadOnlySpan<int> candidates, int referent)
        {
            foreach (var c in candidates)
                if (mentions[c].Referent == referent)
                    return true;
            return false;
        }

        bool IsPossible(in NounMention p, in NounMention m) =>
            m.Referent >= 0
            && m.Referent != _subject
            && !_below.Contains(m.Referent)
            && document.Tokens[m.Head].Upos != Upos.Adj
            && Agrees(p, m);

        /// <summary>The referent of the subject whose verb the pronoun is an object of, or -1: in "Berg met her", "her" is not Berg (Chomsky's
        /// Principle B).</summary>
        int SubjectOver(in NounMention p)
        {
            ref readonly var t = ref document.Tokens[p.Head];
            return
                t.Deprel is Deprel.Obj or Deprel.Iobj
                && t.Head >= 0
                && !PronounFeatures.IsReflexive(t.Lower)
                && _byHead.TryGetValue(document.OwnSubject(t.Head), out var subject)
                ? mentions[subject].Referent
                : -1;
        }

        /// <summary>Whom the clause of which the pronoun is the subject goes on to name: in "he praised Berg's plan", "he" is not Berg
        /// (Principle C).</summary>
        void NamesBelow(int pronoun)
        {
            _below.Clear();
            ref readonly var t = ref document.Tokens[mentions[pronoun].Head];
            if (t.Deprel is not (Deprel.Nsubj or Deprel.NsubjPass) || t.Head < 0)
                return;
            for (var i = pronoun + 1; i < mentions.Count && document.Tokens[mentions[i].Head].Sentence == t.Sentence; i++)
                if (mentions[i].Kind == MentionKind.Name && mentions[i].Referent >= 0 && document.IsUnder(mentions[i].Head, t.Head))
                    _below.Add(mentions[i].Referent);
        }

        /// <summary>What can be ruled out: gender that contradicts, several for one, something for "he" when the words say so.</summary>
        bool Agrees(in NounMention p, in NounMention m)
        {
            var r = referents[m.Referent];
            if (m.Pronoun is PronounClass.I or PronounClass.We or PronounClass.You)
                return false;
            if (p.Pronoun is PronounClass.He or PronounClass.She)
                return (r.Gender == Gender.Unknown || r.Gender == p.Gender)
                    && !m.IsPlural
                    && m.Pronoun is not (PronounClass.It or PronounClass.They)
                    && r.Human > LeastHuman;
            if (p.Pronoun == PronounClass.It)
                return !m.IsPlural && r.Gender == Gender.Unknown;
            return m.Pronoun is not (PronounClass.He or PronounClass.She);
        }

        /// <summary>Index of the mention that speaks a quotation, or -1.</summary>
        int Speaker(int quotation) =>
            quotation >= 0 && _speakers[quotation] is >= 0 and var head ? _byHead.GetValueOrDefault(head, -1) : -1;

        /// <summary>"I" and "my" in a quotation are its speaker.</summary>
        void FirstPersons()
        {
            for (var i = 0; i < mentions.Count; i++)
            {
                var m = mentions[i];
                if (
                    m.Pronoun != PronounClass.I
                    || Speaker(m.Quotation) is not (>= 0 and var s)
                    || mentions[s].IsPlural
                    || mentions[s].Quotation == m.Quotation
                )
                    continue;
                Set(i, mentions[s].Referent);
            }
        }
    }
}
