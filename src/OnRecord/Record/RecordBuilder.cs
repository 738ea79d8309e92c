using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Actors;
using OnRecord.Dates;
using OnRecord.Events;
using OnRecord.Language;
using OnRecord.Places;
using OnRecord.Statements;
using OnRecord.Text;
using OnRecord.Wording;

namespace OnRecord.Record;

/// <summary>Everything the stages found in one article.</summary>
internal sealed record Layers(
    Document Document,
    ActorLayer Actors,
    IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<Place> Places,
    List<Statement> Statements,
    List<Event> Events,
    List<WordingMark> Wording
)
{
    /// <summary>The dateline's words, or null.</summary>
    internal Dateline? Dateline { get; init; }

    /// <summary>The dateline's place, or null.</summary>
    internal Place? Origin { get; init; }
}

/// <summary>Turns layers over UTF-16 into a record over code points. The only place where offsets are converted.</summary>
internal sealed class RecordBuilder
{
    static readonly string[] CueActs = Lower<CueAct>();
    static readonly string[] Commitments = Lower<Commitment>();
    static readonly string[] Modes = Lower<StatementMode>();
    static readonly string[] Kinds = Lower<StatementKind>();
    static readonly string[] ActorKinds = Lower<ActorKind>();
    static readonly string[] MentionKinds = Lower<MentionKind>();
    static readonly string[] Zones = Lower<Zone>();
    static readonly string[] Types = [.. Enum.GetNames<EventType>().Select(n => n.ToUpperInvariant())];
    static readonly string[] Stances = Lower<Stance>();
    static readonly string[] Certainties = Lower<Certainty>();
    static readonly string[] Whens = Lower<EventWhen>();
    static readonly string[] Factualities = [.. Enum.GetNames<Factuality>().Select(Kebab)];
    static readonly string[] WordingKinds = [.. Enum.GetNames<WordingKind>().Select(Kebab)];
    static readonly string[] NotBodyKinds = [.. Enum.GetNames<NotBodyKind>().Select(Kebab)];

    /// <summary>Other places of a name that a record names.</summary>
    const int MostAlternatives = 5;

    readonly Layers _layers;
    readonly Document _d;
    readonly CodePoints _points;
    readonly string _textHash;
    readonly string[] _actorIds;
    readonly Plover _plover;

    RecordBuilder(Layers layers, Plover plover, string textHash)
    {
        (_layers, _d, _plover, _textHash) = (layers, layers.Document, plover, textHash);
        _points = new(_d.Text);
        _actorIds = [.. Enumerable.Range(0, layers.Actors.Actors.Count).Select(i => "a" + (i + 1).ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>The record of a coded article.</summary>
    internal static ArticleRecord Build(Layers layers, Plover plover, ArticleRecord shell)
    {
        var b = new RecordBuilder(layers, plover, shell.Article.TextHash);
        return shell with
        {
            Actors = b.ActorParts(),
            Article = shell.Article with { Dateline = b.DatelinePartOf() },
            Times = [.. b.Times().Select(b.TimePartOf)],
            Places = [.. layers.Places.Concat(layers.Origin is { } origin ? [origin] : []).Select(b.PlacePartOf)],
            Statements = [.. layers.Statements.Select(b.StatementPartOf)],
            Events = [.. layers.Events.Select(b.EventPartOf)],
            Wording =
            [
                .. layers.Wording.Select(w => new WordingPart(
                    WordingKinds[(int)w.Kind],
                    b.Span(w.Span),
                    b.TextOf(w.Span),
                    w.By < 0 ? "outlet" : Id('s', w.By),
                    [b.PointsIn($"{w.Why}@{w.Span.Start}")]
                )),
            ],
        };
    }

    /// <summary>The article's own part, with what its layout says.</summary>
    internal static ArticlePart ArticlePartOf(Article article, Layout layout, string? outletCountry)
    {
        var points = new CodePoints(article.Text);
        CodeSpan Span(Span s) => new(points.FromUtf16(s.Start), points.FromUtf16(s.End));
        return new()
        {
            Title = article.Title ?? (layout.Headline is { } h ? h.Of(article.Text).ToString() : null),
            Url = article.Url,
            Author = article.Authors.Count > 0 ? article.Authors : null,
            Language = article.Language,
            Outlet =
                article.Outlet is null && article.OutletDomain is null ? null : new(article.Outlet, article.OutletDomain, outletCountry),
            Published = article.Published,
            Text = article.Text,
            TextHash = Sha256(article.Text),
            Headline = layout.Headline is { } title ? Span(title) : null,
            NotBody =
                layout.NotBody.Count == 0
                    ? null
                    : [.. layout.NotBody.Select(n => new NotBodyPart(Span(n.Span), NotBodyKinds[(int)n.Kind]))],
        };
    }

    /// <summary>SHA-256 of the text in UTF-8, lower-case hex.</summary>
    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    CodeSpan Span(Span s) => new(_points.FromUtf16(s.Start), _points.FromUtf16(s.End));

    CodeSpan Span((int First, int End) tokens) => Span(_d.SpanOf(tokens.First, tokens.End));

    CodeSpan[] Spans(List<Span> spans) => [.. spans.Select(Span)];

    string TextOf(Span s) => s.Of(_d.Text).ToString();

    static string Id(char kind, int index) => kind + (index + 1).ToString(CultureInfo.InvariantCulture);

    string[]? ActorIds(List<int> actors) => actors.Count == 0 ? null : [.. actors.Select(a => _actorIds[a])];

    static double Percent(int percent) => percent / 100.0;

    /// <summary>The times of the text, and behind them the day of the dateline.</summary>
    IEnumerable<TimeExpression> Times() =>
        _layers.Dateline is { Time.Length: > 0 } line
            ? _layers.Times.Append(new(line.Time, -1, -1, TimeKind.Date, line.Value))
            : _layers.Times;

    DatelinePart? DatelinePartOf()
    {
        var place = _layers.Origin is null ? null : Id('p', _layers.Places.Count);
        var time = _layers.Dateline is { Time.Length: > 0 } ? Id('t', _layers.Times.Count) : null;
        return place is null && time is null ? null : new(place, time);
    }

    RolePart? RoleOf(Actor a)
    {
        if (a.Title is null)
            return null;
        var check = a.OfficeInTables switch
        {
            OfficeCheck.Confirms => "confirms",
            OfficeCheck.Contradicts => "contradicts",
            _ => null,
        };
        return new(
            a.Title,
            a.TitleFromText ? "text" : "knowledge",
            a.TitleFromText && check is null ? null : Day(_d.Article.Published),
            check
        );
    }

    ActorPart[] ActorParts()
    {
        var mentions = new List<MentionPart>[_actorIds.Length];
        foreach (var m in _layers.Actors.Mentions)
        {
            var span = _d.SpanOf(m.First, m.End);
            (mentions[m.Actor] ??= []).Add(new(Span(span), TextOf(span), MentionKinds[(int)m.Kind]));
        }
        return
        [
            .. _layers.Actors.Actors.Select(
                (a, i) =>
                    new ActorPart
                    {
                        Id = _actorIds[i],
                        Name = a.Name,
                        Kind = ActorKinds[(int)a.Kind],
                        Country = a.Countries.Count > 0 ? a.Countries : null,
                        Sector = a.Sectors.Count > 0 ? a.Sectors : null,
                        Role = RoleOf(a),
                        MemberOf = ActorIds(a.MemberOf),
                        Kb = a.KnowledgeId,
                        Qid = a.WikidataId,
                        Confidence = Percent(a.Confidence),
                        Mentions = mentions[i] ?? [],
                    }
            ),
        ];
    }

    static string? Day(string? published) => published is { Length: >= 10 } ? published[..10] : published;

    TimePart TimePartOf(TimeExpression t, int i) =>
        new(Id('t', i), Span(t.Span), TextOf(t.Span), t.Kind.ToString().ToUpperInvariant(), t.Value, Precision(t));

    static string? Precision(TimeExpression t) =>
        t.Kind is not (TimeKind.Date or TimeKind.Time) || t.Value is not { Length: > 0 } v || !char.IsAsciiDigit(v[0]) ? null
        : v.Contains('T', StringComparison.Ordinal) ? "time"
        : v.Length == 10 && char.IsAsciiDigit(v[^1]) && !v.Contains('W', StringComparison.Ordinal) ? "day"
        : v.Contains('W', StringComparison.Ordinal) ? "week"
        : v.Length == 7 && char.IsAsciiDigit(v[^1]) && !v.Contains('Q', StringComparison.Ordinal) ? "month"
        : v.Contains('Q', StringComparison.Ordinal) ? "quarter"
        : v.Length == 3 ? "decade"
        : v.Length == 7 ? "season"
        : v.Length == 4 && char.IsAsciiDigit(v[0]) ? "year"
        : null;

    PlacePart PlacePartOf(Place p, int i) =>
        new()
        {
            Id = Id('p', i),
            Span = Span(p.Span),
            Text = TextOf(p.Span),
            Name = p.Name,
            Country = p.Country,
            Lat = p.Latitude,
            Lon = p.Longitude,
            GeoNameId = p.GeoNamesId,
            Precision = p.Precision,
            Alternatives =
                p.Alternatives.Count == 0
                    ? null
                    :
                    [
                        .. p
                            .Alternatives.Take(MostAlternatives)
                            .Select(o => new OtherPlacePart(o.Name, o.Country, o.Latitude, o.Longitude, o.GeoNamesId)),
                    ],
            AsActor = p.Actor >= 0 ? _actorIds[p.Actor] : null,
        };

    StatementPart StatementPartOf(Statement s, int i)
    {
        var content = Spans(s.Content);
        var named = s.Speakers.FindAll(a => _layers.Actors.Actors[a].UnnamedClass is null);
        var nameless = s.Speakers.Find(a => _layers.Actors.Actors[a].UnnamedClass is not null);
        var unnamed = s.Speakers.Count > named.Count ? _layers.Actors.Actors[nameless] : null;
        return new()
        {
            Id = Id('s', i),
            Key = Key("s" + string.Join(",", s.Content.Select(c => c.Start + "-" + c.End)) + s.Kind + s.Cue.First),
            Kind = Kinds[(int)s.Kind],
            Mode = Modes[(int)s.Mode],
            Source =
                s.SourceHead < 0 && s.Speakers.Count == 0
                    ? null
                    : new()
                    {
                        Spans = s.SourceHead >= 0 ? [Span(s.Source)] : null,
                        Actors = ActorIds(s.Speakers),
                        Relation = s.Speakers.Count > 1 ? "joint" : null,
                    },
            Unnamed = unnamed is null ? null : new(unnamed.UnnamedClass!, unnamed.Countries.Count > 0 ? unnamed.Countries[0] : null),
            Cue = new([Span(s.Cue)], s.CueLemma, CueActs[(int)s.Act], Commitments[(int)s.Commitment]),
            Content = new(content),
            About = ActorIds(s.About),
            Addressee =
                s.Addressee >= 0
                    ? new(Span(_d.Subtree(s.Addressee)), _layers.Actors.ActorAt(s.Addressee) is >= 0 and var to ? [_actorIds[to]] : null)
                    : null,
            Venue = s.Venue.End > s.Venue.First ? new(Span(s.Venue)) : null,
            Time = s.Time >= 0 ? Id('t', s.Time) : null,
            Negated = s.Negated,
            NestedIn = s.NestedIn >= 0 ? Id('s', s.NestedIn) : null,
            Answers = s.Answers.Count > 0 ? [.. s.Answers.Select(a => Id('s', a))] : null,
            Section = SectionOf(_d.TokenAt(s.Hull.Start)),
            Confidence = new(
                Percent(s.CueConfidence),
                Percent(s.ContentConfidence),
                s.Speakers.Count > 0 ? Percent(s.SourceConfidence * s.SpeakerConfidence / 100) : null
            ),
            Why = [.. s.Why.Select(PointsIn)],
        };
    }

    /// <summary>"rule@123" counts the characters in UTF-16; records count code points.</summary>
    string PointsIn(string why)
    {
        var at = why.LastIndexOf('@');
        return at >= 0 && int.TryParse(why.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? string.Concat(why.AsSpan(0, at + 1), _points.FromUtf16(offset).ToString(CultureInfo.InvariantCulture))
            : why;
    }

    string SectionOf(int token) =>
        token < _d.Tokens.Length ? Zones[(int)_d.Sentences[_d.Tokens[token].Sentence].Zone] : Zones[(int)Zone.Body];

    EventPart EventPartOf(Event e, int i)
    {
        var views = e.Views.ConvertAll(ViewPartOf);
        var denies = views.FindAll(v => v.Polarity == "-" || v.Stance == "denied").ConvertAll(v => v.Holder);
        var asserts = views.FindAll(v => v.Polarity == "+" && v.Stance != "denied").ConvertAll(v => v.Holder);
        var mode = e.Mode is not null && _plover.HasMode(e.Type, e.Mode) ? e.Mode : null;
        return new()
        {
            Id = Id('e', i),
            Key = Key("e" + e.AnchorSpan.Start + "-" + e.AnchorSpan.End + e.Base),
            Base = Types[(int)e.Base],
            BaseMode = e.BaseMode,
            Type = Types[(int)e.Type],
            Mode = mode,
            Quad = _plover.Quad(e.Type),
            Intensity = _plover.Intensity(e.Type, mode),
            Anchor = new(Span(e.AnchorSpan)),
            Actor = ActorIds(e.Actors),
            Recipient = ActorIds(e.Recipients),
            ActorSpans = e.ActorSpans.Count > 0 ? Spans(e.ActorSpans) : null,
            RecipientSpans = e.RecipientSpans.Count > 0 ? Spans(e.RecipientSpans) : null,
            Place = e.Place >= 0 ? Id('p', e.Place) : null,
            Time = e.Time >= 0 ? new(Id('t', e.Time), "stated") : null,
            Size = e.Size.Unit is null
                ? null
                : new()
                {
                    Value = e.Size.Value,
                    Unit = e.Size.Unit,
                    Span = Span(e.Size.Span),
                },
            Views = views,
            When = Whens[(int)e.When],
            Factuality = Factualities[(int)e.Factuality],
            AssertedBy = asserts.Count > 0 ? asserts : null,
            DeniedBy = denies.Count > 0 ? denies : null,
            Statement = e.Statement >= 0 ? Id('s', e.Statement) : null,
            Incident = e.Incident >= 0 ? Id('i', e.Incident) : null,
            Section = SectionOf(e.Anchor),
            Confidence = new(
                0.8,
                e.Actors.Count > 0 ? Percent(e.Actors.Min(a => _layers.Actors.Actors[a].Confidence)) : null,
                e.Recipients.Count > 0 ? Percent(e.Recipients.Min(a => _layers.Actors.Actors[a].Confidence)) : null,
                0.7
            ),
            Why = [.. e.Why.Select(PointsIn)],
        };
    }

    ViewPart ViewPartOf(View v) =>
        new()
        {
            Holder = v.Statement < 0 ? "outlet" : Id('s', v.Statement),
            Stance = Stances[(int)v.Stance],
            Polarity = v.Negative ? "-" : "+",
            Certainty = Certainties[(int)v.Certainty],
            Span = v.Span.IsEmpty ? null : Span(v.Span),
            Condition = v.Condition.IsEmpty ? null : new(Span(v.Condition)),
        };

    /// <summary>The first 16 hex digits of the hash of text hash and place: the same words in the same text keep their key.</summary>
    string Key(string place) => Sha256(_textHash + place)[..16];

    static string[] Lower<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];

    static string Kebab(string name) =>
        string.Concat(
            name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())
        );
}
