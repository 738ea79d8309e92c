using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Events;

/// <summary>What a linear model sees of a sentence with two spans, the one who acts and the one acted on: words and word classes between, before
/// and behind them, the way between them in the tree, the verb that governs both with what hangs on it, what the tables say.</summary>
internal ref struct DyadFeatures(
    Document d,
    (int First, int End) source,
    (int First, int End) target,
    ActLexicon lexicon,
    VerbPatterns patterns,
    List<uint> found
)
{
    /// <summary>Words before the first span and behind the second that count.</summary>
    const int Window = 14;
    const int LongestPath = 8;
    const uint SourceMark = 0x51ED270B,
        TargetMark = 0x2545F491;

    readonly Document _d = d;
    readonly (int First, int End) _source = source;
    readonly (int First, int End) _target = target;
    readonly ActLexicon _lexicon = lexicon;
    readonly VerbPatterns _patterns = patterns;
    readonly List<uint> _found = found;

    /// <summary>Adds the hashes to the list.</summary>
    /// <param name="rules">What the rules make of it, a class, or -1.</param>
    /// <param name="row">The row of acts.tsv that they rest on, or null.</param>
    internal readonly void Fill(int rules, ActRow? row)
    {
        Add(1, 0);
        Add(2, (uint)(rules + 1));
        if (row is not null)
        {
            Add(3, Hash(row.Id));
            Add(4, (uint)row.Type);
        }
        Words();
        Tree();
        Patterns();
    }

    readonly void Add(uint template, uint a, uint b = 0, uint c = 0)
    {
        var h = (((template * 0x9E3779B1) ^ a) * 0x85EBCA77) ^ b;
        _found.Add(Fnv.Mix(((h * 0xC2B2AE3D) ^ c) * 0x27D4EB2F));
    }

    static uint Hash(string text) => Fnv.Hash32(text);

    /// <summary>Words by lemma, the spans as marks, names and numbers by their kind alone.</summary>
    readonly void Words()
    {
        var tokens = _d.Tokens;
        var hasBoth = _source.End > 0 && _target.End > 0;
        var first = hasBoth ? Math.Min(_source.First, _target.First) : 0;
        var last = hasBoth ? Math.Max(_source.End, _target.End) : tokens.Length;
        var order =
            !hasBoth ? 0u
            : _source.First < _target.First ? 1u
            : 2u;
        Add(5, order);
        var symbols = new List<(uint Lemma, uint Cluster, uint Region)>();
        for (var i = Math.Max(0, first - Window); i < Math.Min(tokens.Length, last + Window); i++)
        {
            var region =
                i < first ? 1u
                : i >= last ? 3u
                : 2u;
            if (i >= _source.First && i < _source.End)
            {
                if (i == _source.First)
                    symbols.Add((SourceMark, 1, region));
                continue;
            }
            if (i >= _target.First && i < _target.End)
            {
                if (i == _target.First)
                    symbols.Add((TargetMark, 2, region));
                continue;
            }
            ref readonly var t = ref tokens[i];
            var lemma = t.Upos switch
            {
                Upos.Propn => 11u,
                Upos.Num => 12u,
                Upos.Punct => Hash(t.Lower),
                _ => Hash(t.Lemma),
            };
            symbols.Add((lemma, t.Upos is Upos.Propn or Upos.Num ? (uint)t.Upos + 70_000 : t.Cluster + 3u, region));
            if (t.Upos is Upos.Verb or Upos.Noun or Upos.Adj or Upos.Adv)
            {
                Add(6, lemma);
                Add(7, lemma, (uint)t.Upos);
                var stem = t.Lemma.Length > 5 ? t.Lemma[..5] : t.Lemma;
                Add(8, Hash(stem));
            }
            Add(10, Hash(t.Lower), region);
        }
        for (var i = 0; i < symbols.Count; i++)
        {
            var (a, ca, region) = symbols[i];
            Add(11, a, region);
            Add(13, ca, region);
            if (i + 1 >= symbols.Count)
                break;
            var (b, cb, _) = symbols[i + 1];
            Add(14, a, b);
            Add(15, a, b, region);
            Add(16, ca, cb);
            if (i + 2 >= symbols.Count)
                break;
            Add(18, a, b, symbols[i + 2].Lemma);
        }
    }

    /// <summary>What the patterns of each verb vote for, and the verbs' synonyms.</summary>
    readonly void Patterns()
    {
        var (s, t) = (Head(_source), Head(_target));
        var top = Meeting(s, t);
        var own = s >= 0 ? Clause(s) : -1;
        for (var i = 0; i < _d.Tokens.Length; i++)
        {
            if (_d.Tokens[i].Upos is not (Upos.Verb or Upos.Noun))
                continue;
            var place =
                i == top ? 1u
                : i == own ? 2u
                : 3u;
            var part = (uint)_d.Tokens[i].Upos;
            foreach (var block in _patterns.BlocksOf(_d.Tokens[i].Lemma))
            {
                Add(80, Hash(block), part);
                Add(81, Hash(block), place, part);
                if (_patterns.TypeOf(block) is { } type)
                {
                    Add(82, (uint)type, part);
                    Add(83, (uint)type, place, part);
                }
                if (_patterns.Best(_d, i, block) is { } best)
                {
                    Add(84, (uint)best.Type, part);
                    Add(85, (uint)best.Type, place, part);
                    Add(86, (uint)best.Type, (uint)Math.Min(3, best.Words));
                    Add(87, (uint)best.Type, Hash(block));
                }
            }
        }
    }

    readonly void Tree()
    {
        var (s, t) = (Head(_source), Head(_target));
        var top = Meeting(s, t);
        Path(21, s, top);
        Path(24, t, top);
        if (top >= 0)
            Governor(30, top);
        var verb = s >= 0 ? Clause(s) : -1;
        if (verb >= 0)
            Governor(50, verb);
        if (s >= 0 && t >= 0)
        {
            Add(27, (uint)_d.Tokens[s].Deprel, (uint)_d.Tokens[t].Deprel);
            Add(28, (uint)_d.Tokens[t].Deprel, Hash(_d.CaseOf(t)), top >= 0 ? Hash(_d.Tokens[top].Lemma) : 0);
            Add(29, (uint)_d.Tokens[t].Deprel, Hash(_d.CaseOf(t)));
        }
    }

    /// <summary>Words and relations on the way up.</summary>
    readonly void Path(uint template, int from, int to)
    {
        var chain = 0u;
        for (int i = from, steps = 0; i >= 0 && steps < LongestPath; i = _d.Tokens[i].Head, steps++)
        {
            chain = Fnv.Mix(chain ^ (uint)_d.Tokens[i].Deprel + 1);
            if (i != from)
                Add(template, Hash(_d.Tokens[i].Lemma));
            if (i == to)
                break;
        }
        Add(template + 1, chain);
        if (to >= 0)
            Add(template + 2, chain, Hash(_d.Tokens[to].Lemma));
    }

    /// <summary>A word that governs: its form, its objects and their classes, what negates, plans or asks for it.</summary>
    readonly void Governor(uint template, int word)
    {
        var tokens = _d.Tokens;
        ref readonly var w = ref tokens[word];
        var lemma = Hash(w.Lemma);
        Add(template, lemma);
        Add(template + 1, w.Cluster + 1u);
        var modal = _d.Modal(word);
        var negated = _d.Negation(word) >= 0 ? 1u : 0u;
        var passive = _d.IsPassive(word) ? 1u : 0u;
        Add(template + 2, negated, passive, modal >= 0 ? Hash(tokens[modal].Lower) : 0);
        Add(template + 3, lemma, negated, passive);
        Add(template + 4, lemma, modal >= 0 ? Hash(tokens[modal].Lower) : 0);
        Add(template + 5, Hash(w.Xpos), lemma);
        if (_lexicon.Operator(w.Lemma, w.Upos == Upos.Noun ? 'n' : 'v') is { } op)
            Add(template + 6, (uint)op.Stance, op.Negative ? 1u : 0u);
        foreach (var c in _d.Children(word))
        {
            ref readonly var child = ref tokens[c];
            if (c >= _source.First && c < _source.End || c >= _target.First && c < _target.End || child.Deprel == Deprel.Punct)
                continue;
            var childLemma = child.Upos == Upos.Propn ? 11u : Hash(child.Lemma);
            Add(template + 7, (uint)child.Deprel, childLemma);
            Add(template + 8, (uint)child.Deprel, child.Cluster + 1u);
            Add(template + 9, lemma, (uint)child.Deprel, childLemma);
            Add(template + 10, lemma, (uint)child.Deprel, child.Cluster + 1u);
            if (child.Deprel is Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl or Deprel.Obj or Deprel.Obl)
                foreach (var g in _d.Children(c))
                    if (tokens[g].Deprel is Deprel.Obj or Deprel.Obl or Deprel.Nmod or Deprel.Compound or Deprel.Amod)
                        Add(template + 11, childLemma, tokens[g].Upos == Upos.Propn ? 11u : Hash(tokens[g].Lemma));
            foreach (var objectClass in _lexicon.ClassesOf(child.Lemma))
            {
                Add(template + 12, (uint)child.Deprel, Hash(objectClass));
                Add(template + 13, lemma, Hash(objectClass));
            }
        }
        if (w.Head >= 0)
        {
            Add(template + 14, Hash(tokens[w.Head].Lemma), (uint)w.Deprel);
            Add(template + 15, Hash(tokens[w.Head].Lemma), (uint)w.Deprel, lemma);
        }
    }

    /// <summary>The verb of the clause that a word stands in.</summary>
    readonly int Clause(int word)
    {
        for (int i = _d.Tokens[word].Head, steps = 0; i >= 0 && steps < LongestPath; i = _d.Tokens[i].Head, steps++)
            if (_d.Tokens[i].Upos is Upos.Verb)
                return i;
        return -1;
    }

    readonly int Meeting(int s, int t)
    {
        for (int i = s, up = 0; i >= 0 && up < LongestPath; i = _d.Tokens[i].Head, up++)
        for (int j = t, down = 0; j >= 0 && down < LongestPath; j = _d.Tokens[j].Head, down++)
            if (i == j)
                return i;
        return -1;
    }

    readonly int Head((int First, int End) span) => span.End > span.First ? _d.HeadOf(span.First, span.End) : -1;
}
