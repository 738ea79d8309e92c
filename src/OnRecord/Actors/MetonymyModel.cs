using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Actors;

/// <summary>Tells from the words around a capital whether states or towns stand in such a place: "Moscow rejected" is what one reads of states,
/// "Moscow's subway" of towns.</summary>
/// <remarks>A linear model learned without marked text: names of states are examples of the one, names of large towns that are no capital
/// of the other (<c>OnRecord.Training train metonymy</c>). Metonymy as a class of its own after Markert and Nissim, SemEval-2007 task 8;
/// substitution by unambiguous names after Leacock, Chodorow and Miller, Computational Linguistics 24(1), 1998.</remarks>
internal sealed class MetonymyModel
{
    internal const int Slots = 1 << 14;
    internal const int MostFeatures = 56;

    readonly WeightTable _weights;

    MetonymyModel(WeightTable weights) => _weights = weights;

    internal static MetonymyModel? Load() => WeightTable.Embedded("metonymy", Slots) is { } weights ? new(weights) : null;

    internal static MetonymyModel Of(uint[] table) => new(new WeightTable(table));

    /// <summary>Above zero where states are read of more than towns, in 1/256 of the logarithm of the odds.</summary>
    internal int Score(Document document, Terms terms, int first, int end, int head)
    {
        Span<uint> features = stackalloc uint[MostFeatures];
        var count = Features(document, terms, first, end, head, features);
        return _weights.Score(features[..count]);
    }

    /// <summary>What stands around a name: how it hangs in the sentence, under which word, with which preposition, beside which words.</summary>
    /// <param name="d">The document.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="first">First token of the name.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="head">The token that stands for it.</param>
    /// <param name="features">Room for <see cref="MostFeatures"/>.</param>
    /// <returns>How many were filled.</returns>
    internal static int Features(Document d, Terms terms, int first, int end, int head, Span<uint> features)
    {
        var f = new FeatureList(features);
        var tokens = d.Tokens;
        var top = head;
        for (var i = 0; i < 8 && tokens[top].Deprel == Deprel.Conj && tokens[top].Head >= 0; i++)
            top = tokens[top].Head;
        var relation = (uint)tokens[top].Deprel;
        var governor = tokens[top].Head;
        var preposition = Hash(NounPhrase.Preposition(d, top) ?? NounPhrase.Preposition(d, head) ?? "");
        var lemma = governor >= 0 ? Hash(tokens[governor].Lemma) : 0;
        var cluster = governor >= 0 ? tokens[governor].Cluster + 1u : 0;
        // "the Kremlin", "Chicago": what stands before determiners counts
        while (first > 0 && tokens[first - 1].Upos is Upos.Det or Upos.Adj)
            first--;
        f.Add(1, 0);
        f.Add(2, relation);
        f.Add(3, relation, preposition);
        f.Add(4, relation, lemma);
        f.Add(5, relation, cluster);
        f.Add(6, relation, preposition, lemma);
        f.Add(7, relation, preposition, cluster);
        f.Add(8, governor >= 0 ? (uint)tokens[governor].Upos + 1 : 0, relation, preposition);
        f.Add(9, Word(d, first - 1));
        f.Add(10, Word(d, end));
        f.Add(11, Cluster(d, first - 1));
        f.Add(12, Cluster(d, end));
        f.Add(13, Word(d, first - 1), Word(d, first - 2));
        f.Add(14, Word(d, end), Word(d, end + 1));
        f.Add(15, Word(d, first - 1), Cluster(d, first - 2));
        f.Add(16, Word(d, end), Cluster(d, end + 1));
        f.Add(17, Neighbour(d, terms, head));
        f.Add(18, Neighbour(d, terms, head), relation);
        if (governor >= 0)
        {
            var obj = d.Child(governor, Deprel.Obj);
            if (obj >= 0 && obj != top)
            {
                f.Add(19, relation, Hash(tokens[obj].Lemma), preposition);
                f.Add(20, relation, tokens[obj].Cluster + 1u, preposition);
                f.Add(21, lemma, tokens[obj].Cluster + 1u, relation);
            }
            var modal = tokens[governor].Upos == Upos.Verb ? d.Modal(governor) : -1;
            if (modal >= 0)
                f.Add(22, Hash(tokens[modal].Lower), relation);
            f.Add(23, Clauses(d, governor), relation);
            f.Add(24, Clauses(d, governor), lemma);
            f.Add(25, tokens[governor].Head >= 0 ? tokens[tokens[governor].Head].Cluster + 1u : 0, relation, preposition);
            f.Add(26, Hash(tokens[governor].Xpos), relation, preposition);
            f.Add(27, tokens[governor].Head >= 0 ? Hash(tokens[tokens[governor].Head].Lemma) : 0, (uint)tokens[governor].Deprel, relation);
        }
        foreach (var c in d.Children(head))
        {
            if (
                tokens[c].Deprel is Deprel.Case or Deprel.Det or Deprel.Punct or Deprel.Conj or Deprel.Flat or Deprel.Compound
                || f.Count > MostFeatures - 2
            )
                continue;
            f.Add(28, (uint)tokens[c].Deprel);
            f.Add(29, (uint)tokens[c].Deprel, Hash(tokens[c].Lemma));
        }
        return f.Count;
    }

    static uint Hash(string text) => Fnv.Hash32(text);

    static uint Word(Document d, int token) => token >= 0 && token < d.Tokens.Length ? Hash(d.Tokens[token].Lower) : 1;

    static uint Cluster(Document d, int token) => token >= 0 && token < d.Tokens.Length ? d.Tokens[token].Cluster + 1u : 0;

    /// <summary>Which clauses hang on a word.</summary>
    static uint Clauses(Document d, int token)
    {
        var clauses = 0u;
        foreach (var c in d.Children(token))
            clauses |= d.Tokens[c].Deprel switch
            {
                Deprel.Ccomp => 1u,
                Deprel.Xcomp => 2u,
                Deprel.Obj => 4u,
                Deprel.Cop => 8u,
                Deprel.AuxPass => 16u,
                _ => 0u,
            };
        return clauses;
    }

    /// <summary>What the name is coordinated with: a state, an adjective or a body of a state, a town.</summary>
    static uint Neighbour(Document d, Terms terms, int head)
    {
        if (d.Tokens[head].Deprel == Deprel.Conj && d.Tokens[head].Head is >= 0 and var first)
            return Kind(terms, first);
        var conjunct = d.Child(head, Deprel.Conj);
        return conjunct >= 0 ? Kind(terms, conjunct) : 0;
    }

    static uint Kind(Terms terms, int token)
    {
        var t = terms.Covering(token);
        if (t < 0)
            return 1;
        if (terms.Entity(t, SenseKind.Entity) is { } entity)
            return 2 + (uint)entity.Kind;
        if (terms.Find(t, SenseKind.Capital) is not null)
            return 20;
        return terms.Find(t, SenseKind.City, SenseKind.Region) is not null ? 21u : 22u;
    }
}
