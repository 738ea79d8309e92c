using System.Diagnostics;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Server.Api;
using OnRecord.Server.Http;
using OnRecord.Server.Reader;

namespace OnRecord.Server.Pages;

/// <summary>The pages. All work without scripts, and each state of each has an address.</summary>
internal sealed class PageEndpoints(ServerOptions options, Coding coding)
{
    readonly IArchive _archive = options.Archive;

    internal void Map(WebApplication app)
    {
        (string Path, RequestDelegate Page)[] pages =
        [
            ("/", Home),
            ("/search", Search),
            ("/article", Article),
            ("/actor", Actor),
            ("/paste", context => Page.Write(context, Slices.PastePage(new()))),
            ("/runs", context => Page.Write(context, Slices.RunsPage(new(_archive.Runs())))),
            ("/runs/{run}", Run),
            ("/diff", Diff),
        ];
        foreach (var (path, page) in pages)
            app.MapMethods(path, ["GET", "HEAD"], page).ExcludeFromDescription();
        app.MapPost("/paste", (RequestDelegate)Paste).ExcludeFromDescription();
    }

    Task Home(HttpContext context)
    {
        const int newest = 8;
        var request = new SearchRequest(SearchKind.Articles, Query.All) { Limit = newest, Facets = false };
        return Page.Write(context, Slices.HomePage(new(_archive.Totals(), _archive.Search(request, context.RequestAborted).Articles)));
    }

    Task Search(HttpContext context)
    {
        var asked = context.Request.Query;
        var (text, kind, cursor) = (asked["q"].ToString(), Ask.Kind(asked["tab"]), Ask.Cursor(asked["cursor"]));
        var model = new SearchModel(text.Trim(), kind, cursor is null) { CanExport = options.Export is not null };
        var began = Stopwatch.GetTimestamp();
        try
        {
            var request = new SearchRequest(kind, Ask.Query(model.Query)) { Cursor = cursor };
            var page = _archive.Search(request, context.RequestAborted);
            model = model with { Page = page, Seconds = Stopwatch.GetElapsedTime(began).TotalSeconds };
        }
        catch (QueryException e)
        {
            // the page shows the query with the wrong part underlined
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            model = model with { Problem = ProblemException.Of(e).Problem };
        }
        return Page.Write(context, Slices.ResultsPage(model));
    }

    Task Article(HttpContext context)
    {
        var asked = context.Request.Query;
        var kept =
            _archive.Article(Ask.Required(asked["id"], "id"), Ask.Version(asked["version"]), Ask.Number(asked["run"], "run"))
            ?? throw ApiEndpoints.NoArticle();
        var reader = new ReaderPage(new ArticleReading(kept), Ask.Span(asked["span"]), LayersOf(asked));
        return Page.Write(context, Slices.ArticlePage(new(reader)));
    }

    /// <summary>The layers that an address switches on, as <c>layers=statements,events</c> or one by one; all where it says nothing.</summary>
    static HashSet<string> LayersOf(IQueryCollection asked)
    {
        var all = ReaderPage.Layers.Select(l => l.Name);
        return asked.TryGetValue("layers", out var given) ? [.. given.SelectMany(g => (g ?? "").Split(',')).Intersect(all)] : [.. all];
    }

    Task Actor(HttpContext context)
    {
        var profile = _archive.Actor(Ask.Required(context.Request.Query["key"], "key")) ?? throw ApiEndpoints.NoActor();
        return Page.Write(context, Slices.ActorPage(profile));
    }

    async Task Paste(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new ProblemException(415, "This is no form", "Send the form of /paste, or use POST /api/code.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var given = new ArticleGiven
        {
            Text = form["text"],
            Title = form["title"],
            Outlet = form["outlet"],
            Published = form["published"],
        };
        if (string.IsNullOrWhiteSpace(given.Text))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Page.Write(context, Slices.PastePage(new(new("There is no text", 400, "Paste the text of an article."))));
            return;
        }
        var record = await coding.Code(given, context.RequestAborted);
        var reader = new ReaderPage(new ArticleReading(record), null, LayersOf(context.Request.Query));
        await Page.Write(context, Slices.ArticlePage(new(reader)));
    }

    Task Run(HttpContext context)
    {
        var id = Ask.Number(context.Request.RouteValues["run"] as string, "run");
        var runs = _archive.Runs();
        var run = runs.FirstOrDefault(r => r.Id == id) ?? throw ApiEndpoints.NoRun();
        var skip = (int)Math.Min(Ask.Number(context.Request.Query["skip"], "skip") ?? 0, int.MaxValue);
        var refused = run.Refused > 0 ? _archive.Refused(run.Id, skip, RunModel.Most) : [];
        return Page.Write(context, Slices.RunPage(new(run, refused, skip, [.. runs.Where(r => r.Id != run.Id)])));
    }

    Task Diff(HttpContext context)
    {
        var asked = context.Request.Query;
        var (before, after) = ApiEndpoints.TwoRuns(_archive, asked["before"], asked["after"]);
        var runs = _archive.Runs();
        var changes = _archive.Diff(before, after, context.RequestAborted).Take(DiffModel.Most + 1).ToList();
        var model = new DiffModel(
            runs.First(r => r.Id == before),
            runs.First(r => r.Id == after),
            [.. changes.Take(DiffModel.Most)],
            changes.Count > DiffModel.Most
        );
        return Page.Write(context, Slices.DiffPage(model));
    }
}
