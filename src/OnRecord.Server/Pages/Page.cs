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

    /// <summary>Renders the whole page before the first byte is sent, so that a fault half way gives a page that says so.</summary>
    internal static async Task Write(HttpContext context, RazorSlice page)
    {
        using var buffer = new MemoryStream();
        var pipe = PipeWriter.Create(buffer, new(leaveOpen: true));
        await page.RenderAsync(pipe, Encoder, context.RequestAborted);
        await pipe.CompleteAsync();
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }
}
