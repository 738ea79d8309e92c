using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Events;

/// <summary>The type of the act between two given spans of a sentence: what <c>onrecord dyads</c> answers. The spans stand in for
/// actors, so nothing needs to be known of them. A model judges; what the rules say is one of the things it weighs.</summary>
internal sealed class DyadCoder
{
    readonly LanguageModel _language;
    readonly ActLexicon _lexicon;
    readonly Plover _plover;
    readonly VerbPatterns _patterns = VerbPatterns.Load();
    readonly DyadModel? _model;
    readonly ViewFinder _views;

    DyadCoder(LanguageModel language, DyadModel? model)
    {
        _model = model;
        (_language, _lexicon, _plover) = (language, ActLexicon.Load(), Plover.Load());
        _views = new(_lexicon);
    }

    /// <summary>Loads models and tables.</summary>
    /// <param name="byRules">Judges by tables and grammar alone.</param>
    internal static DyadCoder Load(bool byRules = false) => new(LanguageModel.Load(), byRules ? null : DyadModel.Load());

    /// <summary>Codes one pair.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="marked">The same with the spans between &lt;s&gt;, &lt;/s&gt; and &lt;t&gt;, &lt;/t&gt;; may be empty.</param>
    /// <param name="source">The words of the one who acts.</param>
    /// <param name="target">The words of the one acted on.</param>
    /// <returns>The root (CONCEDE and RETREAT are YIELD) and the quad class 1-4.</returns>
    internal (string Root, int Quad) Code(string sentence, string marked, string source, string target)
    {
        if (_model is not null)
            return DyadModel.Roots[_model.Best(Features(sentence, marked, source, target).Distinct())];
        var d = _language.Read(new Article { Text = sentence, NotBody = [] });
        var (from, to) = (Find(sentence, marked, source, "<s>"), Find(sentence, marked, target, "<t>"));
        var (type, _) = ByRules(d, HeadOf(d, from), HeadOf(d, to));
        return (Root(type), _plover.Quad(type));
    }

    /// <summary>The hashed features of a pair, for the model.</summary>
    internal List<uint> Features(string sentence, string marked, string source, string target)
    {
        var d = _language.Read(new Article { Text = sentence, NotBody = [] });
        var (from, to) = (Find(sentence, marked, source, "<s>"), Find(sentence, marked, target, "<t>"));
        var (type, row) = ByRules(d, HeadOf(d, from), HeadOf(d, to));
        var found = new List<uint>(600);
        new DyadFeatures(d, Tokens(d, from), Tokens(d, to), _lexicon, _patterns, found).Fill(row is null ? -1 : (int)type, row);
        return found;
    }

    static string Root(EventType type) => type is EventType.Concede or EventType.Retreat ? "YIELD" : type.ToString().ToUpperInvariant();

    static (int First, int End) Tokens(Document d, Span span)
    {
        if (span.IsEmpty)
            return (0, 0);
        var first = d.TokenAt(span.Start);
        var end = first;
        while (end < d.Tokens.Length && d.Tokens[end].Start < span.End)
            end++;
        return (first, end);
    }

    /// <summary>What the tables of acts and operators make of it: the act that is nearest to both sides in the tree.</summary>
    (EventType Type, ActRow? Row) ByRules(Document d, int s, int t)
    {
        var best = -1;
        var bestDistance = int.MaxValue;
        ActRow? row = null;
        for (var i = 0; i < d.Tokens.Length; i++)
        {
            var rows = d.Tokens[i].Upos switch
            {
                Upos.Verb => _lexicon.Verb(d.Tokens[i].Lemma),
                Upos.Noun => _lexicon.Noun(d.Tokens[i].Lemma),
                _ => null,
            };
            if (rows is null || i == s || i == t)
                continue;
            var distance = Distance(d, i, s, t);
            var match = rows.Find(r => Holds(d, i, r)) ?? (rows.Exists(r => r.Pattern == "-") ? null : rows[^1]);
            if (match is null)
                continue;
            // a verb says more than a noun, an act with its object more than one without
            distance =
                distance * 4
                + (d.Tokens[i].Upos == Upos.Noun ? 3 : 0)
                + (match.Pattern is "obj" or "prt" ? -2 : 0)
                + (match.Type == EventType.Consult ? 2 : 0);
            if (distance < bestDistance)
                (best, bestDistance, row) = (i, distance, match);
        }
        if (row is null)
            return (EventType.Consult, null);
        var (view, _) = _views.Find(d, [], best);
        return (Derive(row, view), row);
    }

    /// <summary>Here the sentence is all there is: a negated act of cooperation is a refusal, whoever refuses.</summary>
    EventType Derive(ActRow row, View view)
    {
        var cooperation = _plover.Quad(row.Type) <= 2;
        if (view.Negative)
            return row.Type switch
            {
                EventType.Aid or EventType.Cooperate => EventType.Sanction,
                _ when cooperation => EventType.Reject,
                EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize => EventType.Concede,
                _ => row.Type,
            };
        if (
            !cooperation
            && view.Stance is Stance.Threatened or Stance.Conditional or Stance.Promised
            && row.Type is not (EventType.Request or EventType.Accuse or EventType.Reject)
        )
            return EventType.Threaten;
        if (view.Stance == Stance.Demanded)
            return EventType.Request;
        return _plover.Derive(row.Type, row.Mode, view).Type;
    }

    bool Holds(Document d, int word, ActRow row)
    {
        if (row.Pattern == "-" || row.Pattern == "intr" && d.Child(word, Deprel.Obj) < 0)
            return true;
        foreach (var c in d.Children(word))
        {
            ref readonly var t = ref d.Tokens[c];
            var holds = row.Pattern switch
            {
                "obj" or "of" => t.Deprel is Deprel.Obj or Deprel.NsubjPass or Deprel.Nmod or Deprel.Compound
                    && Array.Exists(row.Arguments, k => _lexicon.IsOf(k, d.Tokens[c])),
                "prep" or "case" => t.Deprel is Deprel.Obl or Deprel.Nmod && row.Arguments.Contains(d.CaseOf(c)),
                "prt" => t.Deprel is Deprel.CompoundPrt or Deprel.Advmod && row.Arguments.Contains(t.Lower),
                "xcomp" => t.Deprel == Deprel.Xcomp,
                "ccomp" => t.Deprel == Deprel.Ccomp,
                "mod" => row.Arguments.Contains(t.Lower),
                _ => false,
            };
            if (holds)
                return true;
        }
        return false;
    }

    /// <summary>Steps in the tree from the act to both sides, and how deep it stands: acts that govern both come first.</summary>
    static int Distance(Document d, int act, int s, int t) => Path(d, act, s) + Path(d, act, t);

    static int Path(Document d, int a, int b)
    {
        const int Apart = 12;
        if (b < 0)
            return 3;
        for (int up = 0, x = a; x >= 0 && up < Apart; x = d.Tokens[x].Head, up++)
        for (int down = 0, y = b; y >= 0 && down < Apart; y = d.Tokens[y].Head, down++)
            if (x == y)
                return up * 2 + down; // acts above both sides are nearer than acts beside them
        return 2 * Apart;
    }

    /// <summary>Where the words stand: by the mark where there is one, else their first occurrence.</summary>
    static Span Find(string sentence, string marked, string words, string mark)
    {
        var at = marked.IndexOf(mark, StringComparison.Ordinal);
        if (at >= 0)
        {
            var before = marked[..at]
                .Replace("<s>", "", StringComparison.Ordinal)
                .Replace("</s>", "", StringComparison.Ordinal)
                .Replace("<t>", "", StringComparison.Ordinal)
                .Replace("</t>", "", StringComparison.Ordinal);
            var near = Math.Max(0, Math.Min(before.Length - 2, sentence.Length));
            var found = sentence.IndexOf(words, Math.Min(near, sentence.Length), StringComparison.OrdinalIgnoreCase);
            if (found >= 0)
                return new(found, found + words.Length);
        }
        var first = words.Length == 0 ? -1 : sentence.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return first < 0 ? default : new(first, first + words.Length);
    }

    static int HeadOf(Document d, Span span)
    {
        if (span.IsEmpty)
            return -1;
        var head = -1;
        for (var i = d.TokenAt(span.Start); i < d.Tokens.Length && d.Tokens[i].Start < span.End; i++)
            if (d.Tokens[i].Head < 0 || d.Tokens[d.Tokens[i].Head] is var h && (h.End <= span.Start || h.Start >= span.End))
                return i;
            else
                head = i;
        return head;
    }
}
