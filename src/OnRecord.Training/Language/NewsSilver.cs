using System.Runtime.InteropServices;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Sentences of raw news with names that nobody marked: a first model reads them, each article is made consistent, rules mend what
/// they are sure of, and then the articles are held against each other: what is an organisation in most is one in the others.</summary>
/// <remarks>Only weights are learned from them; no text is kept. Learning from a model's own output: Yarowsky, "Unsupervised word sense
/// disambiguation rivaling supervised methods" (ACL 1995).</remarks>
internal sealed class NewsSilver(Lexicon lexicon, TagSet tags, TaggerModel tagger, NameHints hints, SilverRules rules, NamesModel first)
{
    /// <summary>One article in so many is read.</summary>
    const int OneIn = 12;

    /// <summary>Share of the sentences of an article that is kept, and of those of them that have no capital after the first word.</summary>
    const double Share = 0.4;
    const double PlainShare = 0.3;

    /// <summary>Words of a sentence that is kept.</summary>
    const int Shortest = 5;
    const int Longest = 60;

    /// <summary>Articles that must agree, and their least share in quarters, before a name's kind is changed elsewhere.</summary>
    const int LeastVotes = 4;
    const int LeastQuarters = 3;

    /// <summary>In how many articles a name has each kind; at 0 those where it is none.</summary>
    readonly Dictionary<string, int[]> _votes = new(StringComparer.Ordinal);

    /// <summary>Reads raw news and returns some of its sentences.</summary>
    /// <param name="data">Folder of the corpora.</param>
    /// <param name="heldOut">Ids of articles that are passed over.</param>
    /// <param name="log">Told what is done.</param>
    internal List<TrainingSentence> Sentences(string data, IReadOnlySet<string> heldOut, Action<string> log)
    {
        var random = new Random(LanguageTrainer.Seed);
        var kept = new List<TrainingSentence>();
        var articles = 0;
        foreach (var article in NewsNames.Articles(data))
        {
            if (Fnv.Mix(Fnv.Hash32(article.Id!)) % OneIn != 0 || heldOut.Contains(article.Id!))
                continue;
            articles++;
            var sentences = Read(article);
            Vote(sentences);
            foreach (var s in sentences)
                if (random.NextDouble() < (IsPlain(s) ? Share * PlainShare : Share) && s.Length is >= Shortest and <= Longest)
                    kept.Add(s);
        }
        var changed = kept.Count(Settle);
        log($"silver: {articles:N0} articles, {_votes.Count:N0} names, {kept.Count:N0} sentences, {changed:N0} changed by other articles");
        return kept;
    }

    static bool IsPlain(TrainingSentence s) =>
        !Enumerable.Range(1, s.Length - 1).Any(s.IsCapital) && Array.TrueForAll(s.Names!, n => n == "O");

    List<TrainingSentence> Read(Article article)
    {
        var layout = Layout.Of(article);
        var text = article.Text;
        var tokens = new List<Token>();
        var sentences = new List<Sentence>();
        var result = new List<TrainingSentence>();
        var names = new List<Name>();
        var spans = new List<Span>();
        var ends = new List<int>();
        for (var p = 0; p < layout.Paragraphs.Count; p++)
        {
            spans.Clear();
            ends.Clear();
            Tokenizer.Tokenize(text, layout.Paragraphs[p].Span, spans);
            SentenceSplitter.Split(text, CollectionsMarshal.AsSpan(spans), ends);
            var begin = 0;
            foreach (var end in ends)
            {
                var s = Sentence(article, spans[begin..end]);
                var labels = new int[s.Length];
                NameFinder.Label(first, s.Words, s.PredictedTags, s.Hints, labels);
                NameFinder.Collect(labels, tokens.Count, names);
                sentences.Add(new(tokens.Count, tokens.Count + s.Length, p, layout.Paragraphs[p].Zone, s.IsTitleCase));
                for (var i = begin; i < end; i++)
                    tokens.Add(
                        new()
                        {
                            Start = spans[i].Start,
                            End = spans[i].End,
                            Sentence = sentences.Count - 1,
                            Upos = tagger.Upos[s.PredictedTags[i - begin]],
                        }
                    );
                result.Add(s);
                begin = end;
            }
        }
        foreach (var n in NameConsistency.Apply(text, CollectionsMarshal.AsSpan(tokens), CollectionsMarshal.AsSpan(sentences), names))
        {
            var s = tokens[n.First].Sentence;
            result[s].SetName(n.First - sentences[s].First, n.End - sentences[s].First, n.Kind);
        }
        result.ForEach(rules.Mend);
        return result;
    }

    TrainingSentence Sentence(Article article, List<Span> spans)
    {
        var text = article.Text;
        var forms = spans.Select(s => s.Of(text).ToString()).ToArray();
        var s = new TrainingSentence
        {
            Document = article.Id!,
            Id = "",
            Forms = forms,
            Lemmas = forms,
            Upos = new Upos[forms.Length],
            Xpos = [.. forms.Select(_ => "")],
            Feats = [.. forms.Select(_ => "_")],
            Heads = new int[forms.Length],
            Deprels = new Deprel[forms.Length],
            SpaceAfter = [.. spans.Select(s => s.End < text.Length && char.IsWhiteSpace(text[s.End]))],
            Names = [.. forms.Select(_ => "O")],
            IsTitleCase = LanguageModel.IsTitleCase(text, new(spans[0].Start, spans[^1].End)),
        };
        s.Hint(hints);
        s.Prepare(lexicon, tags);
        s.PredictedTags = new int[s.Length];
        Tagger.Tag(tagger, s.Words, s.PredictedTags);
        return s;
    }

    /// <summary>An article has one vote for each name and kind.</summary>
    void Vote(List<TrainingSentence> article)
    {
        var seen = new HashSet<(string, NameKind)>();
        foreach (var s in article)
            if (!s.IsTitleCase)
                foreach (var (i, end) in Runs(s))
                {
                    var text = string.Join(' ', s.Forms[i..end]);
                    if (!seen.Add((text, s.NameKindAt(i))))
                        continue;
                    ref var votes = ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, text, out _);
                    (votes ??= new int[4])[(int)s.NameKindAt(i)]++;
                }
    }

    /// <summary>Names, and runs of proper nouns with capitals outside them.</summary>
    IEnumerable<(int First, int End)> Runs(TrainingSentence s)
    {
        for (int i = 0, end; i < s.Length; i = Math.Max(i + 1, end))
        {
            end = i;
            if (s.BeginsName(i))
                end = s.NameEnd(i);
            else
                while (end < s.Length && s.Names![end] == "O" && s.IsCapital(end) && tagger.Upos[s.PredictedTags[end]] == Upos.Propn)
                    end++;
            if (end > i)
                yield return (i, end);
        }
    }

    /// <summary>Gives the names of a sentence the kind they have in most articles, and marks what is a name in most articles.</summary>
    bool Settle(TrainingSentence s)
    {
        var changed = false;
        foreach (var (i, end) in Runs(s).ToList())
        {
            if (!_votes.TryGetValue(string.Join(' ', s.Forms[i..end]), out var votes))
                continue;
            var total = votes[1] + votes[2] + votes[3];
            var best = NameKind.Organisation;
            foreach (var kind in (NameKind[])[NameKind.Person, NameKind.Location])
                best = votes[(int)kind] > votes[(int)best] ? kind : best;
            if (total < LeastVotes || votes[(int)best] * 4 < total * LeastQuarters)
                continue;
            if (s.BeginsName(i) ? s.NameKindAt(i) == best : total <= votes[0])
                continue;
            s.SetName(i, end, best);
            changed = true;
        }
        return changed;
    }
}
