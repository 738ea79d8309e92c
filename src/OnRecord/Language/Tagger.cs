namespace OnRecord.Language;

/// <summary>Tags words from left to right, each by a linear classifier over the words around it and the two tags before it.</summary>
/// <remarks>Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002, decoded greedily.</remarks>
internal static unsafe class Tagger
{
    /// <summary>Features of a word.</summary>
    internal const int Count = 51;

    const uint Outside = 0x51ed270b;
    static readonly WordFeatures Edge = new()
    {
        Form = Outside,
        Lower = Outside,
        Shape = Outside,
        Suffix3 = Outside,
    };

    /// <summary>Writes the label of each word.</summary>
    internal static void Tag(TaggerModel model, ReadOnlySpan<WordFeatures> words, Span<int> labels)
    {
        Span<uint> features = stackalloc uint[Count];
        var weights = model.Weights;
        var scores = stackalloc int[weights.Stride];
        int before = -1,
            last = -1,
            verb = -1;
        for (var i = 0; i < words.Length; i++)
        {
            Extract(words, i, last, before, verb, features);
            weights.Score(features, scores);
            before = last;
            labels[i] = last = SparseWeights.Best(scores, weights.Labels);
            verb = Next(verb, i, model.Roles[last]);
        }
    }

    /// <summary>What a tag does to the clause that is being read.</summary>
    internal enum Role : byte
    {
        None,

        /// <summary>It is the clause's verb.</summary>
        Verb,

        /// <summary>It begins another clause.</summary>
        Boundary,
    }

    internal static Role RoleOf(Upos upos, string xpos) =>
        upos == Upos.Verb ? Role.Verb
        : upos is Upos.Sconj or Upos.Cconj || xpos is "WDT" or "WP" or "WP$" or "WRB" or "," or ":" or "." ? Role.Boundary
        : Role.None;

    /// <summary>Index of the last verb of the clause after word <paramref name="i"/>, -1 where it has none yet.</summary>
    internal static int Next(int verb, int i, Role role) =>
        role switch
        {
            Role.Verb => i,
            Role.Boundary => -1,
            _ => verb,
        };

    /// <summary>The features of word <paramref name="i"/>.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="i">Which word.</param>
    /// <param name="last">Label of the word before, -1 at the start.</param>
    /// <param name="before">Label of the word before that one, -1 at the start.</param>
    /// <param name="verb">Index of the last verb of the clause so far, -1 where it has none: after "dismissed" a further verb is
    /// unlikely, after "said" it is not.</param>
    /// <param name="f">Filled.</param>
    internal static void Extract(ReadOnlySpan<WordFeatures> words, int i, int last, int before, int verb, Span<uint> f)
    {
        ref readonly var w = ref words[i];
        ref readonly var p1 = ref i > 0 ? ref words[i - 1] : ref Edge;
        ref readonly var p2 = ref i > 1 ? ref words[i - 2] : ref Edge;
        ref readonly var n1 = ref i + 1 < words.Length ? ref words[i + 1] : ref Edge;
        ref readonly var n2 = ref i + 2 < words.Length ? ref words[i + 2] : ref Edge;
        uint t1 = (uint)(last + 1),
            t2 = (uint)(before + 1);
        var place = i == 0 ? 1u : 0u;
        uint amb = w.Known.Tags,
            nextAmb = n1.Known.Tags,
            afterAmb = n2.Known.Tags;
        uint cluster = w.Known.Cluster,
            casing = w.Known.Case;
        var k = 0;
        f[k] = Features.Of((uint)k++, 0);
        f[k] = Features.Of((uint)k++, w.Form);
        f[k] = Features.Of((uint)k++, w.Lower);
        f[k] = Features.Of((uint)k++, p1.Lower);
        f[k] = Features.Of((uint)k++, n1.Lower);
        f[k] = Features.Of((uint)k++, p2.Lower);
        f[k] = Features.Of((uint)k++, n2.Lower);
        f[k] = Features.Of((uint)k++, t1);
        f[k] = Features.Of((uint)k++, t2);
        f[k] = Features.Of((uint)k++, t1, t2);
        f[k] = Features.Of((uint)k++, t1, w.Lower);
        f[k] = Features.Of((uint)k++, t1, t2, w.Lower);
        f[k] = Features.Of((uint)k++, t1, n1.Lower);
        f[k] = Features.Of((uint)k++, p1.Lower, w.Lower);
        f[k] = Features.Of((uint)k++, w.Lower, n1.Lower);
        f[k] = Features.Of((uint)k++, p1.Lower, n1.Lower);
        f[k] = Features.Of((uint)k++, w.Prefix1);
        f[k] = Features.Of((uint)k++, w.Prefix2);
        f[k] = Features.Of((uint)k++, w.Prefix3);
        f[k] = Features.Of((uint)k++, w.Suffix1);
        f[k] = Features.Of((uint)k++, w.Suffix2);
        f[k] = Features.Of((uint)k++, w.Suffix3);
        f[k] = Features.Of((uint)k++, w.Suffix4);
        f[k] = Features.Of((uint)k++, w.Shape, place);
        f[k] = Features.Of((uint)k++, p1.Shape, w.Shape);
        f[k] = Features.Of((uint)k++, w.Shape, n1.Shape);
        f[k] = Features.Of((uint)k++, w.Shape, w.Suffix3);
        f[k] = Features.Of((uint)k++, w.Shape, t1);
        f[k] = Features.Of((uint)k++, p1.Suffix3);
        f[k] = Features.Of((uint)k++, n1.Suffix3);
        f[k] = Features.Of((uint)k++, t1, w.Suffix3);
        f[k] = Features.Of((uint)k++, t1, w.Suffix3, n1.Suffix3);
        f[k] = Features.Of((uint)k++, amb);
        f[k] = Features.Of((uint)k++, t1, amb);
        f[k] = Features.Of((uint)k++, t1, amb, nextAmb);
        f[k] = Features.Of((uint)k++, amb, nextAmb, afterAmb);
        f[k] = Features.Of((uint)k++, t1, t2, amb);
        f[k] = Features.Of((uint)k++, w.Lower, nextAmb);
        f[k] = Features.Of((uint)k++, t1, nextAmb, afterAmb);
        f[k] = Features.Of((uint)k++, cluster);
        f[k] = Features.Of((uint)k++, p1.Known.Cluster, cluster);
        f[k] = Features.Of((uint)k++, cluster, n1.Known.Cluster);
        f[k] = Features.Of((uint)k++, t1, cluster);
        f[k] = Features.Of((uint)k++, w.Shape, casing, place);
        f[k] = Features.Of((uint)k++, w.Shape, casing, t1);
        f[k] = Features.Of((uint)k++, p1.Known.Cluster, n1.Known.Cluster);
        f[k] = Features.Of((uint)k++, t1, amb, n1.Known.Cluster);
        ref readonly var v = ref verb >= 0 ? ref words[verb] : ref Edge;
        var hasVerb = verb >= 0 ? 1u : 0u;
        f[k] = Features.Of((uint)k++, hasVerb, t1, amb);
        f[k] = Features.Of((uint)k++, hasVerb, t1, w.Lower);
        f[k] = Features.Of((uint)k++, v.Lower, amb);
        f[k] = Features.Of((uint)k++, v.Known.Cluster, w.Suffix2, hasVerb);
    }
}
