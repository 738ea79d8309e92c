using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Ties a denial to the statement of somebody else that it answers, by a word that refers to it ("denied the claim", "called it a
/// lie") or by the words that both share. Words: <c>knowledge/answers.tsv</c>.</summary>
internal static class AnswerFinder
{
    /// <summary>Sentences back to what a pronoun refers to, a noun, and the words of a content.</summary>
    const int PronounReach = 3,
        NounReach = 12,
        WordReach = 12;

    /// <summary>Within so few sentences one shared word can be enough; so far on a claim is looked for that is told after its denial.</summary>
    const int Near = 6;

    /// <summary>A verdict is short; in a longer content its words are about something else.</summary>
    const int LongestVerdict = 12;

    /// <summary>What states the opposite of a claim is one sentence, not a speech.</summary>
    const int LongestNegation = 30;

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
        if (s.Mode != StatementMode.Speech || s.CueHead < 0 || s.Negated || d.Modal(s.CueHead) >= 0)
            return Denial.None;
        var tokens = Tokens(d, s);
        if (tokens.Count == 0)
            return Denial.None;
        var onClaim = tokens.Exists(t => IsClaimNoun(d.Tokens[t].Lemma));
        if (Of("disputing").Contains(s.CueLemma))
            return onClaim || !IsRefused(d, s) ? Denial.Denies : Denial.None;
        var root = Root(d, s);
        if (Of("rejecting").Contains(s.CueLemma))
            // "dismissed the claims as a pretext": the claims and the pretext both hang on the verb
            return
                (root >= 0 && IsClaimNoun(d.Tokens[root].Lemma))
                || tokens.Exists(t => d.Tokens[t].Head == s.CueHead && IsClaimNoun(d.Tokens[t].Lemma))
                || s.Frame == Frame.Clause
                || Is(d, tokens, "denying")
                ? Denial.Denies
                : Denial.None;
        if (tokens.Count <= LongestVerdict && root >= 0)
        {
            if (Of("verdict-verb").Contains(s.CueLemma) && (Is(d, tokens, "denying") || onClaim && Is(d, tokens, "mocking")))
                return Denial.Denies;
            if (Of(d.Negation(root) >= 0 ? "truth" : "denying").Contains(d.Tokens[root].Lemma) && IsReference(d, tokens[0], tokens))
                return Denial.Denies;
            if (onClaim && tokens.Exists(t => IsNoTruth(d, t)))
                return Denial.Denies;
        }
        return
            tokens.Count <= LongestNegation
            && s.Frame is Frame.Clause or Frame.Parenthetical or Frame.Quote
            && (NoSuch(d, tokens) || IsNegated(d, s))
            ? Denial.Negates
            : Denial.None;
    }

    /// <summary>"there is no truth in it".</summary>
    static bool IsNoTruth(Document d, int token) =>
        Of("truth").Contains(d.Tokens[token].Lemma) && d.Child(token, Deprel.Det) is >= 0 and var det && d.Tokens[det].Lower == "no";

    static bool Is(Document d, List<int> tokens, string kind) => tokens.Exists(t => Of(kind).Contains(d.Tokens[t].Lemma));

    /// <summary>"denied the request", "are denied a fair trial".</summary>
    static bool IsRefused(Document d, Statement s) =>
        s.Frame == Frame.Passive && !IsPronoun(d, d.TokenAt(s.Content[0].Start))
        || s.Frame is Frame.Object or Frame.Oblique && Root(d, s) is >= 0 and var root && Of("refusable").Contains(d.Tokens[root].Lemma);

    /// <summary>"no such wedding had taken place", "made no such promise".</summary>
    static bool NoSuch(Document d, List<int> tokens) =>
        tokens.Exists(t =>
            d.Tokens[t].Lower == "such"
            && t > 0
            && d.Tokens[t - 1].Lower == "no"
            && d.Tokens[t].Head is >= 0 and var noun
            && (
                d.Tokens[noun].Deprel is Deprel.Nsubj or Deprel.NsubjPass
                || d.Tokens[noun] is { Deprel: Deprel.Obj, Head: >= 0 and var verb } && d.Tokens[verb].Lemma is "make" or "say" or "give"
            )
        );

    /// <summary>The main word of the first sentence of the content.</summary>
    static int Root(Document d, Statement s)
    {
        var first = d.TokenAt(s.Content[0].Start);
        var end = first;
        while (end < d.Tokens.Length && d.Tokens[end].Start < s.Content[0].End && d.Tokens[end].Sentence == d.Tokens[first].Sentence)
            end++;
        return end > first ? d.HeadOf(first, end) : -1;
    }

    static bool IsNegated(Document d, Statement s) => Root(d, s) is >= 0 and var root && d.Negation(root) >= 0;

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
        if (kinds[i] == Denial.Negates)
        {
            if (NoSuch(d, tokens))
                return (Referred(d, statements, kinds, i, PronounReach, false), "such");
            for (var j = i - 1; j >= 0 && Apart(d, s, statements[j]) <= Near; j--)
                if (IsAnswerable(statements, kinds, i, j) && Opposes(d, s, statements[j]))
                    return (j, "opposite");
            return (-1, "");
        }
        // "rejected accusations that ...": the accusation stands in the denial itself
        for (var j = i + 1; j < statements.Count && statements[j].Hull.Start < s.Hull.End; j++)
            if (statements[j].NestedIn == i && statements[j].CueHead >= 0 && IsClaimNoun(d.Tokens[statements[j].CueHead].Lemma))
                return (j, "inside");
        var words = Words(d, tokens);
        var noun = tokens.FindIndex(t => IsClaimNoun(d.Tokens[t].Lemma));
        words.RemoveWhere(w => IsClaimNoun(w) || Of("denying").Contains(w) || Of("mocking").Contains(w) || Of("truth").Contains(w));
        if (words.Count == 0 && noun >= 0)
            return (Referred(d, statements, kinds, i, NounReach, Of("accusing").Contains(d.Tokens[tokens[noun]].Lemma)), "noun");
        if (words.Count == 0 && tokens.Exists(t => IsPronoun(d, t)))
            return (Referred(d, statements, kinds, i, PronounReach, false), "pronoun");
        for (var j = i - 1; j >= 0 && Apart(d, s, statements[j]) <= WordReach; j--)
            if (IsAnswerable(statements, kinds, i, j) && Shares(d, words, statements[j], Apart(d, s, statements[j]) <= Near))
                return (j, "words");
        for (var j = i + 1; j < statements.Count && Apart(d, statements[j], s) <= PronounReach; j++)
            if (IsAnswerable(statements, kinds, i, j) && Shares(d, words, statements[j], true))
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
            if (!accusing || IsClaim(statements[j]))
                return j;
            if (nearest < 0 && Apart(d, statements[i], statements[j]) <= PronounReach)
                nearest = j;
        }
        return nearest;
    }

    static int Apart(Document d, Statement later, Statement earlier) => SentenceOf(d, later) - SentenceOf(d, earlier);

    static int SentenceOf(Document d, Statement s)
    {
        var t = d.TokenAt(s.Hull.Start);
        return t < d.Tokens.Length ? d.Tokens[t].Sentence : d.Sentences.Length;
    }

    /// <summary>Said by somebody else, and no denial either. "denied that X had threatened" denies that it was said; what X said is not answered.
    /// </summary>
    static bool IsAnswerable(List<Statement> statements, List<Denial> kinds, int denial, int j)
    {
        var (s, other) = (statements[denial], statements[j]);
        return other.Mode == StatementMode.Speech
            && other.Act is not (CueAct.Deny or CueAct.Demand or CueAct.Promise or CueAct.Support)
            && kinds[j] != Denial.Denies
            && s.NestedIn != j
            && (other.NestedIn != denial || IsClaim(other))
            && !other.Speakers.Intersect(s.Speakers).Any()
            && (s.Source.End == s.Source.First || s.Source != other.Source);
    }

    /// <summary>Two words of a claim; near by two of anything said, or one, with a claim or an accusation, or where it is half of what
    /// either says.</summary>
    static bool Shares(Document d, HashSet<string> words, Statement other, bool near)
    {
        var others = Words(d, Tokens(d, other));
        var shared = others.Count(words.Contains);
        return shared > 1 && (near || IsClaim(other))
            || (near && shared == 1 && (IsClaim(other) || 2 >= Math.Min(words.Count, others.Count)));
    }

    static bool IsClaim(Statement s) => s.Act is CueAct.Claim or CueAct.Accuse;

    /// <summary>What is negated is what the other claims: the main word, and a second one unless the speaker speaks of himself.</summary>
    static bool Opposes(Document d, Statement s, Statement other)
    {
        var root = Root(d, s);
        if (
            !IsClaim(other)
            || IsNegated(d, other)
            || d.Tokens[root].Lemma is "be" or "have" or "do" or "say" or "think" or "know" or "want"
        )
            return false;
        var tokens = Tokens(d, other);
        if (!tokens.Exists(t => d.Tokens[t].Lemma == d.Tokens[root].Lemma))
            return false;
        var ownAct = d.OwnSubject(root) is >= 0 and var subject && d.Tokens[subject].Lower is "i" or "we";
        return ownAct || Words(d, tokens).Intersect(Words(d, Tokens(d, s))).Any(w => w != d.Tokens[root].Lemma);
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

    /// <summary>Nouns, verbs and adjectives by lemma; not "Russian", which many a sentence of one article has.</summary>
    static HashSet<string> Words(Document d, List<int> tokens)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var t in tokens)
            if (
                d.Tokens[t].Upos is Upos.Noun or Upos.Verb or Upos.Adj
                && (d.Tokens[t].Upos != Upos.Adj || char.IsLower(d.Text[d.Tokens[t].Start]))
                && d.Tokens[t].Lemma.Length > (d.Tokens[t].Upos == Upos.Noun ? 2 : 3)
                && !Of("general").Contains(d.Tokens[t].Lemma)
            )
                words.Add(d.Tokens[t].Lemma);
        return words;
    }
}
