using System.Runtime.InteropServices;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Sentences of raw news with names that nobody marked: a first model reads them, each article is made consistent, and then the
/// articles are held against each other: what is an organisation in most articles is one in the others.</summary>
/// <remarks>Only weights are learned from them; no text is kept.</remarks>
internal sealed class NewsSilver(Lexicon lexicon, TagSet tags, TaggerModel tagger, NameHints hints, SilverRules rules, NamesModel first)
{
    const int Longest = 60; // words of a sentence that is kept
    const int Shortest = 5;

    struct Votes
    {
        internal int Person;
        internal int Organisation;
        internal int Location;
        internal int Unnamed; // as a whole run of capitals

        internal readonly int Total => Person + Organisation + Location;
        internal readonly int Most => Math.Max(Person, Math.Max(Organisation, Location));

        internal readonly NameKind Best =>
            Organisation == Most ? NameKind.Organisation
            : Person == Most ? NameKind.Person
            : NameKind.Location;
    }

    readonly Dictionary<string, Votes> _votes = new(StringComparer.Ordinal);

    /// <summary>Reads one article in <paramref name="one"/> and returns some of its sentences.</summary>
    internal List<TrainingSentence> Sentences(string data, int one, HashSet<string> heldOut, Action<string> log)
    {
        var articles = new List<List<TrainingSentence>>();
        foreach (var article in NewsNames.Articles(data))
            if (Fnv.Mix(Fnv.Hash32(article.Id!)) % (uint)one == 0 && !heldOut.Contains(article.Id!))
                articles.Add(Read(article));
        log($"silver: {articles.Count:N0} articles, {articles.Sum(a => a.Sum(s => s.Length)):N0} words, {_votes.Count:N0} names");
        var result = new List<TrainingSentence>();
        var changed = 0;
        foreach (var s in articles.SelectMany(a => a))
        {
            if (s.Length is < Shortest or > Longest)
                continue;
            changed += Settle(s) ? 1 : 0;
            result.Add(s);
        }
        log($"silver: {result.Count:N0} sentences, {changed:N0} changed by other articles");
        return result;
    }

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
        names = NameConsistency.Apply(text, CollectionsMarshal.AsSpan(tokens), CollectionsMarshal.AsSpan(sentences), names);
        foreach (var n in names)
        {
            var s = tokens[n.First].Sentence;
            for (var i = n.First; i < n.End; i++)
                result[s].Names![i - sentences[s].First] = (i == n.First ? "B-" : "I-") + s_kinds[(int)n.Kind];
        }
        if (!(Environment.GetEnvironmentVariable("X") ?? "").Contains("norule"))
        foreach (var s in result)
            rules.Mend(s);
        Vote(result);
        return result;
    }

    static readonly string[] s_kinds = ["", "PER", "ORG", "LOC"];

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
        var seen = new HashSet<(string, string)>();
        foreach (var s in article)
        {
            if (s.IsTitleCase)
                continue;
            for (var i = 0; i < s.Length; )
            {
                var end = End(s, i);
                var kind = s.Names![i] == "O" ? "" : s.Names[i][2..];
                if (kind.Length == 0)
                    end = RunEnd(s, i);
                if (end > i && seen.Add((Text(s, i, end), kind)))
                {
                    ref var v = ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, Text(s, i, end), out _);
                    if (kind == "PER")
                        v.Person++;
                    else if (kind == "ORG")
                        v.Organisation++;
                    else if (kind == "LOC")
                        v.Location++;
                    else
                        v.Unnamed++;
                }
                i = Math.Max(i + 1, end);
            }
        }
    }

    /// <summary>The end of the name that begins at <paramref name="i"/>.</summary>
    static int End(TrainingSentence s, int i)
    {
        if (s.Names![i] == "O")
            return i;
        var end = i + 1;
        while (end < s.Length && s.Names[end][0] == 'I')
            end++;
        return end;
    }

    /// <summary>The end of the run of proper nouns outside names that begins at <paramref name="i"/>.</summary>
    int RunEnd(TrainingSentence s, int i)
    {
        var end = i;
        while (end < s.Length && s.Names![end] == "O" && tagger.Upos[s.PredictedTags[end]] == Upos.Propn && char.IsUpper(s.Forms[end][0]))
            end++;
        return end;
    }

    static string Text(TrainingSentence s, int first, int end) => string.Join(' ', s.Forms[first..end]);

    /// <summary>Gives the names of a sentence the kind they have in most articles, and marks what is a name in most articles.</summary>
    bool Settle(TrainingSentence s)
    {
        var changed = false;
        for (var i = 0; i < s.Length; )
        {
            var end = End(s, i);
            var isName = end > i;
            if (!isName)
                end = RunEnd(s, i);
            if (end > i && _votes.TryGetValue(Text(s, i, end), out var v) && v.Total >= 4 && v.Most * 4 >= v.Total * 3)
            {
                var kind = s_kinds[(int)v.Best];
                if (isName ? s.Names![i][2..] != kind : v.Total > v.Unnamed)
                {
                    for (var k = i; k < end; k++)
                        s.Names![k] = (k == i ? "B-" : "I-") + kind;
                    changed = true;
                }
            }
            i = Math.Max(i + 1, end);
        }
        return changed;
    }
}
