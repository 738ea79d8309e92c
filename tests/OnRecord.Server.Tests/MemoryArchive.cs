using System.Globalization;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Record;
using OnRecord.Server.Reader;

namespace OnRecord.Server.Tests;

/// <summary>An archive in memory, for the pages alone: a query finds what holds all its words, cursors are numbers, and only what the
/// server asks for is there.</summary>
internal sealed class MemoryArchive : IArchive
{
    const int FirstRun = 1;

    readonly List<KeptArticle> _articles = [];

    /// <summary>What the last run refused.</summary>
    internal List<RefusedInput> RefusedInputs { get; } = [];

    /// <summary>What a diff of any two runs yields.</summary>
    internal List<RecordChange> Changes { get; } = [];

    /// <summary>Thrown by the next call of <see cref="Totals"/>.</summary>
    internal Exception? Fault { get; set; }

    internal void Keep(ArticleRecord record) =>
        _articles.Add(
            new()
            {
                Record = record,
                Version = 1,
                Versions = 1,
                Run = FirstRun,
                Runs = [FirstRun],
                ActorKeys = record.Actors.ToDictionary(a => a.Id, KeyOf, StringComparer.Ordinal),
            }
        );

    internal IReadOnlyList<KeptArticle> All => _articles;

    static string KeyOf(ActorPart a) => a.Kb is { } kb ? "kb:" + kb : $"name:{a.Kind}:{a.Name.ToLowerInvariant()}";

    static ActorLine Line(ActorPart a) => new(KeyOf(a), a.Name, a.Kind, a.Country, a.Sector);

    static ArticleLine Line(ArticleRecord r) => new(r.Id, r.Article.Title, r.Article.Outlet?.Name, r.Article.Published, r.Article.Url);

    public ArchiveTotals Totals() =>
        Fault is { } fault
            ? throw fault
            : new(
                _articles.Count,
                _articles.Count,
                _articles.Sum(a => a.Record.Statements.Count),
                _articles.Sum(a => a.Record.Events.Count),
                Actors().Count,
                2,
                RefusedInputs.Count
            );

    public SearchPage Search(SearchRequest request, CancellationToken cancelled = default)
    {
        var from = 0;
        if (request.Cursor is { } cursor && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out from))
            throw new QueryException("the cursor is not one of this archive's", 0, 0, "begin again from the first page");
        var words = Words(request.Query.Root).ToList();
        var newest = _articles.OrderByDescending(a => a.Record.Article.Published, StringComparer.Ordinal).ToList();
        return request.Kind switch
        {
            SearchKind.Statements => PageOf(
                newest.SelectMany(Statements).Where(h => Holds(h.Content + h.Source)),
                (p, h) => p with { Statements = h }
            ),
            SearchKind.Events => PageOf(newest.SelectMany(Events).Where(h => Holds(h.Evidence)), (p, h) => p with { Events = h }),
            SearchKind.Articles => PageOf(
                newest.Select(Article).Where(h => Holds(h.Excerpt + h.Article.Title)),
                (p, h) => p with { Articles = h }
            ),
            _ => PageOf(Actors().Where(h => Holds(h.Actor.Name)), (p, h) => p with { Actors = h }),
        };

        bool Holds(string text) => words.TrueForAll(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

        SearchPage PageOf<T>(IEnumerable<T> found, Func<SearchPage, IReadOnlyList<T>, SearchPage> with)
        {
            var all = found.ToList();
            var next = from + request.Limit;
            var page = new SearchPage
            {
                Total = all.Count,
                Next = next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
                Facets = request.Facets
                    ?
                    [
                        new(
                            "outlet",
                            [
                                .. newest
                                    .GroupBy(a => a.Record.Article.Outlet?.Name ?? "none")
                                    .Select(g => new FacetValue(g.Key, $"outlet:\"{g.Key}\"", g.Count())),
                            ]
                        ),
                    ]
                    : [],
            };
            return with(page, [.. all.Skip(from).Take(request.Limit)]);
        }
    }

    static IEnumerable<string> Words(QueryNode? node) =>
        node switch
        {
            WordsNode w => [string.Join(' ', w.Words)],
            AndNode a => a.Parts.SelectMany(Words),
            _ => [],
        };

    static IEnumerable<StatementHit> Statements(KeptArticle kept)
    {
        var reading = new ArticleReading(kept);
        foreach (var s in kept.Record.Statements)
        {
            var hull = ArticleReading.Hull(s);
            yield return new()
            {
                Article = Line(kept.Record),
                Id = s.Id,
                Key = s.Key,
                Kind = s.Kind,
                Mode = s.Mode,
                Act = s.Cue?.Act,
                Section = s.Section,
                Negated = s.Negated,
                Speakers = [.. (s.Source?.Actors ?? []).Select(id => Line(reading.View.Actor(id)!))],
                Unnamed = s.Unnamed?.Class,
                Source = s.Source?.Spans is { } spans ? reading.Cut(spans) : null,
                Cue = s.Cue is { } cue ? reading.Cut(cue.Spans) : null,
                Content = reading.Cut(s.Content.Spans),
                Start = hull.Start,
                End = hull.End,
            };
        }
    }

    static IEnumerable<EventHit> Events(KeptArticle kept)
    {
        var reading = new ArticleReading(kept);
        foreach (var e in kept.Record.Events)
        {
            var hull = ArticleReading.Hull(e);
            yield return new()
            {
                Article = Line(kept.Record),
                Id = e.Id,
                Key = e.Key,
                Type = e.Type,
                Mode = e.Mode,
                Base = e.Base,
                Factuality = e.Factuality,
                Section = e.Section,
                Actors = [.. (e.Actor ?? []).Select(id => Line(reading.View.Actor(id)!))],
                Recipients = [.. (e.Recipient ?? []).Select(id => Line(reading.View.Actor(id)!))],
                AssertedBy = [.. (e.AssertedBy ?? []).Select(reading.View.Holder)],
                DeniedBy = [.. (e.DeniedBy ?? []).Select(reading.View.Holder)],
                Place = reading.View.Place(e.Place)?.Name,
                Date = reading.View.Time(e.Time?.Ref)?.Value,
                Anchor = reading.Cut(e.Anchor.Span),
                Evidence = reading.Cut(hull),
                Start = hull.Start,
                End = hull.End,
            };
        }
    }

    static ArticleHit Article(KeptArticle kept)
    {
        var text = kept.Record.Article.Text;
        var end = Math.Min(text.Length, 240);
        return new()
        {
            Article = Line(kept.Record),
            Statements = kept.Record.Statements.Count,
            Events = kept.Record.Events.Count,
            Words = text.Split(' ').Length,
            Excerpt = text[..end],
            Start = 0,
            End = end,
        };
    }

    List<ActorHit> Actors() =>
        [
            .. _articles
                .SelectMany(a => a.Record.Actors.Select(p => (Actor: p, Article: a)))
                .GroupBy(x => KeyOf(x.Actor))
                .Select(g => new ActorHit(
                    Line(g.First().Actor),
                    g.Select(x => x.Article.Record.Id).Distinct().Count(),
                    g.Sum(x => x.Article.Record.Statements.Count(s => s.Source?.Actors?.Contains(x.Actor.Id) == true)),
                    g.Sum(x => x.Article.Record.Events.Count(e => e.Actor?.Contains(x.Actor.Id) == true))
                ))
                .OrderByDescending(h => h.Articles)
                .ThenByDescending(h => h.Statements),
        ];

    public KeptArticle? Article(string id, int? version = null, long? run = null) =>
        _articles.Find(a => a.Record.Id == id && (version ?? 1) == 1 && (run ?? FirstRun) == FirstRun);

    public ActorProfile? Actor(string key, int most = 50)
    {
        if (Actors().Find(h => h.Actor.Key == key) is not { } hit)
            return null;
        var said = _articles.SelectMany(Statements).Where(h => h.Speakers.Any(s => s.Key == key)).ToList();
        var did = _articles.SelectMany(Events).Where(h => h.Actors.Any(a => a.Key == key)).ToList();
        var to = _articles.SelectMany(Events).Where(h => h.Recipients.Any(a => a.Key == key)).ToList();
        return new()
        {
            Actor = hit.Actor,
            Offices = [new("minister", "text", "2024-03-14", "2024-03-15", 2)],
            Said = new([.. said.Take(most)], said.Count),
            SaidAbout = new([], 0),
            Did = new([.. did.Take(most)], did.Count),
            DoneTo = new([.. to.Take(most)], to.Count),
            Answers = said.Count > 1 ? [new(said[1], said[0])] : [],
            Articles = hit.Articles,
        };
    }

    public IReadOnlyList<RunSummary> Runs() =>
        [
            .. new long[] { 2, 1 }.Select(id => new RunSummary
            {
                Id = id,
                State = RunState.Done,
                StartedAt = "2024-03-16T10:00:00Z",
                EndedAt = "2024-03-16T10:00:04Z",
                Coder = _articles[0].Record.Coder,
                CoderName = "0.1.0+ab12cd",
                Inputs = ["samples/strait-london-paper.txt"],
                Added = id == 1 ? _articles.Count : 0,
                Recoded = id == 2 ? _articles.Count : 0,
                Refused = RefusedInputs.Count,
                Words = 5000,
                Seconds = 4,
                StoringSeconds = 0.5,
            }),
        ];

    public IReadOnlyList<RefusedInput> Refused(long run, int skip = 0, int most = 1000) => [.. RefusedInputs.Skip(skip).Take(most)];

    public IEnumerable<RecordChange> Diff(long before, long after, CancellationToken cancelled = default) => Changes;

    public IArchiveRun Begin(RunStart start) => throw new NotSupportedException();

    public IEnumerable<FoundArticle> Find(SearchKind kind, Query query, CancellationToken cancelled = default) =>
        throw new NotSupportedException();

    public IEnumerable<Fault> Verify(IProgress<VerifyProgress>? progress = null, CancellationToken cancelled = default) => [];

    public void Backup(string file) => throw new NotSupportedException();

    public void Dispose() { }
}
