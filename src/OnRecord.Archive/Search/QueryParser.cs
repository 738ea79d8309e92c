using System.Globalization;

namespace OnRecord.Archive.Search;

public sealed partial record Query
{
    /// <summary>Longest query, in UTF-16 units.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>Most words, phrases and fields.</summary>
    public const int MostTerms = 200;

    /// <summary>Deepest nesting of brackets and NOT.</summary>
    public const int MostDepth = 32;

    /// <summary>Reads a query. Side by side or with AND all must hold; OR binds less than AND, NOT more; brackets group, also the values of
    /// a field: <c>act:(deny OR doubt)</c>.</summary>
    /// <exception cref="QueryException">It can't be read; the exception says where and what to write instead.</exception>
    public static Query Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
            throw new QueryException(
                string.Create(CultureInfo.InvariantCulture, $"the query has {text.Length} characters"),
                MostCharacters,
                text.Length - MostCharacters,
                string.Create(CultureInfo.InvariantCulture, $"at most {MostCharacters} can be read: ask for less at once")
            );
        try
        {
            return new(text, new QueryParser(QueryLexer.Tokens(text)).Parse());
        }
        catch (QueryException e) when (e.Query is null)
        {
            throw new QueryException(e.Problem, e.Start, e.Length, e.Remedy) { Query = text };
        }
    }

    /// <summary>The query written anew, with every operator and bracket: the same text for all ways to write the same.</summary>
    public string Canonical => Root is null ? "" : QueryParser.Write(Root, top: true);
}

/// <summary>Recursive descent over the tokens of a query, with bounded depth.</summary>
internal sealed class QueryParser(List<QueryToken> tokens)
{
    int _at;
    int _terms;
    int _depth;

    QueryToken Next => tokens[_at];

    internal QueryNode? Parse()
    {
        if (Next.Kind == QueryTokenKind.End)
            return null;
        var root = Or(null);
        return Next.Kind switch
        {
            QueryTokenKind.End => root,
            QueryTokenKind.Close => throw Wrong(Next, "a bracket is closed that was not opened", "take it away, or open it with ("),
            _ => throw Dangling(Next),
        };
    }

    static QueryException Wrong(QueryToken at, string problem, string remedy) => new(problem, at.Start, Math.Max(at.Length, 1), remedy);

    static QueryException Unclosed(QueryToken open) => Wrong(open, "a bracket is not closed", "close it with )");

    static QueryException Dangling(QueryToken at) =>
        Wrong(at, $"{at.Text} has nothing on its left", "put a word, a phrase or a field on both sides of it");

    /// <param name="field">The field whose values are read inside its brackets, or null.</param>
    QueryNode Or(QueryGrammar.Line? field)
    {
        var parts = new List<QueryNode> { And(field) };
        while (Next.Kind == QueryTokenKind.Or)
        {
            var sign = tokens[_at++];
            parts.Add(Operand(sign, () => And(field)));
        }
        return parts.Count == 1 ? parts[0] : new OrNode(Flat<OrNode>(parts, n => n.Parts), parts[0].Start, EndOf(parts) - parts[0].Start);
    }

    QueryNode And(QueryGrammar.Line? field)
    {
        if (Next.Kind is QueryTokenKind.And or QueryTokenKind.Or)
            throw Dangling(Next);
        var parts = new List<QueryNode> { Not(field) };
        while (true)
            if (Next.Kind == QueryTokenKind.And)
            {
                var sign = tokens[_at++];
                parts.Add(Operand(sign, () => Not(field)));
            }
            else if (Next.Kind is QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End)
                break;
            else
                parts.Add(Not(field));
        return parts.Count == 1 ? parts[0] : new AndNode(Flat<AndNode>(parts, n => n.Parts), parts[0].Start, EndOf(parts) - parts[0].Start);
    }

    static List<QueryNode> Flat<T>(List<QueryNode> parts, Func<T, IReadOnlyList<QueryNode>> inner)
        where T : QueryNode => [.. parts.SelectMany(p => p is T same ? inner(same) : [p])];

    QueryNode Operand(QueryToken sign, Func<QueryNode> read) =>
        Next.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And
            ? throw Wrong(sign, $"{sign.Text} has nothing on its right", "put a word, a phrase or a field on both sides of it")
            : read();

    QueryNode Not(QueryGrammar.Line? field)
    {
        if (Next.Kind != QueryTokenKind.Not)
            return Primary(field);
        var sign = tokens[_at++];
        if (Next.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or or QueryTokenKind.And)
            throw Wrong(sign, "NOT has nothing behind it", "put a word, a phrase or a field behind it");
        var part = Deeper(sign, () => Not(field));
        return part is NotNode twice ? twice.Part : new NotNode(part, sign.Start, EndOf([part]) - sign.Start);
    }

    T Deeper<T>(QueryToken at, Func<T> read)
    {
        if (++_depth > Query.MostDepth)
            throw Wrong(at, $"the query is nested deeper than {Query.MostDepth}", "write it with fewer brackets");
        var node = read();
        _depth--;
        return node;
    }

    QueryNode Primary(QueryGrammar.Line? field)
    {
        var token = tokens[_at];
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                return Bracket(field);
            case QueryTokenKind.Field when field is null:
                return Field();
            case QueryTokenKind.Field:
                throw Wrong(token, $"{token.Text}: stands inside the brackets of {field.Name}:", "close them first");
            case QueryTokenKind.Word:
            case QueryTokenKind.Phrase:
                _at++;
                return field is null ? Words(token) : Value(field, token, token.Start);
            case QueryTokenKind.Close:
                throw Wrong(token, "there is nothing in the brackets", "put a word, a phrase or a field in them");
            default:
                throw Dangling(token);
        }
    }

    QueryNode Bracket(QueryGrammar.Line? field)
    {
        var open = tokens[_at++];
        if (Next.Kind == QueryTokenKind.End) // the end itself is no place to point at
            throw Unclosed(open);
        var inner = Deeper(open, () => Or(field));
        if (Next.Kind != QueryTokenKind.Close)
            throw Unclosed(open);
        _at++;
        return inner;
    }

    QueryNode Field()
    {
        var name = tokens[_at++];
        var field =
            QueryGrammar.Named(name.Text)
            ?? throw Wrong(
                name,
                $"there is no field '{QueryGrammar.Short(name.Text)}:'",
                QueryGrammar.Nearest(name.Text) is { } nearest
                    ? $"did you mean '{nearest}:'?"
                    : "use " + string.Join(", ", QueryGrammar.Fields.Select(f => f.Name + ":"))
            );
        var value = Next;
        if (value.Kind == QueryTokenKind.Open && value.Start == name.End)
            return Bracket(field);
        if (
            value.Kind
                is not (
                    QueryTokenKind.Word
                    or QueryTokenKind.Phrase
                    or QueryTokenKind.And
                    or QueryTokenKind.Or
                    or QueryTokenKind.Not
                    or QueryTokenKind.Field
                )
            || value.Start != name.End
            || (value.Kind == QueryTokenKind.Not && value.Text.Length == 0)
        )
            throw Wrong(name, $"{field.Name}: has no value", $"write it without a space, such as {field.Example}");
        _at++;
        if (value.Kind == QueryTokenKind.Field) // speaker:kb:usa, a key with a colon in it
            throw Wrong(value, $"a value with a colon in it has to be quoted", $"write {field.Name}:\"...\"");
        return Value(field, value, name.Start);
    }

    FieldNode Value(QueryGrammar.Line field, QueryToken value, int start)
    {
        Count(value);
        var text = value.Text.Trim();
        if (QueryLexer.Words(text).Count == 0)
            throw Wrong(value, $"the value of {field.Name}: has no letter or digit", $"write it such as {field.Example}");
        return new(field.Field, QueryGrammar.Checked(field, text, value.Start, value.Length), start, value.End - start);
    }

    WordsNode Words(QueryToken token)
    {
        Count(token);
        var words = QueryLexer.Words(token.Text);
        return words.Count > 0
            ? new(words, token.Start, token.Length)
            : throw Wrong(token, $"'{QueryGrammar.Short(token.Text)}' has no letter or digit", "only words can be found: take it away");
    }

    void Count(QueryToken at)
    {
        if (++_terms > Query.MostTerms)
            throw Wrong(at, $"the query has more than {Query.MostTerms} terms", "ask for less at once");
    }

    static int EndOf(List<QueryNode> parts) => parts[^1].Start + parts[^1].Length;

    internal static string Write(QueryNode node, bool top = false) =>
        node switch
        {
            WordsNode words => words.Words.Count == 1 && !IsOperator(words.Words[0])
                ? words.Words[0]
                : $"\"{string.Join(' ', words.Words)}\"",
            FieldNode field => QueryGrammar.Term(field.Field, field.Value),
            NotNode not_ => "NOT " + Write(not_.Part),
            AndNode all => Bracketed(string.Join(" AND ", all.Parts.Select(p => Write(p))), top),
            OrNode any => Bracketed(string.Join(" OR ", any.Parts.Select(p => Write(p))), top),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    static bool IsOperator(string word) => word is "AND" or "OR" or "NOT";

    static string Bracketed(string text, bool top) => top ? text : $"({text})";
}
