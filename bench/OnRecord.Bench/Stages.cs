using BenchmarkDotNet.Attributes;
using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Events;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Places;
using OnRecord.Record;
using OnRecord.Statements;
using OnRecord.Text;

namespace OnRecord.Bench;

/// <summary>Each stage on one sample article (about 470 words), and the whole way from article to JSON.</summary>
[MemoryDiagnoser]
public class Stages
{
    readonly KnowledgeBase _knowledge = KnowledgeBase.Load();
    readonly Coder _coder = Coder.Load();
    readonly LanguageModel _language;
    readonly StatementFinder _statements = new(CueLexicon.Load(), StatementModel.Load(), new());
    readonly EventFinder _events = new(ActLexicon.Load(), Plover.Load());
    readonly Article _article;
    readonly Layout _layout;
    readonly Document _document;
    readonly Quotations _quotations;
    readonly Terms _terms;
    readonly ActorLayer _actors;
    readonly IReadOnlyList<TimeExpression> _times;
    readonly IReadOnlyList<Place> _places;
    readonly List<Statement> _found;
    readonly ArticleRecord _record;

    /// <summary>Loads models and the layers that each stage starts from.</summary>
    public Stages()
    {
        _language = LanguageModel.Load(_knowledge);
        _article = new() { Text = File.ReadAllText(Path.Combine(Root(), "samples", "strait-us-wire.txt")), Published = "2024-03-15" };
        _layout = Layout.Of(_article);
        _document = _language.Read(_article, _layout, ParserSetting.Accurate);
        _quotations = Quotations.Of(_article.Text, _layout.Paragraphs);
        _terms = Terms.Find(_document, _knowledge);
        _actors = ActorFinder.Find(_document, _knowledge, _terms);
        _times = TimeTagger.Find(_document);
        _places = PlaceFinder.Find(_document, _knowledge, _actors, _terms);
        _found = _statements.Find(_document, _quotations, _actors, _times);
        _record = _coder.Code(_article);
    }

    internal static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "samples")))
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("Run from inside the repository: its samples are what is measured.");
        return folder;
    }

    [Benchmark]
    public object Form() => Quotations.Of(_article.Text, Layout.Of(_article).Paragraphs);

    [Benchmark]
    public object LanguageFast() => _language.Read(_article, _layout, ParserSetting.Fast);

    [Benchmark]
    public object LanguageAccurate() => _language.Read(_article, _layout, ParserSetting.Accurate);

    [Benchmark]
    public object Actors() => ActorFinder.Find(_document, _knowledge, Terms.Find(_document, _knowledge));

    [Benchmark]
    public object Dates() => TimeTagger.Find(_document);

    [Benchmark]
    public object Places() => PlaceFinder.Find(_document, _knowledge, _actors, _terms);

    [Benchmark]
    public object Statements() => _statements.Find(_document, _quotations, _actors, _times);

    [Benchmark]
    public object Events() => _events.Find(_document, _actors, _places, _times, _found);

    [Benchmark]
    public object Json() => RecordJson.Serialize(_record);

    [Benchmark(Baseline = true)]
    public object Whole() => RecordJson.Serialize(_coder.Code(_article));
}
