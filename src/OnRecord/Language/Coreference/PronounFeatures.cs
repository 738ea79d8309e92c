using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>What the ranker sees of a pronoun and of a mention before it that may be its antecedent, and of a pronoun that may have none.
/// </summary>
/// <remarks>The features are those that have served since Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution",
/// Computational Linguistics 20(4), 1994: recency, role, parallelism, agreement, how often somebody was mentioned; here their weights are
/// learned.</remarks>
internal sealed class PronounFeatures(Document document, List<NounMention> mentions, List<Referent> referents)
{
    /// <summary>The pronoun in hand; set by <see cref="Begin"/>.</summary>
    NounMention _p;
    uint _class;
    uint _case;
    int _sentence;
    int _leader;
    int _speaker;

    /// <summary>Referents of the candidates, the nearest first.</summary>
    readonly List<int> _seen = [];

    /// <summary>How much each of them was spoken of.</summary>
    readonly List<int> _salience = [];

    /// <summary>How many of them have the pronoun's gender for sure.</summary>
    uint _agreeing;

    /// <summary>How many of them are people.</summary>
    uint _people;

    /// <summary>Takes up a pronoun.</summary>
    /// <param name="pronoun">Index of its mention.</param>
    /// <param name="candidates">What it may mean, the nearest first.</param>
    /// <param name="leader">The person mentioned most so far, or -1.</param>
    /// <param name="speaker">Who speaks the quotation it stands in, or -1.</param>
    /// <returns>How many different referents the candidates have.</returns>
    internal int Begin(int pronoun, ReadOnlySpan<int> candidates, int leader, int speaker)
    {
        _p = mentions[pronoun];
        _class = (uint)_p.Pronoun;
        _case = _p.Role switch
        {
            _ when IsReflexive(document.Tokens[_p.Head].Lower) => 4,
            Role.Possessive => 3,
            Role.Subject => 1,
            _ => 2,
        };
        _sentence = document.Tokens[_p.Head].Sentence;
        (_leader, _speaker) = (leader, speaker);
        _seen.Clear();
        _salience.Clear();
        _agreeing = _people = 0;
        foreach (var c in candidates)
        {
            if (_seen.Contains(mentions[c].Referent))
                continue;
            _seen.Add(mentions[c].Referent);
            _salience.Add(referents[mentions[c].Referent].SalienceAt(_sentence));
            var r = referents[mentions[c].Referent];
            _agreeing += _p.Gender != Gender.Unknown && r.Gender == _p.Gender ? 1u : 0u;
            _people += r.Human > 0 ? 1u : 0u;
        }
        (_agreeing, _people) = (Math.Min(2, _agreeing), Math.Min(3, _people));
        return _seen.Count;
    }

    internal static bool IsReflexive(string word) =>
        word.EndsWith("self", StringComparison.Ordinal) || word.EndsWith("selves", StringComparison.Ordinal);

    /// <summary>Features of having no antecedent.</summary>
    /// <param name="compatible">How many could be meant.</param>
    /// <param name="features">Room for <see cref="CoreferenceModel.MostFeatures"/>.</param>
    internal int OfNone(int compatible, Span<uint> features)
    {
        var f = new FeatureList(features);
        ref readonly var t = ref document.Tokens[_p.Head];
        var governor = t.Head >= 0 ? Fnv.Hash32(document.Tokens[t.Head].Lemma) : 1;
        var upos = t.Head >= 0 ? (uint)document.Tokens[t.Head].Upos : 99;
        f.Add(40, _class);
        f.Add(41, _class, governor);
        f.Add(42, _class, (uint)t.Deprel);
        f.Add(43, _class, (uint)Math.Min(4, compatible));
        f.Add(48, _class, _people, _agreeing);
        f.Add(
            44,
            _class,
            t.Deprel == Deprel.Expl ? 1u
                : HasClause(t.Head) ? 2u
                : 0u,
            upos
        );
        f.Add(45, _class, _p.Quotation >= 0 ? 1u : 0u);
        f.Add(46, _class, (uint)t.Deprel, governor);
        f.Add(47, _class, _sentence == 0 ? 1u : 0u);
        return f.Count;
    }

    /// <summary>"It is clear that ...": the clause that an empty "it" stands for.</summary>
    bool HasClause(int governor) =>
        governor >= 0
        && (document.Child(governor, Deprel.Csubj, Deprel.Ccomp) >= 0 || document.Child(governor, Deprel.Expl, Deprel.Xcomp) >= 0);

    /// <summary>Features of a mention as the antecedent.</summary>
    /// <param name="candidate">Index of the mention.</param>
    /// <param name="features">Room for <see cref="CoreferenceModel.MostFeatures"/>.</param>
    internal int Of(int candidate, Span<uint> features)
    {
        var f = new FeatureList(features);
        var m = mentions[candidate];
        var r = referents[m.Referent];
        var tokens = document.Tokens;
        var kind = KindOf(m);
        var human = Bucket(r.Human);
        var agreement = _p.Gender == Gender.Unknown || r.Gender == Gender.Unknown ? 0u : 1u;
        var sentences = m.Head > _p.Head ? 7u : (uint)Math.Min(6, _sentence - tokens[m.Head].Sentence);
        var near = (uint)Math.Min(3, _seen.IndexOf(m.Referent));
        var count =
            r.Count <= 3 ? (uint)r.Count
            : r.Count <= 6 ? 4u
            : r.Count <= 12 ? 5u
            : 6u;
        var role = (uint)m.Role;
        var plural =
            m.IsPlural ? 1u
            : m.IsCoordinated ? 2u
            : 0u;
        f.Add(101, _class, kind);
        f.Add(102, _class, human, kind);
        f.Add(103, _class, agreement, kind);
        f.Add(104, _class, plural, human);
        f.Add(105, _class, sentences, kind);
        f.Add(106, _case, sentences, role);
        f.Add(107, _class, near, sentences);
        f.Add(108, near, role, sentences);
        f.Add(109, role, _case, Tree(m));
        f.Add(110, _case, Tree(m));
        f.Add(111, _class, count);
        f.Add(112, _class, m.Referent == _leader ? 1u : 0u, human);
        f.Add(113, near, count);
        f.Add(114, Quoted(m), kind);
        f.Add(115, _class, m.Referent == _speaker ? 1u : 0u);
        f.Add(116, Paragraphs(m), _class);
        f.Add(119, sentences == 0 ? Log(_p.First - m.Head) : 9u, role, _case);
        if (m.Kind == MentionKind.Nominal)
        {
            f.Add(120, _class, Fnv.Hash32(tokens[m.Head].Lemma));
            f.Add(121, _class, (uint)m.Determiner, human);
        }
        else if (m.Kind == MentionKind.Name && agreement == 0)
            f.Add(124, _class, Suffix(tokens[m.First].Lower), (uint)m.Name);
        f.Add(122, _class, plural, (uint)m.Kind);
        f.Add(123, _class, r.LastPronoun == _p.Pronoun ? 1u : 0u, sentences);
        f.Add(125, role == (uint)_p.Role ? 1u : 0u, sentences, _class);
        f.Add(126, IsFirstOfSentence(candidate) ? 1u : 0u, sentences, _case);
        f.Add(127, agreement, near, _class);
        f.Add(128, human, sentences, _class);
        f.Add(129, _class, kind, near, sentences);
        f.Add(130, IsMain(m.Head) ? 1u : 0u, sentences, _case);
        f.Add(131, r.FullName >= 0 ? 1u : 0u, _class, count);
        f.Add(132, document.Sentences[tokens[m.Head].Sentence].Zone == Zone.Headline ? 1u : 0u, sentences);
        var salience = SalienceRank(r.SalienceAt(_sentence));
        f.Add(138, salience, _class);
        f.Add(139, salience, near, human);
        f.Add(140, salience, sentences, role);
        f.Add(141, Steps(r.SalienceAt(_sentence)), _class);
        f.Add(142, salience, agreement, _agreeing);
        f.Add(143, salience, _case, Tree(m));
        f.Add(133, agreement, _agreeing, _class);
        f.Add(134, human, _people, near);
        f.Add(136, Bucket(m.Human), human, _class);
        f.Add(137, Tree(m), _class, kind);
        return f.Count;
    }

    /// <summary>How many candidates were spoken of more.</summary>
    uint SalienceRank(int salience)
    {
        var rank = 0u;
        foreach (var s in _salience)
            rank += s > salience ? 1u : 0u;
        return Math.Min(3, rank);
    }

    static uint Steps(int salience) => (uint)Math.Min(6, salience / 40);

    uint KindOf(in NounMention m) =>
        m.Kind switch
        {
            MentionKind.Name => 1 + (uint)m.Name,
            MentionKind.Nominal => m.IsPlural ? 5u : 6u,
            _ => m.Pronoun == _p.Pronoun ? 7u : 8 + (uint)m.Pronoun,
        };

    /// <summary>Five steps from surely something to surely somebody.</summary>
    internal static uint Bucket(int human) =>
        human switch
        {
            < -2 * CoreferenceModel.Scale => 0,
            < -CoreferenceModel.Scale / 2 => 1,
            < CoreferenceModel.Scale / 2 => 2,
            < 2 * CoreferenceModel.Scale => 3,
            _ => 4,
        };

    /// <summary>How the two stand to each other in one tree. Two arguments of one verb cannot be the same unless one is reflexive (Chomsky's
    /// Principle B); a subject of a clause above often is.</summary>
    uint Tree(in NounMention m)
    {
        var tokens = document.Tokens;
        if (tokens[m.Head].Sentence != _sentence)
            return 0;
        var above = tokens[_p.Head].Head;
        if (above == m.Head)
            return 1; // "their house" of "their"
        if (above >= 0 && above == tokens[m.Head].Head)
            return 2; // arguments of one word
        if (document.IsUnder(m.Head, _p.Head))
            return 3;
        if (document.IsUnder(_p.Head, m.Head))
            return 4;
        // the possessive of an argument: "Roe lost his job"
        var steps = 0u;
        for (; above >= 0 && steps < 4; above = tokens[above].Head, steps++)
            if (tokens[m.Head].Head == above)
                return 5 + steps;
        return 10;
    }

    uint Quoted(in NounMention m) =>
        _p.Quotation < 0
            ? m.Quotation < 0
                ? 0u
                : 1u
            : m.Quotation < 0
                ? 2u
                : m.Quotation == _p.Quotation
                    ? 3u
                    : 4u;

    uint Paragraphs(in NounMention m) =>
        (uint)Math.Min(3, document.Sentences[_sentence].Paragraph - document.Sentences[document.Tokens[m.Head].Sentence].Paragraph);

    bool IsFirstOfSentence(int mention) =>
        mention == 0 || document.Tokens[mentions[mention - 1].Head].Sentence != document.Tokens[mentions[mention].Head].Sentence;

    bool IsMain(int token) =>
        document.Tokens[token] is { Deprel: Deprel.Nsubj or Deprel.NsubjPass, Head: >= 0 and var verb }
        && document.Tokens[verb].Deprel is Deprel.Root or Deprel.Parataxis;

    static uint Suffix(string name) => Fnv.Hash32(name.AsSpan(Math.Max(0, name.Length - 2)));

    static uint Log(int distance) =>
        distance switch
        {
            <= 2 => 0,
            <= 4 => 1,
            <= 8 => 2,
            <= 16 => 3,
            _ => 4,
        };
}
