using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Gives the dictionary form of a tagged word: the rule for the whole word if the corpora had it with this tag, else the rule for
/// the longest known ending. Where that makes a verb that nobody writes ("shoute"), the one with or without its last "e" is taken that is
/// written.</summary>
internal sealed class Lemmatizer(LemmasModel model, Lexicon lexicon)
{
    const int CacheBits = 15;

    readonly LemmasModel _model = model;
    readonly Entry?[] _cache = new Entry?[1 << CacheBits];

    sealed record Entry(string Form, Upos Upos, string Xpos, string Lemma);

    /// <summary>The dictionary form.</summary>
    /// <param name="form">The word as written.</param>
    /// <param name="upos">Part of speech. Proper nouns keep their case.</param>
    /// <param name="xpos">Penn tag.</param>
    internal string Lemma(ReadOnlySpan<char> form, Upos upos, string xpos)
    {
        if (form.Length > 64)
            return form.ToString();
        ref var slot = ref _cache[Fnv.Mix(Fnv.Hash32(form) + Fnv.Hash32(xpos) * 31 + (uint)upos) & (_cache.Length - 1)];
        var entry = slot;
        if (entry is not null && entry.Upos == upos && (object)entry.Xpos == xpos && form.SequenceEqual(entry.Form))
            return entry.Lemma;
        var lemma = Compute(form, upos, xpos);
        var text = form.ToString();
        slot = new(text, upos, xpos, lemma == text ? text : lemma);
        return slot.Lemma;
    }

    string Compute(ReadOnlySpan<char> form, Upos upos, string xpos)
    {
        Span<char> lower = stackalloc char[64];
        lower = lower[..Lower(form, lower)];
        var rule = Find(_model.Rule, lower, upos, xpos);
        ReadOnlySpan<char> stem = upos == Upos.Propn ? form : lower;
        if (rule < 0 || _model.Cut[rule] > stem.Length)
            return stem.ToString();
        var lemma = string.Concat(stem[..^_model.Cut[rule]], _model.Added[rule]);
        if (xpos is "VBD" or "VBN" or "VBG" && !IsWritten(lemma))
            lemma = WithOrWithoutE(lemma);
        return lemma.Length == 0 ? stem.ToString() : lemma;
    }

    bool IsWritten(ReadOnlySpan<char> word) => lexicon.Find(WordFeatures.LowerHash(word)) != default;

    /// <summary>"shout" of "shoute", "rule" of "rul", if that is a word that is written.</summary>
    string WithOrWithoutE(string verb)
    {
        var other = verb.EndsWith('e') ? verb[..^1] : verb + "e";
        return other.Length > 2 && IsWritten(other) ? other : verb;
    }

    /// <summary>Lower case with straight apostrophes, the form under which rules are kept. Same length.</summary>
    internal static int Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        for (var i = 0; i < form.Length; i++)
            lower[i] = form[i] is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(form[i]);
        return form.Length;
    }

    /// <summary>Asks for the whole word, then for shorter and shorter endings.</summary>
    internal static int Find(Func<uint, int> rules, ReadOnlySpan<char> lower, Upos upos, string xpos)
    {
        var rule = rules(LemmasModel.Key(upos, xpos, LemmasModel.Whole, lower));
        for (var n = Math.Min(lower.Length, LemmasModel.LongestEnding); n >= 0 && rule < 0; n--)
            rule = rules(LemmasModel.Key(upos, xpos, (uint)n, lower[^n..]));
        return rule;
    }
}
