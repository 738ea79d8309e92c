using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Events;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Places;
using OnRecord.Record;
using OnRecord.Statements;
using OnRecord.Text;
using OnRecord.Wording;

namespace OnRecord;

/// <summary>Article in, record out: the whole pipeline. Safe to use from many threads at once; the same article gives the same bytes.
/// </summary>
public sealed class Coder
{
    readonly CoderOptions _options;
    readonly CoderPart _identity;
    readonly LanguageModel _language;
    readonly KnowledgeBase _knowledge;
    readonly ActLexicon _acts = ActLexicon.Load();
    readonly Plover _plover = Plover.Load();
    readonly StatementFinder _statements;
    readonly EventFinder _events;
    readonly WordingFinder _wording = WordingFinder.Load();

    Coder(CoderOptions options)
    {
        _options = options;
        _knowledge = KnowledgeBase.Load();
        _language = LanguageModel.Load(_knowledge);
        _statements = new(
            CueLexicon.Load(),
            StatementModel.Load(),
            new(ReportedSpeechOnly: options.Statements == StatementScope.ReportedSpeech)
        );
        _events = new(_acts, _plover);
        _identity = CoderIdentity.Of(options);
    }

    /// <summary>Loads models and knowledge from the assembly; a few tens of milliseconds.</summary>
    public static Coder Load(CoderOptions? options = null) => new(options ?? new());

    /// <summary>Codes one article. Never throws for what a text holds: what could not be coded is named in
    /// <see cref="ArticleRecord.NotCoded"/>.</summary>
    public ArticleRecord Code(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var layout = Layout.Of(article);
        var shell = new ArticleRecord
        {
            Id = article.Id ?? RecordBuilder.Sha256(article.Outlet + "\n" + article.Url + "\n" + article.Text),
            Article = RecordBuilder.ArticlePartOf(article, layout, _knowledge.CountryOfOutlet(article.Outlet)),
            Coder = _identity,
        };
        if (article.Text.Length > _options.MostCharacters)
            return shell with { NotCoded = [new(null, "language", $"longer than {_options.MostCharacters} characters")] };

        var document = _language.Read(article, layout);
        var quotations = Quotations.Of(article.Text, layout.Paragraphs);
        var times = TimeTagger.Find(document);
        var terms = Terms.Find(document, _knowledge);
        var actors = ActorFinder.Find(document, _knowledge, terms);
        var places = PlaceFinder.Find(document, _knowledge, actors, terms);
        var statements = _statements.Find(document, quotations, actors, times);
        var events = _events.Find(document, actors, places, times, statements);
        var wording = _wording.Find(document, quotations, statements);
        return RecordBuilder.Build(new(document, actors, times, places, statements, events, wording), _plover, shell);
    }
}
