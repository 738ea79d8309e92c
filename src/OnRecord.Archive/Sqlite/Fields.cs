using System.Globalization;
using System.Text;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.Sqlite;

/// <summary>Single fields of a query as conditions on the row that has them.</summary>
/// <param name="parameters">Where the values go.</param>
/// <param name="term">Number of a word of a closed list; negative for one that no record has.</param>
internal sealed class Fields(List<string> parameters, Func<string, long> term)
{
    /// <summary>A field as a condition.</summary>
    /// <param name="node">The field.</param>
    /// <param name="row">Alias of the table.</param>
    /// <param name="driven">Whether something else names the rows: then the condition is tried on these, and SQLite is kept from walking
    /// the condition's own index, of whose length it knows nothing (a plus sign before a column does that; manual, "Query planner",
    /// section 6).</param>
    internal string Condition(FieldNode node, string row, bool driven)
    {
        var alias = driven ? "+" + row : row;
        return node.Field switch
        {
            QueryField.Speaker => Speaker(node.Value, row),
            QueryField.About => Statements(node.Value, row, IndexWriter.About),
            QueryField.Act => Column(alias, "act", node.Value),
            QueryField.Does => Events(node.Value, row, IndexWriter.Actor),
            QueryField.To => Events(node.Value, row, IndexWriter.Recipient),
            QueryField.AssertedBy => Events(node.Value, row, IndexWriter.Asserts),
            QueryField.DeniedBy => Events(node.Value, row, IndexWriter.Denies),
            QueryField.In => $"{row}.place_id IN ({Places(node.Value)})",
            QueryField.Type => Column(alias, "type", node.Value),
            QueryField.Factuality => Column(alias, "factuality", node.Value),
            QueryField.Section => Section(node.Value, alias),
            QueryField.Outlet => $"{alias}.outlet_id IN ({Match("outlet_fts", All(Tokens(node.Value)))})",
            QueryField.Since => $"{alias}.day >= {Day(node.Value, last: false)}",
            _ => $"{alias}.day BETWEEN 1 AND {Day(node.Value, last: true)}",
        };
    }

    /// <summary>Whether a holder is the outlet itself, which holds most views.</summary>
    internal static bool IsOutlet(string value) => value.Equals("outlet", StringComparison.OrdinalIgnoreCase);

    string Column(string alias, string column, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"{alias}.{column} = {term(value)}");

    /// <summary>All but the body have an index of their own, which SQLite takes when it sees the same condition.</summary>
    string Section(string value, string alias)
    {
        var condition = Column(alias, "section", value);
        return value == "body" ? condition : $"{condition} AND {alias}.section > 1";
    }

    string Speaker(string value, string alias)
    {
        var named = Role("statement_actor", "statement_id", IndexWriter.Speaker, Actors(value));
        var unnamed = term(value.ToLowerInvariant());
        return unnamed < 0
            ? $"{alias}.id IN ({named})"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{alias}.id IN ({named} UNION SELECT id FROM statement WHERE unnamed = {unnamed} AND unnamed > 0)"
            );
    }

    string Statements(string value, string alias, int role) =>
        $"{alias}.id IN ({Role("statement_actor", "statement_id", role, Actors(value))})";

    string Events(string value, string alias, int role) =>
        role >= IndexWriter.Asserts && IsOutlet(value)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"EXISTS (SELECT 1 FROM event_actor o WHERE o.event_id = {alias}.id AND o.role = {role} AND o.actor_id = {IndexWriter.OutletAsHolder})"
            )
            : $"{alias}.id IN ({Role("event_actor", "event_id", role, Actors(value))})";

    static string Role(string table, string id, int role, string actors) =>
        string.Create(CultureInfo.InvariantCulture, $"SELECT {id} FROM {table} WHERE role = {role} AND actor_id IN ({actors})");

    /// <summary>Actors by the words of their name, by three capitals that are their country's, or by their key.</summary>
    string Actors(string value)
    {
        if (value.Contains(':', StringComparison.Ordinal))
            return $"SELECT id FROM actor WHERE key = {Parameter(value)}";
        var tokens = Tokens(value);
        var match = $"name : {All(tokens)}";
        return Match("actor_fts", IsCountry(value) ? $"({match}) OR (country : {All(tokens)})" : match);
    }

    string Places(string value)
    {
        var tokens = Tokens(value);
        var match = $"name : {All(tokens)}";
        return Match("place_fts", IsCountry(value) ? $"({match}) OR (country : {All(tokens)})" : match);
    }

    string Match(string index, string expression) => $"SELECT rowid FROM {index} WHERE {index} MATCH {Parameter(expression)}";

    string Parameter(string value)
    {
        parameters.Add(value);
        return "?" + parameters.Count.ToString(CultureInfo.InvariantCulture);
    }

    static bool IsCountry(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    /// <summary>All the words, in any order. A value without a letter or digit matches nothing.</summary>
    static string All(List<string> tokens) => "(" + string.Join(" AND ", tokens.DefaultIfEmpty("").Select(t => Phrase([t]))) + ")";

    /// <summary>Words in this order, as FTS5 quotes them.</summary>
    internal static string Phrase(IEnumerable<string> words) =>
        "\"" + string.Join(' ', words).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    static List<string> Tokens(string value) => QueryLexer.Words(value);

    /// <summary>The first or last day of 2022, 2022-02 or 2022-02-10, counted as <see cref="RecordRows.DayOf"/> counts.</summary>
    static string Day(string value, bool last)
    {
        var parts = value.Split('-');
        var year = int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture);
        var month = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var day = parts.Length > 2 ? int.Parse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var date = last
            ? new DateOnly(year, month == 0 ? 12 : month, day == 0 ? DateTime.DaysInMonth(year, month == 0 ? 12 : month) : day)
            : new DateOnly(year, Math.Max(month, 1), Math.Max(day, 1));
        return (date.DayNumber + 1).ToString(CultureInfo.InvariantCulture);
    }
}
