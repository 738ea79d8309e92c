using System.Globalization;
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
    /// <summary>What all coders share: immutable, and loaded once a process.</summary>
    sealed record Shared(
        KnowledgeBase Knowledge,
        LanguageModel Language,
        CueLexicon Cues,
        StatementModel? Statements,
        Plover Plover,
        EventFinder Events,
        WordingFinder Wording
    )
    {
        internal static readonly Lazy<Shared> Loaded = new(() => Of(KnowledgeBase.Load()));

        internal static Shared Of(KnowledgeBase knowledge)
        {
            var plover = Plover.Load();
            return new(
                knowledge,
                LanguageModel.Load(knowledge),
                CueLexicon.Of(knowledge.Rows("cues")),
                StatementModel.Load(),
                plover,
                new(ActLexicon.Load(), plover),
                WordingFinder.Load()
            );
        }
    }

    readonly CoderOptions _options;
    readonly CoderPart _identity;
    readonly LanguageModel _language;
    readonly KnowledgeBase _knowledge;
    readonly Plover _plover;
    readonly StatementFinder _statements;
    readonly EventFinder _events;
    readonly WordingFinder _wording;

    Coder(CoderOptions options, Shared shared, StatementModel? learned = null, StatementFinderOptions? finder = null, bool byRules = false)
    {
        _options = options;
        (_knowledge, _language, var cues, var model, _plover, _events, _wording) = shared;
        _statements = new(
            cues,
            byRules ? null : learned ?? model,
            (finder ?? new()) with
            {
                ReportedSpeechOnly = options.Statements == StatementScope.ReportedSpeech,
            }
        );
        _identity = CoderIdentity.Of(options, _knowledge.Hash);
    }

    /// <summary>Begins to load on other threads what <see cref="Load(CoderOptions?)"/> and the first record need, and returns at once. A program that has
    /// something else to do first, such as reading its input, starts sooner.</summary>
    public static void Prepare()
    {
        Task.Run(() => Shared.Loaded.Value);
        Task.Run(() =>
        {
            RecordJson.Prepare();
            Layout.Of(new() { Text = "One line.\nAnother line." });
            CoderIdentity.Of(new(), KnowledgeFile.Embedded.Hash);
        });
    }

    /// <summary>Loads models and knowledge from the assembly; a few tens of milliseconds, once a process.</summary>
    public static Coder Load(CoderOptions? options = null) => new(options ?? new(), Shared.Loaded.Value);

    /// <summary>A coder whose knowledge is that of the assembly with a user's tables on top (docs/knowledge.md). Its records carry another hash
    /// of the knowledge.</summary>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <param name="knowledge">Folder of <c>.tsv</c> files named like the built-in tables.</param>
    /// <exception cref="KnowledgeException">The folder or a row in it is not as it must be; the message says where and how.</exception>
    public static Coder Load(CoderOptions? options, string knowledge) => new(options ?? new(), Shared.Of(KnowledgeBase.Load(knowledge)));

    /// <summary>A coder with statement weights and thresholds that are not the ones built in, or without weights, to score them.</summary>
    internal static Coder LoadWith(StatementModel? learned, StatementFinderOptions finder, bool byRules = false) =>
        new(new(), Shared.Loaded.Value, learned, finder, byRules);

    /// <summary>What a user should know of this build, in words; empty for a whole one.</summary>
    public static IReadOnlyList<string> Notes =>
        Shared.Loaded.Value.Statements is null
            ?
            [
                "built without models/statements.bin: statements are found by rules alone, fewer and less surely (docs/statements.md, Without weights)",
            ]
            : [];

    /// <summary>What this coder stamps on its records: version, options, models, knowledge.</summary>
    public CoderPart Identity => _identity;

    /// <summary>Codes one article. Never throws for what a text holds: what could not be coded is named in
    /// <see cref="ArticleRecord.NotCoded"/>.</summary>
    public ArticleRecord Code(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var layout = Layout.Of(article);
        var shell = Shell(article, layout);
        if (article.Text.Length > _options.MostCharacters)
            return shell with { NotCoded = [TooLong(_options.MostCharacters, "characters")] };

        if (_language.Read(article, layout, _options.MostTokens, _options.Setting) is not { } document)
            return shell with { NotCoded = [TooLong(_options.MostTokens, "words and marks")] };
        var quotations = document.Quotations;
        var times = TimeTagger.Find(document);
        var terms = Terms.Find(document, _knowledge);
        var actors = ActorFinder.Find(document, _knowledge, terms);
        var dateline = Dateline.Of(document);
        var (places, origin) = PlaceFinder.Find(document, _knowledge, actors, terms, dateline?.Name);
        var statements = _statements.Find(document, quotations, actors, times);
        var events = _events.Find(document, actors, places, times, statements);
        var wording = _wording.Find(document, quotations, statements);
        return RecordBuilder.Build(
            new(document, actors, times, places, statements, events, wording) { Dateline = dateline, Origin = origin },
            _plover,
            shell
        );
    }

    /// <summary>The record of an article that was not coded, with the reason in <see cref="ArticleRecord.NotCoded"/>.</summary>
    /// <param name="article">The article.</param>
    /// <param name="stage">The stage that left it out.</param>
    /// <param name="reason">Why, in words.</param>
    public ArticleRecord Uncoded(Article article, string stage, string reason)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Shell(article, Layout.Of(article with { NotBody = [] })) with { NotCoded = [new(null, stage, reason)] };
    }

    /// <summary>The id of an article's record: the one it was given, else the SHA-256 of outlet, URL and text.</summary>
    public static string IdOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Id ?? RecordBuilder.Sha256(article.Outlet + "\n" + article.Url + "\n" + article.Text);
    }

    static NotCodedPart TooLong(int most, string unit) =>
        new(
            null,
            "language",
            string.Create(CultureInfo.InvariantCulture, $"longer than {most:N0} {unit}, the most that is coded as one article")
        );

    ArticleRecord Shell(Article article, Layout layout) =>
        new()
        {
            Id = IdOf(article),
            Article = RecordBuilder.ArticlePartOf(article, layout, _knowledge.CountryOfOutlet(article.Outlet)),
            Coder = _identity,
        };
}
