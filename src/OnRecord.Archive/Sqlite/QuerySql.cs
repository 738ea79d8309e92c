using System.Globalization;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.Sqlite;

/// <summary>A query as SQL: a condition on one table, <c>statement s</c>, <c>event e</c>, <c>article_index a</c> or <c>actor x</c>.
/// </summary>
/// <remarks>Terms about statements that stand side by side hold of one and the same statement, and so for events. Where another kind is
/// searched, they reach it over what ties them: a statement holds a view of an event, an article has both, an actor speaks in one and
/// takes part in the other. Bare words, dates and outlets hold of what is searched itself.</remarks>
internal sealed class QuerySql
{
    [Flags]
    enum Of
    {
        Words = 1,
        Statements = 2,
        Events = 4,
        Articles = 8,
        Section = 16,
    }

    readonly SearchKind _target;
    readonly Fields _fields;

    /// <summary>Values of the parameters ?1, ?2, ...</summary>
    internal List<string> Parameters { get; } = [];

    /// <summary>The condition.</summary>
    internal string Where { get; }

    /// <summary>Whether the condition names the rows it may hold of, so that no more than these are looked at. Otherwise it has to be
    /// tried on one row after the other, in the order of an index.</summary>
    internal bool Driven { get; }

    internal QuerySql(SearchKind target, Query query, Func<string, long> term)
    {
        _target = target;
        _fields = new(Parameters, term);
        Where = query.Root is { } root ? At(root) : "1";
        Driven = query.Root is { } r && Drives(r);
    }

    /// <summary>Table and alias of each kind.</summary>
    internal static (string Table, string Alias) TableOf(SearchKind kind) =>
        kind switch
        {
            SearchKind.Statements => ("statement", "s"),
            SearchKind.Events => ("event", "e"),
            SearchKind.Articles => ("article_index", "a"),
            _ => ("actor", "x"),
        };

    (string Table, string Alias) Target => TableOf(_target);

    /// <summary>A node as a condition on what is searched.</summary>
    string At(QueryNode node) =>
        node switch
        {
            _ when Kinds(node) == Of.Words && Words(node) is { } match => WordsIn(match),
            AndNode all => All(all.Parts),
            OrNode any when !IsOwn(Kinds(any)) || (IsAround && any.Parts.Any(Excludes)) =>
                $"{Target.Alias}.id IN ({Union(any.Parts, At, Target)})",
            NotNode no when !IsOwn(Kinds(no)) || IsAround => $"NOT {At(no.Part)}",
            _ => All([node]),
        };

    /// <summary>Whether statements and events are searched through what they stand in: to exclude one is then to say that there is none, and
    /// not that there is another.</summary>
    bool IsAround => _target is SearchKind.Articles or SearchKind.Actors;

    /// <summary>Whether a node names only what must not be.</summary>
    static bool Excludes(QueryNode node) =>
        node switch
        {
            NotNode => true,
            AndNode all => all.Parts.All(Excludes),
            OrNode any => any.Parts.Any(Excludes),
            _ => false,
        };

    /// <summary>Conditions side by side: those on statements together, those on events together.</summary>
    string All(IReadOnlyList<QueryNode> parts)
    {
        List<QueryNode> words = [],
            statements = [],
            events = [],
            articles = [],
            sections = [];
        List<string> conditions = [];
        foreach (var part in parts)
        {
            var kinds = Kinds(part);
            if (kinds == Of.Words)
                words.Add(part);
            else if (kinds == Of.Articles)
                articles.Add(part);
            else if ((kinds & ~(Of.Section | Of.Articles)) == 0)
                sections.Add(part);
            else if ((kinds & ~(Of.Statements | Of.Articles | Of.Section)) == 0)
                statements.Add(part);
            else if ((kinds & ~(Of.Events | Of.Articles | Of.Section)) == 0)
                events.Add(part);
            else
                conditions.Add(At(part));
        }
        if (words.Count > 0)
            if (Words(words.Count == 1 ? words[0] : new AndNode(words, 0, 0)) is { } match)
                conditions.Add(WordsIn(match));
            else
                conditions.AddRange(words.Select(w => w is NotNode n ? $"NOT {At(n.Part)}" : At(w)));
        var driven = parts.Any(Drives);
        Sections(sections, statements, events, conditions);
        Dates(articles, statements, events, conditions, driven);
        if (statements.Count > 0)
            conditions.Add(Reach(SearchKind.Statements, statements, driven));
        if (events.Count > 0)
            conditions.Add(Reach(SearchKind.Events, events, driven));
        return conditions.Count == 1 ? conditions[0] : "(" + string.Join(" AND ", conditions) + ")";
    }

    /// <summary>A section is one of statements and of events: it goes with what is searched, else with what stands beside it.</summary>
    void Sections(List<QueryNode> sections, List<QueryNode> statements, List<QueryNode> events, List<string> conditions)
    {
        if (sections.Count == 0)
            return;
        if (_target == SearchKind.Statements || (_target != SearchKind.Events && statements.Count > 0))
            statements.AddRange(sections);
        else if (_target == SearchKind.Events || events.Count > 0)
            events.AddRange(sections);
        else
            conditions.Add($"({Reach(SearchKind.Statements, sections, false)} OR {Reach(SearchKind.Events, sections, false)})");
    }

    /// <summary>Dates and outlets are columns of all but actors.</summary>
    void Dates(List<QueryNode> articles, List<QueryNode> statements, List<QueryNode> events, List<string> conditions, bool driven)
    {
        if (articles.Count == 0)
            return;
        if (_target != SearchKind.Actors)
            conditions.Add(Group(articles, _target, driven));
        else if (statements.Count > 0)
            statements.AddRange(articles);
        else if (events.Count > 0)
            events.AddRange(articles);
        else
            conditions.Add(Reach(SearchKind.Articles, articles, false));
    }

    /// <summary>Nodes on rows of <paramref name="kind"/> as a condition on what is searched.</summary>
    /// <param name="kind">What they are conditions on.</param>
    /// <param name="nodes">Side by side.</param>
    /// <param name="driven">Whether something beside them names the rows, if these are rows of what is searched.</param>
    string Reach(SearchKind kind, List<QueryNode> nodes, bool driven)
    {
        if (kind == _target)
            return Group(nodes, kind, driven);
        if (nodes.TrueForAll(n => n is NotNode)) // "no statement is so", rather than "some statement is not so"
            return "(" + string.Join(" AND ", nodes.Cast<NotNode>().Select(n => $"NOT {Reach(kind, [n.Part], false)}")) + ")";
        var condition = Group(nodes, kind, nodes.Exists(n => Drives(n, kind)));
        var alias = Target.Alias;
        return (_target, kind) switch
        {
            (SearchKind.Statements, _) =>
                $"s.id IN (SELECT v.statement_id FROM event e JOIN view v ON v.event_id = e.id WHERE v.statement_id > 0 AND {condition})",
            (SearchKind.Events, _) =>
                $"e.id IN (SELECT v.event_id FROM statement s JOIN view v ON v.statement_id = s.id WHERE {condition})",
            (SearchKind.Articles, SearchKind.Statements) => $"a.id IN (SELECT s.article_id FROM statement s WHERE {condition})",
            (SearchKind.Articles, _) => $"a.id IN (SELECT e.article_id FROM event e WHERE {condition})",
            (_, SearchKind.Statements) =>
                $"{alias}.id IN (SELECT t.actor_id FROM statement s JOIN statement_actor t ON t.statement_id = s.id WHERE {condition})",
            (_, SearchKind.Events) =>
                $"{alias}.id IN (SELECT t.actor_id FROM event e JOIN event_actor t ON t.event_id = e.id WHERE t.role <= 2 AND {condition})",
            _ => $"{alias}.id IN (SELECT t.actor_id FROM article_index a JOIN article_actor t ON t.article_id = a.id WHERE {condition})",
        };
    }

    /// <summary>Nodes of one kind as a condition on its table.</summary>
    string Group(IReadOnlyList<QueryNode> nodes, SearchKind kind, bool driven)
    {
        var of = TableOf(kind);
        var conditions = nodes.Select(node =>
            node switch
            {
                AndNode all => Group(all.Parts, kind, driven),
                OrNode any => $"{of.Alias}.id IN ({Union(any.Parts, part => Group([part], kind, Drives(part, kind)), of)})",
                NotNode no => $"NOT {Group([no.Part], kind, driven)}",
                FieldNode field => _fields.Condition(field, of.Alias, driven),
                _ => throw new InvalidOperationException("bare words are no field of a record"),
            }
        );
        return "(" + string.Join(" AND ", conditions) + ")";
    }

    static string Union(IReadOnlyList<QueryNode> parts, Func<QueryNode, string> condition, (string Table, string Alias) of) =>
        string.Join(" UNION ", parts.Select(part => $"SELECT {of.Alias}.id FROM {of.Table} {of.Alias} WHERE {condition(part)}"));

    string WordsIn(string match)
    {
        Parameters.Add(match);
        var index = _target switch
        {
            SearchKind.Statements => "statement_fts",
            SearchKind.Events => "event_fts",
            SearchKind.Articles => "article_fts",
            _ => "actor_fts",
        };
        var number = Parameters.Count.ToString(CultureInfo.InvariantCulture);
        return $"{Target.Alias}.id IN (SELECT rowid FROM {index} WHERE {index} MATCH ?{number})";
    }

    /// <summary>Words as an FTS5 expression; null where it has no form for it: its NOT needs something on its left.</summary>
    static string? Words(QueryNode node)
    {
        switch (node)
        {
            case WordsNode words:
                return Fields.Phrase(words.Words);
            case OrNode any:
                var choices = any.Parts.Select(Words).ToList();
                return choices.Contains(null) ? null : "(" + string.Join(" OR ", choices) + ")";
            case AndNode all:
                var wanted = all.Parts.Where(p => p is not NotNode).Select(Words).ToList();
                var unwanted = all.Parts.OfType<NotNode>().Select(n => Words(n.Part)).ToList();
                if (wanted.Count == 0 || wanted.Contains(null) || unwanted.Contains(null))
                    return null;
                var together = "(" + string.Join(" AND ", wanted) + ")";
                return unwanted.Aggregate(together, (left, right) => $"({left} NOT {right})");
            default:
                return null;
        }
    }

    /// <summary>Whether a node of these kinds is a condition on the searched rows' own columns.</summary>
    bool IsOwn(Of kinds) =>
        (kinds & Of.Words) == 0
        && _target switch
        {
            SearchKind.Statements => (kinds & Of.Events) == 0,
            SearchKind.Events => (kinds & Of.Statements) == 0,
            SearchKind.Articles => kinds == Of.Articles || kinds is Of.Statements or Of.Events,
            _ => kinds is Of.Statements or Of.Events or Of.Articles,
        };

    bool Drives(QueryNode node) => Drives(node, _target);

    /// <summary>Whether a node names the rows of a kind that it may hold of.</summary>
    static bool Drives(QueryNode node, SearchKind kind) =>
        node switch
        {
            WordsNode or OrNode => true,
            AndNode all => all.Parts.Any(p => Drives(p, kind)),
            FieldNode field => field.Field switch
            {
                QueryField.Since or QueryField.Until or QueryField.Outlet => kind == SearchKind.Actors,
                QueryField.Act => kind != SearchKind.Statements,
                QueryField.Type or QueryField.Factuality => kind != SearchKind.Events,
                QueryField.AssertedBy or QueryField.DeniedBy when Fields.IsOutlet(field.Value) => kind != SearchKind.Events,
                QueryField.Section => kind is SearchKind.Articles or SearchKind.Actors,
                _ => true,
            },
            _ => false,
        };

    static Of Kinds(QueryNode node) =>
        node switch
        {
            WordsNode => Of.Words,
            FieldNode field => field.Field switch
            {
                QueryField.Speaker or QueryField.About or QueryField.Act => Of.Statements,
                QueryField.Since or QueryField.Until or QueryField.Outlet => Of.Articles,
                QueryField.Section => Of.Section,
                _ => Of.Events,
            },
            NotNode no => Kinds(no.Part),
            AndNode all => all.Parts.Aggregate((Of)0, (kinds, part) => kinds | Kinds(part)),
            OrNode any => any.Parts.Aggregate((Of)0, (kinds, part) => kinds | Kinds(part)),
            _ => 0,
        };
}
