using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Ties a denial to the statement of somebody else that it answers, by a word that refers to it ("denied the claim", "called it a
/// lie") or by the words that both share. Words: <c>knowledge/answers.tsv</c>.</summary>
internal static class AnswerFinder
{
    /// <summary>Statements before or after the denial.</summary>
    const int Furthest = 30;

    /// <summary>Sentences back to what a pronoun refers to, and a noun.</summary>
    const int PronounReach = 4,
        NounReach = 12;

    /// <summary>Sentences on to a claim that is told after its denial.</summary>
    const int AheadReach = 6;

    /// <summary>A verdict is short; in a longer content its words are about something else.</summary>
    const int LongestVerdict = 12;

    static readonly Lazy<Dictionary<string, HashSet<string>>> s_words = new(() =>
        EmbeddedTable.Rows("answers").ToDictionary(r => r[0], r => r[1].Split(' ').ToHashSet(StringComparer.Ordinal))
    );

    internal static HashSet<string> Of(string kind) => s_words.Value[kind];

    /// <summary>How a statement denies.</summary>
    enum Denial : byte
    {
        /// <summary>It does not.</summary>
        None,

        /// <summary>Says by its cue or a verdict that something said is not so.</summary>
        Denies,

        /// <summary>States the opposite: "We never took a cent".</summary>
        Negates,
    }

    internal static void Fill(Document d, List<Statement> statements)
    {
        var kinds = statements.ConvertAll(s => KindOf(d, s));
        for (var i = 0; i < statements.Count; i++)
        {
            if (kinds[i] == Denial.None)
                continue;
            var s = statements[i];
            var (target, rule) = Target(d, statements, kinds, i);
            if (target < 0)
                continue;
            s.Answers.Add(target);
            s.Why.Add($"answers:{rule}@{d.Tokens[s.Cue.First].Start}");
        }
    }

    static Denial KindOf(Document d, Statement s)
    {
        if (s.Mode != StatementMode.Speech || s.CueHead < 0 || s.Negated)
            return Denial.None;
        if (s.Act == CueAct.Deny)
            return Denial.Denies;
        var tokens = Tokens(d, s);
        if (tokens.Count == 0)
            return Denial.None;
        var verdict = tokens.Exists(t => Of("denying").Contains(d.Tokens[t].Lemma));
        if (verdict && tokens.Count <= LongestVerdict && Of("verdict-verb").Contains(s.CueLemma))
            return Denial.Denies;
        var no = tokens.FindIndex(t => IsNo(d.Tokens[t].Lower));
        var untrue = verdict || (no >= 0 && tokens.Exists(t => t > tokens[no] && Of("truth").Contains(d.Tokens[t].Lemma)));
        if (untrue && tokens.Count <= LongestVerdict && IsReference(d, tokens[0], tokens))
            return Denial.Denies;
        // the main verb is negated, or what it says is that there was "no such" thing
        var root = d.HeadOf(tokens[0], tokens[^1] + 1);
        return d.Negation(root) >= 0 || (no >= 0 && d.Tokens[Math.Min(tokens[no] + 1, d.Tokens.Length - 1)].Lower == "such")
            ? Denial.Negates
            : Denial.None;
    }

    static bool IsNo(string lower) => lower is "not" or "n't" or "no" or "never" or "neither" or "nothing" or "none";

    /// <summary>The content is about what was said: "that", "it", "these claims".</summary>
    static bool IsReference(Document d, int first, List<int> tokens)
    {
        if (d.Tokens[first].Upos is Upos.Sconj && tokens.Count > 1)
            first = tokens[1];
        return IsPronoun(d, first)
            || tokens.Exists(t =>
                d.Tokens[t].Deprel is Deprel.Nsubj or Deprel.NsubjPass && (IsClaimNoun(d.Tokens[t].Lemma) || IsPronoun(d, t))
            );
    }

    static bool IsPronoun(Document d, int t) =>
        d.Tokens[t].Lower is "it" or "this" or "that" or "these" or "those" or "they" or "them" or "which";

    internal static bool IsClaimNoun(string lemma) => Of("accusing").Contains(lemma) || Of("telling").Contains(lemma);

    static (int Target, string Rule) Target(Document d, List<Statement> statements, List<Denial> kinds, int i)
    {
        var s = statements[i];
        var tokens = Tokens(d, s);
        // "rejected accusations that ...": the accusation stands in the denial itself
        for (var j = i + 1; j < statements.Count && statements[j].Hull.Start < s.Hull.End; j++)
            if (statements[j].NestedIn == i && statements[j].CueHead >= 0 && IsClaimNoun(d.Tokens[statements[j].CueHead].Lemma))
                return (j, "inside");
        var words = Words(d, tokens, speaker: kinds[i] == Denial.Negates && tokens.Exists(t => d.Tokens[t].Lower is "i" or "we"));
        if (kinds[i] == Denial.Negates)
        {
            if (
                tokens.Exists(t => d.Tokens[t].Lower == "such")
                && Referred(d, statements, kinds, i, PronounReach, false) is >= 0 and var such
            )
                return (such, "such");
        }
        else
        {
            var noun = tokens.FindIndex(t => IsClaimNoun(d.Tokens[t].Lemma));
            words.RemoveWhere(w => IsClaimNoun(w) || Of("denying").Contains(w) || Of("truth").Contains(w));
            if (words.Count == 0 && noun >= 0)
                return (Referred(d, statements, kinds, i, NounReach, Of("accusing").Contains(d.Tokens[tokens[noun]].Lemma)), "noun");
            if (words.Count == 0 && tokens.Exists(t => IsPronoun(d, t)))
                return (Referred(d, statements, kinds, i, PronounReach, false), "pronoun");
        }
        for (var j = i - 1; j >= 0 && j >= i - Furthest; j--)
            if (IsAnswerable(statements, kinds, i, j) && Shares(d, words, kinds[i], statements[j]))
                return (j, "words");
        if (kinds[i] == Denial.Denies)
            for (var j = i + 1; j < statements.Count && Apart(d, statements[j], s) <= AheadReach; j++)
                if (IsAnswerable(statements, kinds, i, j) && Shares(d, words, kinds[i], statements[j]))
                    return (j, "words");
        return (-1, "");
    }

    /// <summary>The nearest earlier statement within a number of sentences; for an accusation first one that accuses or claims.</summary>
    static int Referred(Document d, List<Statement> statements, List<Denial> kinds, int i, int reach, bool accusing)
    {
        var nearest = -1;
        for (var j = i - 1; j >= 0 && Apart(d, statements[i], statements[j]) <= reach; j--)
        {
            if (!IsAnswerable(statements, kinds, i, j))
                continue;
            if (!accusing || statements[j].Act is CueAct.Claim or CueAct.Accuse)
                return j;
            nearest = nearest < 0 ? j : nearest;
        }
        return nearest;
    }

    static int Apart(Document d, Statement later, Statement earlier) => SentenceOf(d, later) - SentenceOf(d, earlier);

    static int SentenceOf(Document d, Statement s)
    {
        var t = d.TokenAt(s.Hull.Start);
        return t < d.Tokens.Length ? d.Tokens[t].Sentence : d.Sentences.Length;
    }

    /// <summary>Said by somebody else, and no denial either.</summary>
    static bool IsAnswerable(List<Statement> statements, List<Denial> kinds, int denial, int j)
    {
        var (s, other) = (statements[denial], statements[j]);
        return other.Mode == StatementMode.Speech
            && kinds[j] != Denial.Denies
            && s.NestedIn != j
            && !other.Speakers.Intersect(s.Speakers).Any()
            && (s.Source.End == s.Source.First || s.Source != other.Source);
    }

    /// <summary>One word is enough with a claim or an accusation, or where it is half of what either says; else two.</summary>
    static bool Shares(Document d, HashSet<string> words, Denial kind, Statement other)
    {
        var tokens = Tokens(d, other);
        var others = Words(d, tokens, speaker: true);
        var shared = others.Count(words.Contains);
        var accuses = other.Act is CueAct.Claim or CueAct.Accuse;
        if (kind == Denial.Negates)
            return shared >= (accuses ? 1 : 2) && d.Negation(d.HeadOf(tokens[0], tokens[^1] + 1)) < 0;
        return shared > 0 && (accuses || shared > 1 || 2 * shared >= Math.Min(words.Count, others.Count));
    }

    static List<int> Tokens(Document d, Statement s)
    {
        var tokens = new List<int>();
        foreach (var span in s.Content)
            for (var i = d.TokenAt(span.Start); i < d.Tokens.Length && d.Tokens[i].Start < span.End; i++)
                if (d.Tokens[i].Upos != Upos.Punct)
                    tokens.Add(i);
        return tokens;
    }

    /// <summary>Nouns, verbs and adjectives by lemma. General verbs count only where the speaker denies an act of his own.</summary>
    static HashSet<string> Words(Document d, List<int> tokens, bool speaker)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var t in tokens)
            if (
                d.Tokens[t].Upos is Upos.Noun or Upos.Verb or Upos.Adj
                && d.Tokens[t].Lemma.Length > (d.Tokens[t].Upos == Upos.Noun ? 2 : 3)
                && (!Of("general").Contains(d.Tokens[t].Lemma) || speaker && d.Tokens[t].Lemma is "take" or "make" or "give")
            )
                words.Add(d.Tokens[t].Lemma);
        return words;
    }
}
