using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Statements;

internal sealed partial class CandidateFinder
{
    /// <summary>"X is expected to V", "it is believed that S", "X was seen as N", "X was asked about N", "X, known as N", "X was announced".
    /// </summary>
    void Passive(Scan scan, int v, CueRow? listed)
    {
        var d = scan.D;
        var source = d.Agent(v);
        var row = listed ?? CueLexicon.Unlisted;
        var subject = d.Child(v, Deprel.NsubjPass);
        var participle =
            subject < 0 && d.Tokens[v].Deprel == Deprel.Acl && d.Tokens[v].Head is >= 0 and var noun && noun < v ? d.Tokens[v].Head : -1;
        var aux = d.Child(v, Deprel.AuxPass);
        var cue = (aux >= 0 && aux < v && v - aux <= 3 ? aux : v, v + 1);
        List<Span> about =
            subject >= 0 ? scan.Content(d.Subtree(subject).First, d.Subtree(subject).End)
            : participle >= 0 ? scan.Content(d.Subtree(participle).First, d.Subtree(v).First)
            : [];
        foreach (var c in d.Children(v))
        {
            if (c <= v || c == source)
                continue;
            var (first, end) = d.Subtree(c);
            switch (d.Tokens[c].Deprel)
            {
                case Deprel.Ccomp:
                    scan.Add(Frame.Passive, v, cue, source, c, scan.Content(first, end), row);
                    break;
                case Deprel.Xcomp:
                    Both(c, first, end);
                    if (listed is not null)
                        scan.Add(Frame.PassiveComplement, v, cue, source, c, scan.Content(first, end), row);
                    break;
                case Deprel.Obl or Deprel.Advcl when d.CaseOf(c) == "as" || d.MarkOf(c) == "as":
                    Both(c, first, end);
                    break;
                case Deprel.Obl when listed is not null && IsTopicCase(d.CaseOf(c)):
                case Deprel.Advcl when listed is not null && (IsTopicCase(d.MarkOf(c)) || d.MarkOf(c) is "whether" or "if" or "that"):
                    var adjacent = first == v + 1 && d.CaseToken(c) == first;
                    scan.Add(
                        Frame.PassiveComplement,
                        v,
                        adjacent ? (cue.Item1, first + 1) : cue,
                        source,
                        c,
                        scan.Content(adjacent ? first + 1 : first, end),
                        row
                    );
                    break;
                case Deprel.Obj when listed is not null:
                    Both(c, first, end);
                    scan.Add(Frame.PassiveComplement, v, cue, source, c, scan.Content(first, end), row);
                    break;
            }
        }
        // "her warning that S was ignored": what is said is in the noun
        var saying = subject >= 0 && source < 0 && d.Tokens[subject].Upos == Upos.Noun && cues.Noun(d.Tokens[subject].Lemma) is not null;
        if (about.Count > 0 && !saying && (listed is not null || source >= 0))
            scan.Add(Frame.Passive, v, cue, source, subject >= 0 ? subject : participle, [.. about], row);

        void Both(int complement, int first, int end)
        {
            if (about.Count > 0)
                scan.Add(Frame.Passive, v, cue, source, complement, [.. about, .. scan.Content(first, end)], row);
        }
    }
}
