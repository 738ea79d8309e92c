using OnRecord.Record;

namespace OnRecord.Cli;

/// <summary>A record as a page to read: how headline, outlet and speakers put the main acts; then who said what and who did what in the
/// order of the text, each with its words; then places, dates and what was not coded. Made from the record alone.</summary>
internal sealed class TextPage
{
    internal const int DefaultWidth = 100;
    const int MostIncidents = 8;
    const int LongestQuotation = 400; // characters of a content shown; the record has it all

    readonly RecordView _view;
    readonly PageWriter _page;

    TextPage(ArticleRecord record, int width, bool colors) => (_view, _page) = (new RecordView(record), new PageWriter(width, colors));

    /// <summary>The page, each line at most <paramref name="width"/> columns.</summary>
    internal static string Render(ArticleRecord record, int width = DefaultWidth, bool colors = false)
    {
        var page = new TextPage(record, width, colors);
        page.Head();
        page.MainActs();
        page.InOrder();
        page.Places();
        page.Dates();
        page.NotCoded();
        return page._page.ToString();
    }

    ArticleRecord Record => _view.Record;

    void Head()
    {
        var a = Record.Article;
        var title = a.Title ?? (a.Headline is { } span ? _view.Cut(span) : null);
        if (title is not null)
            _page.Wrap(0, 0, new Piece(title, Tone.Title));
        string?[] about =
        [
            a.Outlet?.Name ?? a.Outlet?.Domain,
            a.Published,
            a.Author is { Count: > 0 } by ? "by " + RecordView.List(by) : null,
            Record.Id,
        ];
        _page.Wrap(0, 2, new Piece(string.Join(" · ", about.OfType<string>()), Tone.Dim));
        _page.Rule();
    }

    /// <summary>Incidents told more than once come first, then what headline and first paragraph tell; each mention says who puts it how.</summary>
    void MainActs()
    {
        var incidents = Incidents();
        if (incidents.Count == 0)
            return;
        _page.Heading("HOW THE MAIN ACTS ARE PUT");
        foreach (var mentions in incidents)
        {
            var fullest = mentions.MaxBy(e => (e.Actor?.Count > 0 ? 2 : 0) + (e.Recipient?.Count > 0 ? 1 : 0))!;
            _page.Blank();
            _page.Wrap(0, 2, new Piece(_view.Parties(fullest), Tone.Speaker));
            foreach (var e in mentions)
            foreach (var (who, type, how, words) in Puttings(e))
                _page.Row(
                    2,
                    (new Piece(who, Tone.Label), 20),
                    (new Piece(type, Tone.Act), 20),
                    (new Piece(how), 12),
                    (new Piece(Quoted(words), Tone.Evidence), Math.Max(20, _page.Width - 60))
                );
        }
    }

    List<List<EventPart>> Incidents()
    {
        var groups = new List<List<EventPart>>();
        foreach (var group in Record.Events.GroupBy(e => e.Incident ?? e.Id))
            groups.Add([.. group]);
        return
        [
            .. groups
                .Where(g => g.Count > 1 || g[0].Section != "body" || g[0].Views.Count > 1)
                .OrderByDescending(g => (g.Exists(e => e.Section == "headline") ? 2 : 0) + (g.Count > 1 ? 1 : 0))
                .ThenByDescending(g => g.Count)
                .Take(MostIncidents),
        ];
    }

    /// <summary>One row a mention, and one more for everybody else whose view of it the text gives.</summary>
    IEnumerable<(string Who, string Type, string How, string Words)> Puttings(EventPart e)
    {
        var first = e.Views.Count > 0 ? e.Views[0] : null;
        var holder = first is null or { Holder: "outlet" } ? "outlet" : Voice(first.Holder);
        yield return (
            e.Section == "headline" ? (holder == "outlet" ? "headline" : "headline: " + holder) : holder,
            RecordView.TypeOf(e),
            RecordView.PutAs(e.Factuality),
            _view.Evidence(e)
        );
        foreach (var view in e.Views.Skip(1))
            yield return (
                view.Holder == "outlet" ? "outlet" : Voice(view.Holder),
                "",
                view.Stance + (view.Polarity == "-" && view.Stance != "denied" ? ", negated" : ""),
                view.Span is { } span ? _view.Cut(span) : ""
            );
    }

    string Voice(string statement) => _view.Statement(statement) is { } s ? _view.Speaker(s).Name : statement;

    void InOrder()
    {
        _page.Heading("WHO SAID WHAT, WHO DID WHAT");
        var any = false;
        var section = "";
        foreach (var (_, statement, @event) in _view.InOrder())
        {
            var here = (statement?.Section ?? @event!.Section) switch
            {
                "headline" => "Headline",
                "lede" => "First paragraph",
                _ => "Body",
            };
            _page.Blank();
            if (here != section)
            {
                _page.Line(new Piece(section = here, Tone.Dim));
                _page.Blank();
            }
            if (statement is not null)
                Statement(statement);
            else
                Event(@event!);
            any = true;
        }
        if (!any)
        {
            _page.Blank();
            _page.Line("  Nothing that is a statement or a political act was found.");
        }
    }

    void Statement(StatementPart s)
    {
        var (name, role) = _view.Speaker(s);
        var how = s.Kind switch
        {
            "direct" => "in quotation marks",
            "mixed" => "partly in quotation marks",
            _ => "in the writer's words",
        };
        List<string> facts = [s.Mode == "speech" ? how : $"{s.Mode}, {how}"];
        if (s.Cue is { Commitment: not "neutral" } cue)
            facts.Add(cue.Commitment);
        if (s.NestedIn is { } outer)
            facts.Add("inside " + outer);
        if (s.Answers is { Count: > 0 } answers)
            facts.Add("answers " + RecordView.List(answers));
        if (s.Addressee is { } addressee)
            facts.Add("to " + _view.Cut(addressee.Span));
        if (s.Venue is { } venue)
            facts.Add("at: " + _view.Cut(venue.Span));
        if (_view.Time(s.Time) is { } time)
            facts.Add("on " + (time.Value ?? time.Text));
        _page.Hang(
            "  " + s.Id,
            7,
            new Piece(name, Tone.Speaker),
            new Piece(role is null ? "" : $", {role}"),
            new Piece(": " + (s.Negated ? "not " : "") + (s.Cue is { } c ? c.Act : "goes on"), Tone.Act),
            new Piece(s.Cue is { } words ? $" “{_view.Cut(words.Spans)}”" : ""),
            new Piece(" · " + string.Join(" · ", facts), Tone.Dim)
        );
        _page.Wrap(7, 7, new Piece(Quoted(_view.Cut(s.Content.Spans)), Tone.Evidence));
    }

    void Event(EventPart e)
    {
        _page.Hang(
            "  " + e.Id,
            7,
            new Piece(_view.Parties(e), Tone.Speaker),
            new Piece(": "),
            new Piece(RecordView.TypeOf(e), Tone.Act),
            new Piece(e.Base == e.Type ? "" : $" (the act: {e.Base}{(e.BaseMode is null ? "" : " " + e.BaseMode)})"),
            new Piece(" · put as " + RecordView.PutAs(e.Factuality)),
            new Piece(" · " + OnWhoseWord(e), Tone.Plain),
            new Piece(Circumstances(e), Tone.Dim)
        );
        _page.Wrap(7, 7, new Piece(Quoted(_view.Evidence(e)), Tone.Evidence));
    }

    string OnWhoseWord(EventPart e)
    {
        List<string> words = [];
        if (e.AssertedBy is { Count: > 0 } asserted)
            words.Add("asserted by " + Holders(asserted));
        if (e.DeniedBy is { Count: > 0 } denied)
            words.Add("denied by " + Holders(denied));
        if (words.Count == 0 && e.Views.Count > 0)
            words.Add($"{e.Views[0].Stance} by {_view.Holder(e.Views[0].Holder)}");
        return string.Join(", ", words);
    }

    string Holders(IReadOnlyList<string> holders) => RecordView.List([.. holders.Select(_view.Holder)]);

    string Circumstances(EventPart e)
    {
        var words = "";
        if (_view.Place(e.Place) is { } place)
            words += " · in " + place.Name;
        if (e.Time is { } time && _view.Time(time.Ref) is { } t)
            words += " · on " + (t.Value ?? t.Text);
        foreach (var (label, size) in (ReadOnlySpan<(string, SizePart?)>)[("size", e.Size), ("dead", e.Dead), ("injured", e.Injured)])
            if (size is not null)
                words += $" · {label}: {_view.Cut(size.Span)}";
        if (e.Statement is { } said)
            words += " · said in " + said;
        if (e.Incident is { } incident)
            words += " · " + incident;
        return words;
    }

    void Places()
    {
        if (Record.Places.Count == 0)
            return;
        _page.Heading("PLACES");
        var places = Record
            .Places.GroupBy(p => (p.Name, p.Country))
            .Select(g => $"{Place(g.First())}{(g.Count() > 1 ? $" ×{g.Count()}" : "")}");
        _page.Wrap(2, 2, new Piece(string.Join("; ", places)));
    }

    static string Place(PlacePart p)
    {
        if (p.Precision is "country" or "continent" or "sea" or "river")
            return p.Name; // the middle of a country says nothing to a reader
        List<string> facts = [];
        if (p.Country is { } country)
            facts.Add(country);
        if (p.Lat is { } lat && p.Lon is { } lon)
            facts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{lat:0.00}, {lon:0.00}"));
        return facts.Count == 0 ? p.Name : $"{p.Name} ({string.Join("; ", facts)})";
    }

    void Dates()
    {
        if (Record.Times.Count == 0)
            return;
        _page.Heading("DATES AND TIMES");
        _page.Wrap(
            2,
            2,
            new Piece(string.Join("; ", Record.Times.Select(t => $"“{t.Text}” {(t.Value is null ? "(not settled)" : "= " + t.Value)}")))
        );
    }

    void NotCoded()
    {
        var debris = Record.Article.NotBody ?? [];
        var left = Record.NotCoded ?? [];
        if (debris.Count + left.Count == 0)
            return;
        _page.Heading("NOT CODED");
        foreach (var part in left)
            _page.Wrap(2, 4, new Piece($"{part.Stage}: {part.Reason}{(part.Span is { } span ? $" [{span.Start}, {span.End}]" : "")}"));
        foreach (var part in debris)
            _page.Wrap(2, 4, new Piece($"{part.Kind}: "), new Piece(Quoted(_view.Cut(part.Span)), Tone.Dim));
    }

    /// <summary>In quotation marks, cut where it is long. Its own outer marks are enough.</summary>
    static string Quoted(string words)
    {
        words = words.Trim();
        if (words.Length == 0)
            return "";
        if (words.Length > LongestQuotation)
        {
            var end = words.LastIndexOf(' ', LongestQuotation);
            words = words[..(end > 0 ? end : LongestQuotation)] + " …";
        }
        return words[0] is '"' or '“' or '‘' or '\'' or '`' ? words : $"“{words}”";
    }
}
