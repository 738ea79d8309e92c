using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OnRecord.Archive.Search;
using RazorSlices;

namespace OnRecord.Server.Pages;

/// <summary>What every page tells its frame.</summary>
/// <param name="Title">Of the page, as the browser shows it.</param>
/// <param name="Active">Which entry of the navigation it belongs to.</param>
/// <param name="Query">What the search box holds.</param>
/// <param name="Tab">Which kind of hit the search box asks for.</param>
internal sealed record FrameModel(string Title, string Active = "", string Query = "", SearchKind Tab = SearchKind.Statements);

/// <summary>Sends a page.</summary>
internal static class Page
{
    /// <summary>Letters of all scripts stand as they are: a page of curly quotation marks would double in size.</summary>
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Takes a page of any size before anybody reads it, in pooled pieces: one array of its size would be a large object.</summary>
    static readonly PipeOptions Whole = new(
        pauseWriterThreshold: 0,
        resumeWriterThreshold: 0,
        minimumSegmentSize: 16 * 1024,
        useSynchronizationContext: false
    );

    /// <summary>Renders the whole page before the first byte is sent, so that a fault half way gives a page that says so.</summary>
    internal static async Task Write(HttpContext context, RazorSlice page)
    {
        var pipe = new Pipe(Whole);
        await page.RenderAsync(pipe.Writer, Encoder, context.RequestAborted);
        await pipe.Writer.CompleteAsync();
        var rendered = (await pipe.Reader.ReadAsync(context.RequestAborted)).Buffer;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = rendered.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            foreach (var part in rendered)
                context.Response.BodyWriter.Write(part.Span);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        await pipe.Reader.CompleteAsync();
    }
}
