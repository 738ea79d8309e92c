using System.Globalization;
using System.Text;

namespace OnRecord.Archive.Search;

/// <summary>The fields of the query grammar: names, what they hold of, the closed lists, and help for people.</summary>
public static class QueryGrammar
{
    static readonly string[] Acts = ["say", "claim", "deny", "accuse", "warn", "demand", "promise", "admit", "reveal", "doubt", "support"];

    // PLOVER's sixteen (codebook, "Event types")
    static readonly string[] Types =
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ];

    static readonly string[] Factualities =
    [
        "happened",
        "ongoing",
        "planned",
        "promised",
        "threatened",
        "demanded",
        "conditional",
        "possible",
        "denied",
        "not-happened",
        "past-history",
    ];

    static readonly string[] Sections = ["headline", "lede", "body"];

    /// <summary>A field of the grammar.</summary>
    /// <param name="Field">Which.</param>
    /// <param name="Name">As it is written.</param>
    /// <param name="Meaning">What must hold, in a line.</param>
    /// <param name="Example">One way to write it.</param>
    /// <param name="Values">The values it may have; null where any word may stand.</param>
    public sealed record Line(QueryField Field, string Name, string Meaning, string Example, IReadOnlyList<string>? Values = null);

    /// <summary>All fields, in the order of help.</summary>
    public static IReadOnlyList<Line> Fields { get; } =
    [
        new(
            QueryField.Speaker,
            "speaker",
            "who said it: words of a name, a country (RUS), or officials, media, experts, public, anonymous",
            "speaker:\"ben wallace\""
        ),
        new(QueryField.About, "about", "whom the statement names", "about:nato"),
        new(QueryField.Act, "act", "the act of saying", "act:deny", Acts),
        new(QueryField.Does, "does", "who acts in the event: words of a name, or a country", "does:RUS"),
        new(QueryField.To, "to", "on whom", "to:ukraine"),
        new(QueryField.In, "in", "where the event takes place", "in:kyiv"),
        new(QueryField.Type, "type", "PLOVER type of the event", "type:THREATEN", Types),
        new(QueryField.Factuality, "factuality", "whether it happened, is planned, ...", "factuality:planned", Factualities),
        new(QueryField.AssertedBy, "asserted-by", "on whose word it stands: outlet, or words of a name", "asserted-by:outlet"),
        new(QueryField.DeniedBy, "denied-by", "who denies it", "denied-by:peskov"),
        new(QueryField.Section, "section", "where in the article", "section:headline", Sections),
        new(QueryField.Outlet, "outlet", "who published it: words of its name, or its domain", "outlet:\"harbour post\""),
        new(QueryField.Since, "since", "published on or after: a year, month or day", "since:2022-02"),
        new(QueryField.Until, "until", "published on or before; a year or month counts whole", "until:2022-02-10"),
    ];

    static readonly Dictionary<QueryField, Line> ByField = Fields.ToDictionary(f => f.Field);

    static readonly Dictionary<string, Line> ByName = Fields.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>How the grammar is written, for <c>--help</c> and pages: plain text, a field a line.</summary>
    public static string Help { get; } = HelpText();

    static string HelpText()
    {
        var help = new StringBuilder(
            """
            A query is words, "phrases in quotation marks" and fields; side by side all must hold, OR lets one be enough, NOT or - excludes,
            ( ) group. Words are those of what is searched: the statement, the event's sentence, title and text, the actor's name.


            """
        );
        foreach (var field in Fields)
            help.Append(CultureInfo.InvariantCulture, $"  {field.Example, -26} {field.Meaning}\n");
        help.Append(CultureInfo.InvariantCulture, $"\n  act is one of {string.Join(", ", Acts)}\n");
        help.Append(CultureInfo.InvariantCulture, $"  type is one of {string.Join(", ", Types)}\n");
        help.Append(CultureInfo.InvariantCulture, $"  factuality is one of {string.Join(", ", Factualities)}\n");
        return help.ToString();
    }

    /// <summary>How a field is written.</summary>
    public static string NameOf(QueryField field) => ByField[field].Name;

    /// <summary>A term that asks for a value, quoted where it has to be: <c>speaker:"ben wallace"</c>.</summary>
    public static string Term(QueryField field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var plain = value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') && value[0] != '-';
        return NameOf(field) + ":" + (plain ? value : "\"" + string.Concat(value.Select(c => QueryLexer.IsQuote(c) ? ' ' : c)) + "\"");
    }

    /// <summary>Whether a name is that of a field whose value may be several words.</summary>
    internal static bool TakesPhrase(string name) => Named(name) is { Values: null, Field: not (QueryField.Since or QueryField.Until) };

    internal static Line? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>A value as the field's list spells it.</summary>
    /// <exception cref="QueryException">It is none of the field's.</exception>
    internal static string Checked(Line field, string value, int start, int length)
    {
        if (field.Values is { } values)
            return values.FirstOrDefault(v => v.Equals(value, StringComparison.OrdinalIgnoreCase))
                ?? throw new QueryException($"'{Short(value)}' is no value of {field.Name}:", start, length, RemedyOf(value, values));
        if (field.Field is QueryField.Since or QueryField.Until && !IsDate(value))
            throw new QueryException($"'{Short(value)}' is no date", start, length, "write 2022, 2022-02 or 2022-02-10");
        return value;
    }

    static string RemedyOf(string value, IReadOnlyList<string> values)
    {
        var nearest = values.Where(v => value.Length is > 2 and < 40).MinBy(v => Distance(value.ToLowerInvariant(), v.ToLowerInvariant()));
        return nearest is not null && Distance(value.ToLowerInvariant(), nearest.ToLowerInvariant()) <= 3
            ? $"did you mean {nearest}?"
            : $"use {string.Join(", ", values)}";
    }

    /// <summary>Nearest field to a name that is none, or null.</summary>
    internal static string? Nearest(string name) =>
        name.Length is < 2 or > 20
            ? null
            : Fields
                .Select(f => (f.Name, Distance: Distance(name.ToLowerInvariant(), f.Name)))
                .Where(f => f.Distance <= Math.Min(2, name.Length - 2))
                .OrderBy(f => f.Distance)
                .Select(f => f.Name)
                .FirstOrDefault();

    /// <summary>Edits from one word to another (Levenshtein).</summary>
    static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }

    static bool IsDate(string value) =>
        new[] { "yyyy", "yyyy-MM", "yyyy-MM-dd" }.Any(form =>
            value.Length == form.Length && DateOnly.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        );

    internal static string Short(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
