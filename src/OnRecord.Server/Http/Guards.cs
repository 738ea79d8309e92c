using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.Server.Http;

/// <summary>What holds for every request before an endpoint sees it: headers, who may ask, how long it may take, and how faults are told.
/// </summary>
internal sealed class Guards(ServerOptions options)
{
    /// <summary>The longest query part of an address, percent-encoded.</summary>
    internal const int LongestRequestLine = 48 * 1024;

    /// <summary>The longest body.</summary>
    internal const int MostBodyBytes = 2 * 1024 * 1024;

    static readonly (string Name, string Value)[] Headers =
    [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"), // with no-referrer, browsers send forms of our own pages as from "null"
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("X-Frame-Options", "DENY"),
    ];

    internal async Task Guard(HttpContext context, RequestDelegate next)
    {
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        context.Response.Headers.CacheControl = "no-store";
        using var late = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (context.Request.Path != "/api/export")
            late.CancelAfter(options.RequestTimeout);
        var left = context.RequestAborted;
        try
        {
            Refuse(context.Request);
            context.RequestAborted = late.Token;
            await next(context);
            if (context.Response is { StatusCode: >= 400 and var status, HasStarted: false, ContentLength: null, ContentType: null })
                throw Refused(status);
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // whoever asked has gone: there is nobody to tell
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            options.OnFault?.Invoke(e);
            context.Abort(); // half an answer must not look like a whole one
        }
        catch (Exception e)
        {
            context.RequestAborted = left;
            context.Response.Clear();
            foreach (var (name, value) in Headers)
                context.Response.Headers[name] = value;
            context.Response.Headers.CacheControl = "no-store";
            await Problems.Write(context, Told(e));
        }
    }

    /// <summary>What routing refuses without a word.</summary>
    static ProblemException Refused(int status) =>
        status switch
        {
            404 => new(404, "There is nothing at this address", "Search for it, or begin at the first page."),
            405 => new(405, "This address takes no such request", "See /openapi/v1.json for what it takes."),
            415 => new(415, "The body is neither JSON nor plain text", "Send application/json or text/plain in UTF-8."),
            _ => new(status, "The request can't be answered", "See /openapi/v1.json for what this address takes."),
        };

    static void Refuse(HttpRequest request)
    {
        if (!Loopback.Names(request.Host))
            throw new ProblemException(
                421,
                "This server answers to the names of this machine only",
                "Open it as http://localhost or http://127.0.0.1."
            );
        if (HttpMethods.IsPost(request.Method) && !IsOwnSite(request))
            throw new ProblemException(
                403,
                "The request came from another site",
                "Open the page on this server and send the form from there."
            );
    }

    /// <summary>Whether a browser says that the request comes from one of this server's own pages. Programs say nothing, and may ask.</summary>
    static bool IsOwnSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none"; // no page can forge it
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What is told of a fault: for those a reader can mend what to do, and of all others nothing but that it happened.</summary>
    Problem Told(Exception fault)
    {
        switch (fault)
        {
            case ProblemException e:
                return e.Problem;
            case QueryException e:
                return ProblemException.Of(e).Problem;
            case OperationCanceledException:
                return new(
                    "This takes longer than the server allows",
                    503,
                    "Ask for less: add a field such as since: or outlet:, or a rarer word."
                );
            case BadHttpRequestException { StatusCode: 413 }:
                return new("The text is too large", 413, "Send at most 2 MB; code larger files with: onrecord code FILE");
            case BadHttpRequestException e:
                return new("The request can't be read", e.StatusCode, "See /openapi/v1.json for what this address takes.");
            case InvalidDataException: // a form with too many or too large fields
                return new("The form can't be read", 400, "Send it from the page of this server.");
            case ArchiveException e:
                options.OnFault?.Invoke(e);
                return new("The archive can't answer", 503, "See the server's own output for the reason.");
            default:
                options.OnFault?.Invoke(fault);
                return new("Something went wrong on this server", 500, "Try again; the server's own output says more.");
        }
    }
}
