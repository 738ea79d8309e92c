using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Places;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>How long each step of the Language layer takes on one core, and what it allocates, and the stages of dates, actors, places and statements:
/// <c>score speed</c>. Processor time is counted, as other programs may run beside this one.</summary>
internal sealed class LanguageSpeed
{
    const int Articles = 100;
    const double LeastSeconds = 3;

    readonly KnowledgeBase _knowledge = KnowledgeBase.Load();
    readonly Lexicon _lexicon = new(Open("words"));
    readonly TaggerModel _tagger = new(Open("tagger"));
    readonly ParserModel _fast = new(Open("parser-fast"), Open("relations"));
    readonly ParserModel _accurate = new(Open("parser-accurate"), Open("relations"));
    readonly TreeModel _trees = new(Open("trees"));
    readonly TreeMemo _treeMemo = new();
    readonly NamesModel _names = new(Open("names"));
    readonly NameHints _hints;
    readonly ChainFinder _chains;
    readonly Document[] _documents;
    readonly long _tokens;
    readonly Beam _beam = new(LanguageModel.BeamWidth, LanguageModel.BeamMargin);
    readonly ParserState _state = new();
    readonly WordFeatures[] _words = new WordFeatures[SentenceSplitter.Longest];
    readonly int[] _tags = new int[SentenceSplitter.Longest];
    readonly int[] _labels = new int[SentenceSplitter.Longest];
    readonly byte[] _hint = new byte[SentenceSplitter.Longest];
    readonly int[] _passed = new int[SentenceSplitter.Longest + 1];
    readonly List<Span> _spans = [];
    readonly List<int> _ends = [];

    LanguageSpeed(string data)
    {
        _hints = new(_knowledge);
        _chains = ChainFinder.Load(_knowledge)!;
        var model = LanguageModel.Load(_knowledge);
        _documents = [.. NewsNames.Articles(data).Take(Articles).Select(a => model.Read(a, ParserSetting.Fast))];
        _tokens = _documents.Sum(d => (long)d.Tokens.Length);
    }

    static ModelFile Open(string name) => ModelFile.Embedded(name)!;

    /// <summary>Measures the models of the build on news and prints a table.</summary>
    internal static void Measure(string data)
    {
        var s = new LanguageSpeed(data);
        Console.WriteLine($"{s._documents.Length} articles of news, {s._tokens:N0} tokens, one core");
        Console.WriteLine("step                        tokens/s   us a token   bytes a token");
        s.Time("tokens and sentences", s.Tokenize);
        s.Time("tags", d => Sentences(d, s.Tag));
        s.Time("tags and tree, fast", d => Sentences(d, s.TagAndParse));
        s.Time("tags and tree, accurate", d => Sentences(d, s.TagAndSearch));
        s.Time("names, coreference", s.NamesAndChains, d => Sentences(d, s.Tag));
        var model = LanguageModel.Load(s._knowledge);
        s.Time("whole layer, fast", d => model.Read(d.Article, ParserSetting.Fast));
        s.Time("whole layer, accurate", d => model.Read(d.Article, ParserSetting.Accurate));
        s.TimeNames();
        s.TimeStatements();
    }

    /// <summary>The stages that say who, where and when, each alone and the three together.</summary>
    void TimeNames()
    {
        Time("dates", d => TimeTagger.Find(d));
        Time("actors", d => ActorFinder.Find(d, _knowledge, Terms.Find(d, _knowledge)));
        var found = _documents.ToDictionary(d => d, d => (Terms: Terms.Find(d, _knowledge), Actors: ActorFinder.Find(d, _knowledge)));
        Time("places", d => PlaceFinder.Find(d, _knowledge, found[d].Actors, found[d].Terms));
        Time(
            "dates, actors, places",
            d =>
            {
                TimeTagger.Find(d);
                var terms = Terms.Find(d, _knowledge);
                PlaceFinder.Find(d, _knowledge, ActorFinder.Find(d, _knowledge, terms), terms);
            }
        );
    }

    /// <summary>The stage that finds statements, with what it reads already there.</summary>
    void TimeStatements()
    {
        var layers = _documents.ToDictionary(d => d, d => (Actors: ActorFinder.Find(d, _knowledge), Times: TimeTagger.Find(d)));
        var finder = new StatementFinder(CueLexicon.Load(), StatementModel.Load(), new());
        Time("statements", d => finder.Find(d, d.Quotations, layers[d].Actors, layers[d].Times));
    }

    delegate void Step(Document document, Sentence sentence);

    static void Sentences(Document d, Step step)
    {
        foreach (var s in d.Sentences)
            if (s.End - s.First <= SentenceSplitter.Longest)
                step(d, s);
    }

    /// <param name="name">What is measured.</param>
    /// <param name="run">The step, with what it needs.</param>
    /// <param name="without">What is in <paramref name="run"/> and does not count.</param>
    void Time(string name, Action<Document> run, Action<Document>? without = null)
    {
        var (seconds, bytes) = Once(run);
        if (without is not null)
        {
            var (less, fewer) = Once(without);
            (seconds, bytes) = (seconds - less, bytes - fewer);
        }
        Console.WriteLine($"{name, -26}{_tokens / seconds, 10:N0}{seconds * 1e6 / _tokens, 13:F2}{bytes / _tokens, 16:F1}");
    }

    /// <summary>Seconds and bytes of one round over all documents, after a round that compiles.</summary>
    (double Seconds, double Bytes) Once(Action<Document> run)
    {
        Array.ForEach(_documents, run);
        Array.ForEach(_documents, run);
        var (start, bytes) = (Environment.CpuUsage.TotalTime.TotalSeconds, GC.GetAllocatedBytesForCurrentThread());
        var rounds = 0;
        for (; rounds < 2 || Environment.CpuUsage.TotalTime.TotalSeconds - start < LeastSeconds; rounds++)
            Array.ForEach(_documents, run);
        return (
            (Environment.CpuUsage.TotalTime.TotalSeconds - start) / rounds,
            (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / rounds
        );
    }

    void Tokenize(Document d)
    {
        foreach (var p in d.Layout.Paragraphs)
        {
            _spans.Clear();
            _ends.Clear();
            Tokenizer.Tokenize(d.Text, p.Span, _spans);
            SentenceSplitter.Split(d.Text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_spans), _ends);
        }
    }

    void Tag(Document d, Sentence s)
    {
        var n = s.End - s.First;
        for (var i = 0; i < n; i++)
            _words[i] = WordFeatures.Of(d.Form(s.First + i), s.IsTitleCase, _lexicon);
        Tagger.Tag(_tagger, _words.AsSpan(0, n), _tags.AsSpan(0, n));
    }

    ParserFeatures.Input Input(Sentence s)
    {
        var n = s.End - s.First;
        ParserFeatures.Input.CountPassed(_tags.AsSpan(0, n), _tagger.Roles, _passed.AsSpan(0, n + 1));
        return new(_words.AsSpan(0, n), _tags.AsSpan(0, n), _passed.AsSpan(0, n + 1));
    }

    void TagAndParse(Document d, Sentence s)
    {
        Tag(d, s);
        Parser.Parse(_fast, Input(s), _state);
    }

    void TagAndSearch(Document d, Sentence s)
    {
        Tag(d, s);
        var x = Input(s);
        BeamParser.Parse(_accurate, x, _beam);
        _trees.Best(x, _beam, _treeMemo);
    }

    void NamesAndChains(Document d)
    {
        var names = new List<Name>();
        Sentences(
            d,
            (d, s) =>
            {
                Tag(d, s);
                var n = s.End - s.First;
                var hints = _hint.AsSpan(0, n);
                _hints.Fill(d.Text, d.Tokens.AsSpan(s.First, n), hints);
                NameFinder.Label(_names, _words.AsSpan(0, n), _tags.AsSpan(0, n), hints, _labels.AsSpan(0, n));
                NameFinder.Collect(_labels.AsSpan(0, n), s.First, names);
            }
        );
        names = NameConsistency.Apply(d.Text, d.Tokens, d.Sentences, names);
        _chains.Find(d);
    }
}
