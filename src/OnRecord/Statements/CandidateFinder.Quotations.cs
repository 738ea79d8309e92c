using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

internal sealed partial class CandidateFinder
{
    /// <summary>A verb with a quotation right before its subject or right after itself, whatever the parse makes of it:
    /// "..." he said; he said: "..."; "...," said the man, "...".</summary>
    static void NextToQuotation(Scan scan, int v, (int, int) cue, int source, CueRow row)
    {
        var d = scan.D;
        var sentence = d.Sentences[d.Tokens[v].Sentence];
        int first = v,
            last = v;
        if (source >= 0 && d.Tokens[source].Sentence == d.Tokens[v].Sentence && Math.Abs(source - v) < 40)
        {
            var (s, e) = d.Subtree(source);
            if (scan.Q.OuterAt(d.Tokens[source].Start) < 0)
                (first, last) = (Math.Min(first, s), Math.Max(last, e - 1));
        }
        var left = QuotationBefore(scan, first, sentence);
        var right = QuotationAfter(scan, last, sentence);
        if (left < 0 && right < 0)
            return;
        // the listed verbs may stand far from the marks; an unlisted one must touch them
        var content = new List<Span>(2);
        if (left >= 0)
            content.Add(scan.Q.Outer[left].Span);
        if (right >= 0)
            content.Add(scan.Q.Outer[right].Span);
        if (source < 0)
            source = NounNextTo(scan, v, left >= 0, right >= 0);
        if (row == CueLexicon.Unlisted && content.TrueForAll(c => c.Length < ShortestOfUnlisted))
            return; // "faces 'severe costs'"
        var speech = row.Mode == StatementMode.Speech && row != CueLexicon.Unlisted;
        var (before, after) = (TouchesLeft(scan, left, first), TouchesRight(scan, right, last));
        scan.Add(Frame.Quote, v, cue, source, -1, content, row, speech && (before || after), speech && before && after);
        if (content.Count == 2)
            scan.Add(Frame.Quote, v, cue, source, -1, [scan.Q.Outer[left].Span], row);
    }

    /// <summary>A verb that is in no list must bring at least a short sentence.</summary>
    const int ShortestOfUnlisted = 24;

    /// <summary>A shorter quotation beside a verb may be a title or a scare quote.</summary>
    const int ShortestSpeech = 12;

    /// <summary>Nothing but punctuation stands between the clause and a quotation of some length before it.</summary>
    static bool TouchesLeft(Scan scan, int quotation, int first)
    {
        if (quotation < 0 || scan.Q.Outer[quotation].Inner.Length < ShortestSpeech)
            return false;
        var i = first - 1;
        while (i >= 0 && scan.D.Tokens[i].Start >= scan.Q.Outer[quotation].Span.End && scan.D.Tokens[i].Upos == Upos.Punct)
            i--;
        return i >= 0 && scan.D.Tokens[i].Start < scan.Q.Outer[quotation].Span.End;
    }

    /// <summary>Nothing but a comma or a colon stands between the clause and a quotation of some length after it.</summary>
    static bool TouchesRight(Scan scan, int quotation, int last)
    {
        if (quotation < 0 || scan.Q.Outer[quotation].Inner.Length < ShortestSpeech)
            return false;
        var k = last + 1;
        while (
            k < scan.D.Tokens.Length && scan.D.Tokens[k].End <= scan.Q.Outer[quotation].Span.Start && scan.D.Tokens[k].Upos == Upos.Punct
        )
            k++;
        return k > last + 1 && k < scan.D.Tokens.Length && scan.D.Tokens[k].End > scan.Q.Outer[quotation].Span.Start;
    }

    /// <summary>The quotation that ends before token <paramref name="first"/> with nothing but punctuation, adverbs or a short phrase
    /// between, or -1.</summary>
    static int QuotationBefore(Scan scan, int first, Sentence sentence)
    {
        var d = scan.D;
        for (int i = first - 1, words = 0; i >= sentence.First && words < 4; i--)
        {
            var q = scan.Q.OuterAt(d.Tokens[i].Start);
            if (q >= 0)
                return q;
            if (d.Tokens[i].Upos is not (Upos.Punct or Upos.Adv or Upos.Cconj or Upos.Det))
                words += 2;
        }
        // '"A. B." He said.' The splitter may have set the verb's clause off as a sentence of its own.
        if (
            first == sentence.First
            && first > 0
            && d.Sentences[d.Tokens[first - 1].Sentence].Paragraph == sentence.Paragraph
            && !char.IsUpper(d.Text[d.Tokens[first].Start])
        )
            return scan.Q.OuterAt(d.Tokens[first - 1].Start);
        return -1;
    }

    static int QuotationAfter(Scan scan, int last, Sentence sentence)
    {
        var d = scan.D;
        for (int i = last + 1, words = 0; i < d.Tokens.Length && i < sentence.End && words < 12; i++)
        {
            var q = scan.Q.OuterAt(d.Tokens[i].Start);
            if (q >= 0)
                return d.Tokens[i].Start <= scan.Q.Outer[q].Inner.Start ? q : -1;
            if (d.Tokens[i].Upos is Upos.Verb)
                return -1;
            words++;
        }
        var next = sentence.End;
        if (
            next < d.Tokens.Length
            && d.Tokens[next - 1].Lower == ":"
            && d.Sentences[d.Tokens[next].Sentence].Paragraph <= sentence.Paragraph + 1
        )
            return scan.Q.OuterAt(d.Tokens[next].Start);
        return -1;
    }

    /// <summary>Where the parse gives the verb no subject: the nearest noun or pronoun beside it, outside the quotation.</summary>
    static int NounNextTo(Scan scan, int v, bool left, bool right)
    {
        var d = scan.D;
        var s = d.Sentences[d.Tokens[v].Sentence];
        for (var i = v - 1; i >= s.First && i > v - 4 && scan.Q.OuterAt(d.Tokens[i].Start) < 0; i--)
            if (d.Tokens[i].Upos is Upos.Propn or Upos.Noun or Upos.Pron)
                return i;
        for (var i = v + 1; left && !right && i < s.End && i < v + 6 && scan.Q.OuterAt(d.Tokens[i].Start) < 0; i++)
            if (d.Tokens[i].Upos is Upos.Propn or Upos.Noun or Upos.Pron)
            {
                while (d.Tokens[i].Head is var h && h > i && h < v + 8 && d.Tokens[h].Upos is Upos.Propn or Upos.Noun && h < s.End)
                    i = h;
                return i;
            }
        return -1;
    }
}
