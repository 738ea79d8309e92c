using System.Globalization;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.Cli;

/// <summary>A page of hits for people: who, the words, and where they stand; then how many there are, and by what.</summary>
internal sealed class SearchText
{
    const int Indent = 2;
    const int MostFacetValues = 6;
    const int LongestWords = 300;

    readonly PageWriter _page;

    SearchText(int width, bool colors) => _page = new(width, colors);

    internal static string Render(SearchPage page, SearchKind kind, int width, bool colors)
    {
        var text = new SearchText(width, colors);
        foreach (var s in page.Statements)
            text.Hit(
                [new(Speaker(s), Tone.Speaker), " · ", new((s.Negated ? "not: " : "") + (s.Act ?? s.Mode), Tone.Act), Cue(s)],
                s.Content,
                s.Article,
                "#" + s.Id
            );
        foreach (var e in page.Events)
            text.Hit(
                [
                    new($"{List(e.Actors)} → {List(e.Recipients)}", Tone.Speaker),
                    " · ",
                    new(e.Mode is null ? e.Type : $"{e.Type} {e.Mode}", Tone.Act),
                    $" · {e.Factuality}",
                ],
                e.Evidence,
                e.Article,
                "#" + e.Id
            );
        foreach (var a in page.Articles)
            text.Hit([new(Printable(a.Article.Title ?? "(no title)"), Tone.Title)], a.Excerpt, a.Article, "");
        if (page.Actors.Count > 0)
            text.Actors(page.Actors);
        text.Counts(page, kind);
        return text._page.ToString();
    }

    void Hit(ReadOnlySpan<Piece> head, string words, ArticleLine article, string id)
    {
        _page.Wrap(0, Indent, head);
        _page.Wrap(Indent, Indent, new Piece(Printable(Short(words)), Tone.Evidence));
        string?[] where = [Day(article), article.Outlet, article.Id + id];
        _page.Wrap(Indent, Indent, new Piece(Printable(string.Join(" · ", where.Where(w => !string.IsNullOrEmpty(w)))), Tone.Dim));
        _page.Blank();
    }

    void Actors(IReadOnlyList<ActorHit> actors)
    {
        var table = new TextTable("actor", "kind", "country", ">articles", ">statements", ">events");
        foreach (var x in actors)
            table.Add(
                Short(x.Actor.Name),
                x.Actor.Kind,
                string.Join(' ', x.Actor.Country ?? []),
                Number(x.Articles),
                Number(x.Statements),
                Number(x.Events)
            );
        using var lines = new StringWriter { NewLine = "\n" };
        table.Write(lines);
        foreach (var line in lines.ToString().TrimEnd('\n').Split('\n'))
            _page.Line(line);
        _page.Blank();
    }

    void Counts(SearchPage page, SearchKind kind)
    {
        var what = kind.ToString().ToLowerInvariant();
        _page.Line(new Piece(Number(page.Total) + (page.AtLeast ? " or more " : " ") + (page.Total == 1 ? what[..^1] : what), Tone.Label));
        foreach (var facet in page.Facets.Where(f => f.Values.Count > 1))
            _page.Hang(
                "  " + facet.Field,
                14,
                Printable(string.Join(", ", facet.Values.Take(MostFacetValues).Select(v => $"{v.Label} {Number(v.Count)}")))
            );
    }

    static string Speaker(StatementHit s) =>
        s.Speakers.Count > 0 ? List(s.Speakers)
        : s.Source is { } source ? Printable(s.Unnamed is { } unnamed ? $"{source} (unnamed: {unnamed})" : source)
        : "not found in the text";

    static string Cue(StatementHit s) => s.Cue is { } cue ? Printable($" “{cue}”") : "";

    static string List(IReadOnlyList<ActorLine> actors) =>
        actors.Count == 0 ? "(not said)" : Printable(string.Join(", ", actors.Select(a => a.Name)));

    static string? Day(ArticleLine article) => article.Published is { Length: >= 10 } p ? p[..10] : article.Published;

    static string Short(string text) => text.Length <= LongestWords ? text : text[..(LongestWords - 1)].TrimEnd() + "…";

    static string Printable(string text) => Terminal.Printable(text);

    static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
