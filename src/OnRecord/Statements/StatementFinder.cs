using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

/// <summary>Who said what: candidates, judged by the model, decoded so that they do not cross, completed by the quotations that go on
/// from them, and tied to speakers.</summary>
internal sealed class StatementFinder(CueLexicon cues, StatementModel? model, StatementFinderOptions options)
{
    /// <summary>Lifts a quotation on both sides of its cue above the readings that see only one side.</summary>
    const int SplitBonus = 2000;

    /// <summary>Below every threshold.</summary>
    const int Never = -100_000;

    /// <summary>Score of what the layout says, surer than most that the model makes of single sentences: nine in ten of such headlines were
    /// right in the training articles.</summary>
    const int LaidOut = 560;

    readonly CandidateFinder _candidates = new(cues);

    /// <summary>All statements in the order of the text.</summary>
    internal List<Statement> Find(Document d, Quotations quotations, ActorLayer actors, IReadOnlyList<TimeExpression> times)
    {
        var statements = Choose(d, quotations).ConvertAll(c => Build(d, c));
        DropTimes(actors, times, statements);
        ContinuedQuotations.Add(d, quotations, statements);
        statements.Sort((a, b) => a.Hull.CompareTo(b.Hull) is not 0 and var o ? o : a.Cue.First.CompareTo(b.Cue.First));
        Nesting(d, statements);
        foreach (var s in statements)
            s.Cue = WholePhrase(d, s);
        Speakers.Resolve(d, quotations, actors, statements);
        StatementDetails.Fill(d, quotations, actors, times, statements);
        if (options.ReportedSpeechOnly)
            KeepReportedSpeech(statements);
        return statements;
    }

    /// <summary>"A poll last month showed": where the parser took a time for the subject, the source is not known.</summary>
    static void DropTimes(ActorLayer actors, IReadOnlyList<TimeExpression> times, List<Statement> statements)
    {
        foreach (var s in statements)
            if (s.SourceHead >= 0 && actors.ActorAt(s.SourceHead) < 0 && IsTime(times, s.SourceHead))
                (s.SourceHead, s.Source) = (-1, default);
    }

    static bool IsTime(IReadOnlyList<TimeExpression> times, int token)
    {
        for (var i = 0; i < times.Count; i++)
            if (times[i].First <= token && token < times[i].End)
                return true;
        return false;
    }

    /// <summary>The candidates that hold, in the order in which they were chosen.</summary>
    internal List<Candidate> Choose(Document d, Quotations quotations)
    {
        var all = Judge(d, quotations);
        var chosen = Decode(d, all);
        var byCue = new Dictionary<int, Candidate>();
        foreach (var c in chosen)
            if (c.Cue >= 0)
                byCue[c.Cue] = c;
        foreach (var other in all)
            if (byCue.TryGetValue(other.Cue, out var c) && other != c)
            {
                if (!other.Content.SequenceEqual(c.Content))
                    c.OtherContent = Math.Max(c.OtherContent, other.OwnScore);
                if (other.Source != c.Source)
                    c.OtherSource = Math.Max(c.OtherSource, other.OwnScore);
            }
        return chosen;
    }

    /// <summary>Every candidate with its score.</summary>
    internal List<Candidate> Judge(Document d, Quotations quotations)
    {
        var all = _candidates.Find(d, quotations);
        Span<uint> features = stackalloc uint[StatementModel.MostFeatures];
        foreach (var c in all)
        {
            c.Score = c.OwnScore = Score(d, c, features, alone: false);
            if (c.IsSplit)
                c.Score += SplitBonus; // the whole before either half
            if (NamesItsAct(d, c) || c is { IsSetOff: true, Source: >= 0, InQuotation: false })
                c.Score = Math.Max(c.Score, options.Threshold + 1);
            if (EndsOpen(d, c))
                c.Score = Never;
            if (c.Frame is Frame.Turn or Frame.Signature or Frame.Headline)
                c.Score = Math.Max(c.Score, LaidOut);
        }
        return all;
    }

    /// <summary>"S, as the mayor claims" is a clause of its own: what stands before "as" is the author's.</summary>
    static bool EndsOpen(Document d, Candidate c) =>
        c is { Frame: Frame.Parenthetical, ContentHead: < 0, Content: [.., var last] }
        && d.TokenAt(last.End - 1) is var end
        && end < d.Tokens.Length
        && (d.Tokens[end].Lower == "as" || d.Tokens[end].Upos == Upos.Sconj);

    int Score(Document d, Candidate c, Span<uint> features, bool alone) =>
        model is null ? StatementRules.Score(c) : model.Score(features[..StatementModel.Features(d, c, cues, features, alone)]);

    int Confidence(Document d, Candidate c, Field field) =>
        model is null ? StatementRules.Confidence(c) : Calibration.Of(model, d, c, field);

    /// <summary>A noun that can only mean saying, with its speaker beside it ("Western claims of") or a clause that tells what was said
    /// ("among the loudest in claims that"), is a statement even where the annotators of the training articles passed such nouns over.
    /// </summary>
    static bool NamesItsAct(Document d, Candidate c)
    {
        if (c is not { Frame: Frame.Noun, Source: >= 0, InQuotation: false, Variant: ContentVariant.AsParsed })
            return false;
        var grammar = c.Origin is SourceOrigin.Own or SourceOrigin.Inherited;
        var beside = grammar && Math.Abs(c.Source - c.Cue) <= 6;
        var told = (grammar || c.Origin == SourceOrigin.Above) && d.MarkOf(c.ContentHead) == "that";
        return (beside || told)
            && (
                c.Row.Commitment == Commitment.Distancing && c.Row.Id != "cue:theory/n"
                || c.Row.Id is "cue:accusation/n" or "cue:denial/n" && c.Row.Act is CueAct.Accuse or CueAct.Deny
            );
    }

    /// <summary>A verb or noun that is in no list, with no clause and no quotation to tell that something is said.</summary>
    static bool NamesNoAct(Candidate c) =>
        c is { Quoted: 0, Frame: Frame.Object or Frame.Oblique or Frame.Infinitive or Frame.Passive or Frame.Noun or Frame.Adjective }
        && c.Row == CueLexicon.Unlisted;

    /// <summary>Takes the best candidates first: one statement a cue, contents that do not cross. Then the statements inside the contents
    /// taken, judged as if they stood alone.</summary>
    List<Candidate> Decode(Document d, List<Candidate> all)
    {
        var taken = new List<Candidate>();
        var index = new Neighbours();
        Take(all.FindAll(c => c.Score > (NamesNoAct(c) ? options.UnlistedThreshold : options.Threshold)), taken, index);
        foreach (var c in taken.FindAll(c => IsInside(index, c)))
        {
            taken.Remove(c); // judged again below
            index.Remove(c);
        }
        var nested = all.FindAll(c => IsInside(index, c));
        Span<uint> features = stackalloc uint[StatementModel.MostFeatures];
        foreach (var c in nested)
            c.Score = c.OwnScore = Score(d, c, features, alone: true);
        Take(
            nested.FindAll(c =>
                c.Score > (c.Row.Act == CueAct.Say ? options.NestedSayingThreshold : options.NestedThreshold)
                && c.Row.Mode == StatementMode.Speech
                && c.Source >= 0
            ),
            taken,
            index
        );
        return taken;
    }

    static void Take(List<Candidate> ranked, List<Candidate> taken, Neighbours index)
    {
        ranked.Sort(
            (a, b) =>
                b.Score != a.Score ? b.Score.CompareTo(a.Score)
                : a.Cue != b.Cue ? a.Cue.CompareTo(b.Cue)
                : a.Hull.CompareTo(b.Hull)
        );
        foreach (var c in ranked)
            if (!index.Any(c, other => Conflict(c, other)))
            {
                taken.Add(c);
                index.Add(c);
            }
    }

    static bool IsInside(Neighbours index, Candidate c) =>
        index.Any(c, o => o != c && o.Cue != c.Cue && o.Covers(c.CueOffset) && o.Hull.Contains(c.Hull));

    static bool Conflict(Candidate a, Candidate b)
    {
        if (a.Cue == b.Cue && a.Cue >= 0)
            return true;
        if (!a.Hull.Overlaps(b.Hull))
            return false;
        // one inside the other, with its cue in there too, is nested
        var inside = b.Hull.Contains(a.Hull) && b.Covers(a.CueOffset) && !a.Covers(b.CueOffset);
        var outside = a.Hull.Contains(b.Hull) && a.Covers(b.CueOffset) && !b.Covers(a.CueOffset);
        return !inside && !outside;
    }

    Statement Build(Document d, Candidate c)
    {
        var row = c.Row;
        var s = new Statement
        {
            Frame = c.Frame,
            CueHead = c.Cue,
            Cue = c.CueRange,
            SourceHead = c.Source,
            Source = c.Source >= 0 ? SourceRange(d, c) : default,
            Content = c.Content,
            Act = row.Act,
            Mode = row.Mode,
            Commitment = row.Commitment,
            CueLemma =
                c.Frame == Frame.AccordingTo ? "according to"
                : c.Cue >= 0 ? d.Tokens[c.Cue].Lemma
                : d.Tokens[c.CueRange.First].Lower, // a colon, a dash
            Score = c.Score,
            CueConfidence = Confidence(d, c, Field.Cue),
            ContentConfidence = Confidence(d, c, Field.Content),
            SourceConfidence = Confidence(d, c, Field.Source),
        };
        if (c.Quoted == 2 && s.Mode is StatementMode.Belief or StatementMode.Attitude && c.Frame is Frame.Quote or Frame.Parenthetical)
            s.Mode = StatementMode.Speech; // what stands between quotation marks was said
        s.Why.Add(row.Id + "@" + d.Tokens[c.CueRange.First].Start);
        s.Why.Add("frame:" + c.Frame);
        return s;
    }

    /// <summary>The words that name the source: its noun phrase without the clauses on it.</summary>
    internal static (int First, int End) SourceRange(Document d, Candidate c)
    {
        var head = c.Source;
        if (c.SourceWords.End > c.SourceWords.First)
            return c.SourceWords;
        if (d.Tokens[head].Deprel is Deprel.Amod or Deprel.Compound)
            return (head, head + 1);
        var (first, end) = d.Subtree(head);
        foreach (var child in d.Children(head))
            if (
                child > head
                && d.Tokens[child].Deprel is Deprel.Parataxis or Deprel.Advcl or Deprel.Ccomp or Deprel.Punct
                && (
                    d.Tokens[child].Deprel != Deprel.Punct
                    || d.Tokens[child].Lower is "," && child + 1 < end && NextIsClause(d, child, head)
                )
            )
                end = Math.Min(end, d.Subtree(child).First);
            else if (child < head && d.Tokens[child].Deprel is Deprel.Case or Deprel.Cc)
                first = Math.Max(first, child + 1);
        if (c.CueRange.First >= first && c.CueRange.First < end)
            (first, end) = c.CueRange.First > head ? (first, c.CueRange.First) : (c.CueRange.End, end);
        // a content inside the source's words ("a claim that ...") ends it as well
        while (end > head + 1 && (d.Tokens[end - 1].Upos == Upos.Punct || d.Tokens[end - 1].Lower is "'s" or "’s" or "'" or "’"))
            end--;
        if (c.Frame == Frame.AccordingTo && first < c.CueRange.End)
            first = c.CueRange.End;
        while (first < head && d.Tokens[first].Upos == Upos.Punct)
            first++;
        return (Math.Min(first, head), Math.Max(end, head + 1));
    }

    /// <summary>The cue with the auxiliaries and adverbs that stand right before it: "has repeatedly denied", "did not say".</summary>
    static (int First, int End) WholePhrase(Document d, Statement s)
    {
        var (first, end) = s.Cue;
        if (s.CueHead < 0)
            return s.Cue;
        while (
            first > d.Sentences[d.Tokens[s.CueHead].Sentence].First
            && d.Tokens[first - 1] is { Deprel: Deprel.Aux or Deprel.AuxPass or Deprel.Cop or Deprel.Advmod, Head: var head }
            && head >= first
            && head < end
            && (first - 1 < s.Source.First || first - 1 >= s.Source.End)
            && !s.Covers(d.Tokens[first - 1].Start)
        )
            first--;
        return (first, end);
    }

    static bool NextIsClause(Document d, int comma, int head)
    {
        foreach (var c in d.Children(head))
            if (c > comma)
                return d.Tokens[c].Deprel is Deprel.Parataxis or Deprel.Advcl;
        return false;
    }

    static void Nesting(Document d, List<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            var s = statements[i];
            var cue = s.CueHead >= 0 ? d.Tokens[s.CueHead].Start : s.Hull.Start;
            for (var j = i - 1; j >= 0 && j >= i - 40; j--)
                if (
                    statements[j].Covers(cue)
                    && statements[j].Hull.Contains(s.Hull)
                    && (s.NestedIn < 0 || statements[s.NestedIn].Hull.Contains(statements[j].Hull))
                )
                    s.NestedIn = j;
        }
    }

    /// <summary>How sure reported speech must be, in percent: chosen on PolNeAR dev so that nine contents in ten are right.</summary>
    const int LeastCue = 60,
        LeastContent = 74;

    static void KeepReportedSpeech(List<Statement> statements)
    {
        var keep = statements.ConvertAll(s =>
            (s.Kind != StatementKind.Indirect || s.Mode == StatementMode.Speech)
            && s.CueConfidence >= LeastCue
            && s.ContentConfidence >= LeastContent
        );
        var index = new int[statements.Count];
        var kept = new List<Statement>();
        for (var i = 0; i < statements.Count; i++)
        {
            index[i] = keep[i] ? kept.Count : -1;
            if (keep[i])
                kept.Add(statements[i]);
        }
        foreach (var s in kept)
        {
            s.NestedIn = s.NestedIn >= 0 ? index[s.NestedIn] : -1;
            var answers = s.Answers.ConvertAll(a => index[a]);
            s.Answers.Clear();
            s.Answers.AddRange(answers.Where(a => a >= 0));
        }
        statements.Clear();
        statements.AddRange(kept);
    }

    /// <summary>Taken candidates by stretches of text, so that only near ones are compared.</summary>
    sealed class Neighbours
    {
        const int Stretch = 2048;
        readonly Dictionary<int, List<Candidate>> _byStretch = [];

        internal void Add(Candidate c)
        {
            for (var k = Math.Min(c.Hull.Start, c.CueOffset) / Stretch; k <= Math.Max(c.Hull.End, c.CueOffset) / Stretch; k++)
                (At(k) ?? (_byStretch[k] = [])).Add(c);
        }

        internal void Remove(Candidate c)
        {
            foreach (var list in _byStretch.Values)
                list.Remove(c);
        }

        internal bool Any(Candidate c, Predicate<Candidate> test)
        {
            for (var k = Math.Min(c.Hull.Start, c.CueOffset) / Stretch; k <= Math.Max(c.Hull.End, c.CueOffset) / Stretch; k++)
                if (At(k)?.Exists(test) == true)
                    return true;
            return false;
        }

        List<Candidate>? At(int key) => _byStretch.GetValueOrDefault(key);
    }
}

/// <summary>Operating point of <see cref="StatementFinder"/>.</summary>
/// <param name="Threshold">Score above which a candidate is a statement.</param>
/// <param name="UnlistedThreshold">Score above which a cue that is in no list is one without a clause or a quotation.</param>
/// <param name="NestedThreshold">Score above which a threat, denial, promise and the like inside another's content is kept.</param>
/// <param name="NestedSayingThreshold">Score above which plain saying inside another's content is kept.</param>
/// <param name="ReportedSpeechOnly">Drops beliefs, intentions and attitudes that are not quoted.</param>
internal sealed record StatementFinderOptions(
    int Threshold = -370,
    int UnlistedThreshold = 0,
    int NestedThreshold = 0,
    int NestedSayingThreshold = 130,
    bool ReportedSpeechOnly = false
);
