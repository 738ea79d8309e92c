using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OnRecord.Text;

namespace OnRecord.Ingest;

/// <summary>A web page: its main text as paragraphs between blank lines, the headline first, and what the page says of itself.</summary>
internal static class HtmlPage
{
    /// <summary>The article of a page; its text is empty where the page has none.</summary>
    internal static Article Read(string html, ReaderOptions options)
    {
        using var page = Parse(html, options);
        var meta = PageMetadata.Of(page);
        return Compose(MainText.Of(page), meta.Title) with
        {
            Url = meta.Url,
            Authors = meta.Authors,
            Outlet = meta.Outlet,
            OutletDomain = meta.Domain,
            Published = meta.Published,
            Language = meta.Language,
        };
    }

    /// <summary>The text of a piece of HTML that is article through and through, as feeds carry it.</summary>
    internal static Article ReadFragment(string html, string? title, ReaderOptions options)
    {
        using var page = Parse(html, options);
        return Compose(page.Body is { } body ? MainText.Blocks(body) : [], title);
    }

    static IHtmlDocument Parse(string html, ReaderOptions options)
    {
        if (HtmlNesting.Exceeds(html, options.MostUnclosedHtml))
            throw new RefusedException(
                $"has more than {options.MostUnclosedHtml} HTML elements open at once",
                "give the article's text itself as a .txt file; no page that people read is built so"
            );
        return new HtmlParser(
            new HtmlParserOptions
            {
                MaximumDepth = options.MostHtmlDepth,
                SkipComments = true,
                DisableElementPositionTracking = true,
            }
        ).ParseDocument(html);
    }

    /// <summary>Joins headline and blocks to one text and marks what in it is not body.</summary>
    static Article Compose(List<Block> blocks, string? title)
    {
        title = string.IsNullOrWhiteSpace(title) ? null : title.Trim();
        var text = new StringBuilder();
        var notBody = new List<NotBody>();
        Span? headline = null;
        if (title is not null && blocks.Count > 0)
        {
            blocks.RemoveAll(b => b.IsHeading && string.Equals(b.Text, title, StringComparison.OrdinalIgnoreCase));
            text.Append(title);
            headline = new Span(0, title.Length);
        }
        foreach (var block in blocks)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            var start = text.Length;
            text.Append(block.Text);
            if (block.NotBody is { } kind)
                notBody.Add(new(new Span(start, text.Length), kind));
        }
        // Without debris of its own the text is left to Layout, which tells bylines and the like by their form.
        return new Article
        {
            Text = text.ToString(),
            Title = title,
            Headline = headline,
            NotBody = notBody.Count > 0 ? notBody : null,
        };
    }
}

/// <summary>A paragraph of a page.</summary>
/// <param name="Text">White space collapsed.</param>
/// <param name="IsHeading">From h1 to h6.</param>
/// <param name="NotBody">Why it is not body; null for body.</param>
internal readonly record struct Block(string Text, bool IsHeading, NotBodyKind? NotBody);
