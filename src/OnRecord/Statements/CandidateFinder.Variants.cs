using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

internal sealed partial class CandidateFinder
{
    /// <summary>A content after its cue may end earlier than the parser has it, before a part set off by a comma ("said the bridge was safe,
    /// adding that"), or later, at the end of the sentence. All are proposed; the model chooses one for each cue.</summary>
    static void AddVariants(Scan scan, Candidate c)
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
        c.EarlierEnd = EarlierEnd(d, c.ContentHead, first, end);
        c.LaterEnd = LaterEnd(scan, end, sentence);
        if (c.EarlierEnd >= 0)
            scan.AddVariant(c, ContentVariant.Shorter, scan.Content(first, c.EarlierEnd));
        if (c.LaterEnd >= 0)
            scan.AddVariant(c, ContentVariant.Longer, scan.Content(first, sentence.End));
    }

    /// <summary>Where a last part begins that a comma sets off, on the content's head or on what ends with it; -1 for none.</summary>
    static int EarlierEnd(Document d, int head, int first, int end)
    {
        for (int t = head, step = 0; t >= 0 && step < 6; step++)
        {
            var last = -1;
            foreach (var c in d.Children(t))
                if (c > t && c < end && d.Tokens[c].Deprel != Deprel.Punct)
                    last = c;
            if (last < 0)
                return -1;
            var start = d.Subtree(last).First;
            if (start > t && start > first + 1 && d.Tokens[start - 1].Lower is "," or "-" or "–" or "—" or "--" or ";")
                return start;
            t = last;
        }
        return -1;
    }

    /// <summary>The first token behind the content, where the sentence goes on without a new quotation; else -1.</summary>
    static int LaterEnd(Scan scan, int end, Sentence sentence)
    {
        var d = scan.D;
        var words = 0;
        for (var i = end; i < sentence.End; i++)
        {
            if (scan.Q.OuterAt(d.Tokens[i].Start) >= 0)
                return -1;
            words += d.Tokens[i].Upos == Upos.Punct ? 0 : 1;
        }
        return words > 0 ? end : -1;
    }
}
