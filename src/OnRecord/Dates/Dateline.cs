using System.Text.RegularExpressions;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Dates;

/// <summary>What the words before an agency's story say of where and when it was written: "OSLO, March 3 (Agency) - ".</summary>
/// <param name="Name">The place's words, or an empty span.</param>
/// <param name="Time">The day's words, or an empty span.</param>
/// <param name="Value">TIMEX3 value of the day; null where it names none or the year can't be worked out.</param>
internal readonly partial record struct Dateline(Span Name, Span Time, string? Value)
{
    /// <summary>The dateline that the layout found, or null.</summary>
    internal static Dateline? Of(Document document)
    {
        if (document.Layout.Dateline is not { } span)
            return null;
        var text = span.Of(document.Text).ToString();
        var name = PlacePart().Match(text);
        var day = DayPart().Match(text);
        Span At(Capture c) => new(span.Start + c.Index, span.Start + c.Index + c.Length);
        return new(
            name.Success ? At(name) : default,
            day.Success ? At(day) : default,
            day.Success ? TimeTagger.DayWithoutYear(document.Article.Published, day.Groups[1].Value, day.Groups[2].Value) : null
        );
    }

    /// <summary>The words up to a comma, a bracket or a dash.</summary>
    [GeneratedRegex(@"^[\p{L}.'’]+(?:[ -][\p{L}.'’]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex PlacePart();

    [GeneratedRegex(@"\b(\p{L}{3,9})\.? (\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayPart();
}
