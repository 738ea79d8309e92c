using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Record;
using OnRecord.Server.Http;

namespace OnRecord.Server.Api;

/// <summary>The JSON API. Ids are query parameters, as they hold whatever a URL or a path holds.</summary>
internal sealed class ApiEndpoints(ServerOptions options, Coding coding)
{
    readonly IArchive _archive = options.Archive;

    /// <summary>What each export is sent as, under a name that no request can change.</summary>
    static readonly (string Format, string Type, string File)[] Exports =
    [
        ("csv", "text/csv; charset=utf-8", "onrecord.csv"),
        ("jsonl", "application/x-ndjson", "onrecord.jsonl"),
        ("parquet", "application/vnd.apache.parquet", "onrecord.parquet"),
        ("plover", "application/x-ndjson", "onrecord-plover.jsonl"),
    ];

    internal void Map(WebApplication app)
    {
        var api = app.MapGroup("/api").WithTags("archive");
        api.MapGet("/search", Search)
            .WithSummary("One page of what a query finds")
            .WithDescription("kind is statements, events, articles or actors; limit 1 to 200; next is the cursor of the page after this.")
            .Produces<Problem>(400, "application/problem+json");
        api.MapGet("/article", Article)
            .WithSummary("The record of an article")
            .WithDescription("The newest, or an older version (from 1), or what a run coded.")
            .Produces<ArticleRecord>()
            .Produces<Problem>(404, "application/problem+json");
        api.MapGet("/actor", Actor)
            .WithSummary("What an actor said and did, and what was said of it and done to it")
            .Produces<Problem>(404, "application/problem+json");
        api.MapGet("/totals", Totals).WithSummary("What the archive holds, in numbers");
        api.MapGet("/runs", Runs).WithSummary("All runs, newest first");
        api.MapGet("/runs/{run}/refused", Refused)
            .WithSummary("What a run refused and why")
            .Produces<Problem>(404, "application/problem+json");
        api.MapGet("/diff", Diff)
            .WithSummary("What differs between the records that two runs made of the same articles")
            .WithDescription("A line of JSON a difference.")
            .Produces<RecordChange>(200, "application/x-ndjson")
            .Produces<Problem>(404, "application/problem+json");
        api.MapGet("/export", Export)
            .WithSummary("All that a query finds")
            .WithDescription("format is csv, jsonl, parquet or plover.")
            .Produces(200, contentType: "application/octet-stream")
            .Produces<Problem>(400, "application/problem+json");
        api.MapPost("/code", Code)
            .WithSummary("Codes an article and keeps nothing")
            .WithDescription(
                "Takes application/json with text, title, outlet, published, url and id, or the text alone as text/plain; at most 2 MB."
            )
            .Accepts<ArticleGiven>("application/json", "text/plain")
            .Produces<ArticleRecord>()
            .Produces<Problem>(400, "application/problem+json")
            .Produces<Problem>(413, "application/problem+json");
        app.MapGet("/healthz", () => TypedResults.Json(new Health("ok"), ApiJson.Default.Health)).ExcludeFromDescription();
    }

    Ok<SearchPage> Search(HttpContext context, string? q, string? kind, string? cursor, string? limit, string? facets)
    {
        var request = new SearchRequest(Ask.Kind(kind), Ask.Query(q))
        {
            Cursor = Ask.Cursor(cursor),
            Limit = Ask.Limit(limit),
            Facets = facets is not ("false" or "0"),
        };
        return TypedResults.Ok(_archive.Search(request, context.RequestAborted));
    }

    FileContentHttpResult Article(string? id, string? version, string? run)
    {
        var kept = _archive.Article(Ask.Required(id, "id"), Ask.Version(version), Ask.Number(run, "run")) ?? throw NoArticle();
        return TypedResults.Bytes(RecordJson.Serialize(kept.Record), "application/json");
    }

    internal static ProblemException NoArticle() =>
        new(404, "The archive holds no such article", "Check id, version and run, or search for it.");

    internal static ProblemException NoActor() => new(404, "The archive holds no such actor", "Search for the name under Actors.");

    internal static ProblemException NoRun() => new(404, "There is no such run", "See all runs under /runs.");

    Ok<ActorProfile> Actor(string? key, string? limit) =>
        TypedResults.Ok(_archive.Actor(Ask.Required(key, "key"), Ask.Limit(limit, 50)) ?? throw NoActor());

    Ok<ArchiveTotals> Totals() => TypedResults.Ok(_archive.Totals());

    Ok<RunList> Runs() => TypedResults.Ok(new RunList(_archive.Runs()));

    Ok<RefusedPage> Refused(string run, string? skip, string? limit)
    {
        var id = Ask.Number(run, "run") ?? throw NoRun();
        if (!_archive.Runs().Any(r => r.Id == id))
            throw NoRun();
        var from = (int)Math.Min(Ask.Number(skip, "skip") ?? 0, int.MaxValue);
        return TypedResults.Ok(new RefusedPage(id, from, _archive.Refused(id, from, Ask.Limit(limit, SearchRequest.MostHits))));
    }

    async Task Diff(HttpContext context, string? before, string? after)
    {
        var (first, second) = TwoRuns(_archive, before, after);
        context.Response.ContentType = "application/x-ndjson";
        foreach (var change in _archive.Diff(first, second, context.RequestAborted))
        {
            context.Response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(change, ApiJson.Default.RecordChange));
            context.Response.BodyWriter.Write("\n"u8);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }

    internal static (long Before, long After) TwoRuns(IArchive archive, string? before, string? after)
    {
        var first = Ask.Number(Ask.Required(before, "before"), "before")!.Value;
        var second = Ask.Number(Ask.Required(after, "after"), "after")!.Value;
        var runs = archive.Runs();
        return runs.Any(r => r.Id == first) && runs.Any(r => r.Id == second) ? (first, second) : throw NoRun();
    }

    async Task Export(HttpContext context, string? q, string? kind, string? format)
    {
        if (options.Export is not { } write)
            throw new ProblemException(404, "This server exports nothing", "Use: onrecord export");
        var export = Array.Find(Exports, e => e.Format == (format ?? "jsonl"));
        if (export.Format is null)
            throw new ProblemException(400, "There is no such format", "Use csv, jsonl, parquet or plover.");
        var request = new ExportRequest(Ask.Kind(kind), Ask.Query(q), export.Format);
        context.Response.ContentType = export.Type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{export.File}\"";
        // writers of some formats write to the stream directly
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await write(request, context.Response.Body, context.RequestAborted);
    }

    async Task<FileContentHttpResult> Code(HttpContext context, CancellationToken cancelled)
    {
        var given = await Given(context);
        return TypedResults.Bytes(RecordJson.Serialize(await coding.Code(given, cancelled)), "application/json");
    }

    static async Task<ArticleGiven> Given(HttpContext context)
    {
        if (context.Request.HasJsonContentType())
            try
            {
                return await context.Request.ReadFromJsonAsync(ApiJson.Default.ArticleGiven, context.RequestAborted) ?? new();
            }
            catch (JsonException)
            {
                throw new ProblemException(
                    400,
                    "The body is no JSON object with an article",
                    """Send {"text": "…", "title": "…", "outlet": "…", "published": "2024-03-14"}."""
                );
            }
        if (context.Request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(415, "The body is neither JSON nor plain text", "Send application/json or text/plain in UTF-8.");
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return new() { Text = await reader.ReadToEndAsync(context.RequestAborted) };
    }
}
