using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

internal sealed partial class CandidateFinder
{
    /// <summary>A content after its cue may end earlier than the parser has it, before a part set off by a comma ("said the bridge was safe,
    /// adding that"), or later, at the end of the sentence. All are proposed; the model chooses one for each cue.</summary>
    void AddVariants(Scan scan, Candidate c)
    {
        if (
            c.ContentHead < 0
            || c.Content.Count != 1
            || c.Quoted == 2
            || c.Frame is not (Frame.Clause or Frame.Infinitive or Frame.Object or Frame.Oblique or Frame.Noun or Frame.Adjective)
        )
            return;
        var d = scan.D;
        var first = d.TokenAt(c.Content[0].Start);
        var end = d.TokenAt(c.Content[0].End);
        var sentence = d.Sentences[d.Tokens[c.ContentHead].Sentence];
        if (first <= c.CueRange.First || end > sentence.End || end <= first)
            return;
        var (last, earliest, joined) = Cuts(d, c.ContentHead, first, end);
        c.EarlierEnd = last;
        c.LaterEnd = LaterEnd(scan, end, sentence);
        if (last >= 0)
            scan.AddVariant(c, ContentVariant.Shorter, last, scan.Content(first, last));
        if (earliest >= 0 && earliest != last)
            scan.AddVariant(c, ContentVariant.Shortest, earliest, scan.Content(first, earliest));
        if (joined >= 0)
            scan.AddVariant(c, ContentVariant.Joined, joined, scan.Content(first, joined));
        if (c.LaterEnd >= 0)
            scan.AddVariant(c, ContentVariant.Longer, c.LaterEnd, scan.Content(first, sentence.End));
    }

    /// <summary>Where a content may end earlier, down its right edge: before the last and before the first part that a mark sets off, and
    /// before the last clause or phrase that a conjunction joins without a mark. -1 for none.</summary>
    static (int Last, int First, int Joined) Cuts(Document d, int head, int first, int end)
    {
        var (lastSetOff, firstSetOff, joined) = (-1, -1, -1);
        for (int t = head, step = 0; t >= 0 && step < 8; step++)
        {
            var below = -1;
            foreach (var c in d.Children(t))
            {
                if (c <= t || c >= end || d.Tokens[c].Deprel == Deprel.Punct)
                    continue;
                below = c;
                var start = d.Subtree(c).First;
                while (start < c && d.Tokens[start].Upos == Upos.Punct)
                    start++;
                if (start <= t || start <= first + 1)
                    continue;
                if (IsPause(d.Tokens[start - 1].Lower))
                {
                    lastSetOff = start;
                    if (firstSetOff < 0)
                        firstSetOff = start;
                }
                else if (d.Tokens[start].Upos is Upos.Cconj or Upos.Sconj)
                    joined = start;
            }
            t = below;
        }
        return (lastSetOff, firstSetOff, joined);
    }

    static bool IsPause(string mark) => mark is "," or "-" or "–" or "—" or "--" or ";" or ":" or "(";

    /// <summary>The first token behind the content, where the sentence goes on without a new quotation or another verb of saying; else -1.
    /// </summary>
    int LaterEnd(Scan scan, int end, Sentence sentence)
    {
        var d = scan.D;
        var words = 0;
        for (var i = end; i < sentence.End; i++)
        {
            if (scan.Q.OuterAt(d.Tokens[i].Start) >= 0 || CoordinateCue(d, i) >= 0)
                return -1;
            words += d.Tokens[i].Upos == Upos.Punct ? 0 : 1;
        }
        return words > 0 ? end : -1;
    }
}
