using System.Runtime.InteropServices;
using OnRecord.Knowledge;
using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Reads English: turns an article into a <see cref="Document"/> with tokens, sentences, tags, dictionary forms, a dependency tree
/// for each sentence, and names. The trained models are part of the program and used in place, so loading is immediate.</summary>
/// <remarks>Safe to share between threads. The result depends on the article alone: all arithmetic is in integers.</remarks>
public sealed class LanguageModel
{
    /// <summary>A longer sentence is parsed in pieces of this many words, so that no tree is deeper.</summary>
    const int LongestParse = SentenceSplitter.Longest;

    /// <summary>Readings that the accurate parser keeps.</summary>
    internal const int BeamWidth = 8;

    /// <summary>How far behind the best a reading may be, in units of the weights.</summary>
    internal const int BeamMargin = int.MaxValue / 2;

    [ThreadStatic]
    static Scratch? s_scratch;

    readonly Lexicon _lexicon;
    readonly TaggerModel _tagger;
    readonly ParserModel _fast;
    readonly ParserModel _accurate;
    readonly TreeModel _trees;
    readonly MorphologyModel _morphology;
    readonly NamesModel _names;
    readonly Lemmatizer _lemmatizer;
    readonly NameHints _hints;
    readonly ChainFinder? _chains;
    readonly StringPool _pool = new();

    /// <summary>What one thread works with.</summary>
    sealed class Scratch
    {
        internal readonly List<Span> Spans = [];
        internal readonly List<int> Ends = [];
        internal readonly ParserState Parser = new();
        internal readonly Beam Beam = new(BeamWidth, BeamMargin);
        internal readonly TreeMemo Trees = new();
        internal WordFeatures[] Words = [];
        internal int[] Tags = [];
        internal int[] Passed = [];
        internal int[] Labels = [];
        internal byte[] Hints = [];
        internal Morphology.Surroundings[] Around = [];

        internal void Grow(int length)
        {
            if (Words.Length >= length)
                return;
            length = Math.Max(length, 2 * Words.Length);
            Words = new WordFeatures[length];
            Tags = new int[length];
            Passed = new int[length + 1];
            Labels = new int[length];
            Hints = new byte[length];
            Around = new Morphology.Surroundings[length];
        }
    }

    /// <param name="open">Gives the model of a name.</param>
    /// <param name="hints">What tables say of names. The names model must have been trained with tables of the same kinds.</param>
    /// <param name="chains">Ties mentions together; without it documents have no chains.</param>
    internal LanguageModel(Func<string, ModelFile> open, NameHints hints, ChainFinder? chains = null)
    {
        _chains = chains;
        _lexicon = new(open("words"));
        _tagger = new(open("tagger"));
        _fast = new(open("parser-fast"), open("relations"));
        _accurate = new(open("parser-accurate"), open("relations"));
        _trees = new(open("trees"));
        _lemmatizer = new(new(open("lemmas")), _lexicon);
        _morphology = new(open("features"));
        _names = new(open("names"));
        _hints = hints;
    }

    /// <summary>Opens the models that are part of the program.</summary>
    /// <exception cref="InvalidOperationException">The program was built without them.</exception>
    public static LanguageModel Load() => Load(KnowledgeBase.Load());

    /// <summary>Opens the models that are part of the program, with tables that are loaded already.</summary>
    internal static LanguageModel Load(KnowledgeBase knowledge) => new(Open, new(knowledge), ChainFinder.Load(knowledge));

    static ModelFile Open(string name) =>
        ModelFile.Embedded(name)
        ?? throw new InvalidOperationException(
            $"This build has no models/{name}.bin. Train the models (OnRecord.Training: train language) and build again."
        );

    /// <summary>Reads an article. Only headline and body are read; what <see cref="Layout"/> finds to be no body has no tokens.</summary>
    /// <param name="article">The article.</param>
    /// <param name="setting">How to parse.</param>
    public Document Read(Article article, ParserSetting setting = ParserSetting.Accurate)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Read(article, Layout.Of(article), setting);
    }

    /// <summary>Reads an article whose layout is known.</summary>
    internal Document Read(Article article, Layout layout, ParserSetting setting) => Read(article, layout, int.MaxValue, setting)!;

    /// <summary>Reads an article of at most so many tokens; null for one with more.</summary>
    internal Document? Read(Article article, Layout layout, int mostTokens, ParserSetting setting)
    {
        var scratch = s_scratch ??= new();
        var text = article.Text;
        var tokens = new List<Token>(text.Length / 5 + 8);
        var sentences = new List<Sentence>();
        for (var p = 0; p < layout.Paragraphs.Count; p++)
        {
            var paragraph = layout.Paragraphs[p];
            scratch.Spans.Clear();
            scratch.Ends.Clear();
            Tokenizer.Tokenize(text, paragraph.Span, scratch.Spans);
            var spans = CollectionsMarshal.AsSpan(scratch.Spans);
            if (tokens.Count + spans.Length > mostTokens)
                return null; // before the costly part
            SentenceSplitter.Split(text, spans, scratch.Ends);
            var first = 0;
            foreach (var end in scratch.Ends)
            {
                var offset = tokens.Count;
                var whole = new Span(spans[first].Start, spans[end - 1].End);
                sentences.Add(new(offset, offset + end - first, p, paragraph.Zone, IsTitleCase(text, whole)));
                foreach (var s in spans[first..end])
                    tokens.Add(new() { Start = s.Start, End = s.End });
                first = end;
            }
        }
        return Analyse(article, layout, [.. tokens], [.. sentences], setting, scratch);
    }

    /// <summary>Reads text whose tokens and sentences are given.</summary>
    /// <param name="article">The text.</param>
    /// <param name="layout">Its paragraphs.</param>
    /// <param name="tokens">Tokens with their offsets; everything else is filled in.</param>
    /// <param name="sentences">Sentences that cover the tokens.</param>
    /// <param name="setting">How to parse.</param>
    internal Document Read(Article article, Layout layout, Token[] tokens, Sentence[] sentences, ParserSetting setting) =>
        Analyse(article, layout, tokens, sentences, setting, s_scratch ??= new());

    /// <summary>A sentence in the capitals of a headline. Longer runs of words are not looked at: they are no headline.</summary>
    internal static bool IsTitleCase(string text, Span sentence) => sentence.Length <= 400 && Layout.IsTitleCase(sentence.Of(text));

    Document Analyse(Article article, Layout layout, Token[] tokens, Sentence[] sentences, ParserSetting setting, Scratch scratch)
    {
        var names = new List<Name>();
        for (var s = 0; s < sentences.Length; s++)
        {
            var sentence = sentences[s];
            var root = -1;
            for (var first = sentence.First; first < sentence.End; first += LongestParse)
            {
                var end = Math.Min(sentence.End, first + LongestParse);
                AnalysePiece(article.Text, tokens, first, end, s, sentence.IsTitleCase, setting, scratch, names);
                root = Join(tokens, first, end, root);
            }
        }
        names = NameConsistency.Apply(article.Text, tokens, sentences, names);
        var document = new Document(article, layout, tokens, sentences, [.. names]);
        document.Chains = _chains?.Find(document) ?? [];
        return document;
    }

    void AnalysePiece(
        string text,
        Token[] tokens,
        int first,
        int end,
        int sentence,
        bool titleCase,
        ParserSetting setting,
        Scratch scratch,
        List<Name> names
    )
    {
        var n = end - first;
        scratch.Grow(n);
        var words = scratch.Words.AsSpan(0, n);
        var tags = scratch.Tags.AsSpan(0, n);
        Span<char> lower = stackalloc char[64];
        for (var i = 0; i < n; i++)
        {
            ref var t = ref tokens[first + i];
            var form = text.AsSpan(t.Start, t.End - t.Start);
            words[i] = WordFeatures.Of(form, titleCase, _lexicon);
            t.Sentence = sentence;
            t.Cluster = words[i].Known.Cluster;
            if (form.Length <= 64)
            {
                form.ToLowerInvariant(lower);
                t.Lower = _pool.Get(lower[..form.Length]);
            }
            else
                t.Lower = form.ToString().ToLowerInvariant();
        }
        Tagger.Tag(_tagger, words, tags);
        var passed = scratch.Passed.AsSpan(0, n + 1);
        ParserFeatures.Input.CountPassed(tags, _tagger.Roles, passed);
        var x = new ParserFeatures.Input(words, tags, passed);
        var tree = scratch.Parser;
        if (setting == ParserSetting.Fast)
            Parser.Parse(_fast, x, tree);
        else
        {
            BeamParser.Parse(_accurate, x, scratch.Beam);
            tree = _trees.Best(x, scratch.Beam, scratch.Trees);
        }
        Morphology.Read(tree.Nodes, n, scratch.Around);
        for (var i = 0; i < n; i++)
        {
            ref var t = ref tokens[first + i];
            (t.Upos, t.Xpos) = (_tagger.Upos[tags[i]], _tagger.Xpos[tags[i]]);
            t.Lemma = _lemmatizer.Lemma(text.AsSpan(t.Start, t.End - t.Start), t.Upos, t.Xpos);
            t.Feats = _morphology.Values[Morphology.Choose(_morphology, x, tree.Nodes, scratch.Around, i)];
            t.Head = tree.Nodes[i].Head == n ? -1 : first + tree.Nodes[i].Head;
            t.Deprel = (Deprel)tree.Nodes[i].Label;
        }
        var labels = scratch.Labels.AsSpan(0, n);
        var hints = scratch.Hints.AsSpan(0, n);
        _hints.Fill(text, tokens.AsSpan(first, n), hints);
        NameFinder.Label(_names, words, tags, hints, labels);
        NameFinder.Collect(labels, first, names);
    }

    /// <summary>Hangs the root of a further piece under the root of the first; returns the root of the first.</summary>
    static int Join(Token[] tokens, int first, int end, int root)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Head >= 0)
                continue;
            if (root < 0)
                return i;
            (tokens[i].Head, tokens[i].Deprel) = (root, Deprel.Parataxis);
            return root;
        }
        return root;
    }
}
