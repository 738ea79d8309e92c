using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace OnRecord.Server.Html;

/// <summary>HTML as it is written: what stands literally in an interpolated string is markup, what is filled in is text and escaped. So a
/// source's words can't become markup by being forgotten.</summary>
[InterpolatedStringHandler]
internal sealed class HtmlText : IHtmlContent
{
    readonly StringBuilder _html;

    public HtmlText() => _html = new();

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public HtmlText(int literalLength, int formattedCount) => _html = new(literalLength + formattedCount * 16);

    /// <summary>Called by the compiler for an interpolated string that is added to <paramref name="target"/>.</summary>
    public HtmlText(int literalLength, int formattedCount, HtmlText target) => _html = target._html;

    /// <summary>An interpolated string as HTML.</summary>
    internal static HtmlText Of(HtmlText html) => html;

    /// <summary>Adds an interpolated string.</summary>
#pragma warning disable CA1822, IDE0060 // the handler writes to this very object
    public void Add([InterpolatedStringHandlerArgument("")] HtmlText html) { }
#pragma warning restore CA1822, IDE0060

    public void AppendLiteral(string markup) => _html.Append(markup);

    public void AppendFormatted(string? text) => Text(text);

    public void AppendFormatted(ReadOnlySpan<char> text) => Text(text);

    public void AppendFormatted(int number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(long number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(double number) => _html.Append(CultureInfo.InvariantCulture, $"{number:0.00}");

    public void AppendFormatted(HtmlText? html) => _html.Append(html?._html);

    /// <summary>Adds text, escaped so that stripping the tags gives it back: also a carriage return, which a browser would turn into a line
    /// feed, and with U+FFFD for NUL, which HTML has no form for.</summary>
    internal void Text(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny("&<>\"'\r\0");
            if (plain < 0)
            {
                _html.Append(text);
                return;
            }
            _html.Append(text[..plain]);
            _html.Append(
                text[plain] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    '\r' => "&#13;",
                    _ => "\uFFFD",
                }
            );
            text = text[(plain + 1)..];
        }
    }

    internal bool IsEmpty => _html.Length == 0;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var chunk in _html.GetChunks())
            writer.Write(chunk.Span);
    }

    public override string ToString() => _html.ToString();
}
