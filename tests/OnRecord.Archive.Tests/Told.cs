using System.Security.Cryptography;
using System.Text;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive.Tests;

/// <summary>Records made by hand, so that what an archive does is tested apart from what a coder finds. Spans are given by their words.
/// </summary>
internal sealed class Told
{
    internal static readonly CoderPart Coder = CoderOf("1.0.0");

    readonly string _text;
    readonly string _id;
    readonly List<ActorPart> _actors = [];
    readonly List<StatementPart> _statements = [];
    readonly List<EventPart> _events = [];
    readonly List<PlacePart> _places = [];
    string? _title,
        _outlet,
        _published;

    internal Told(string id, string text) => (_id, _text) = (id, text);

    internal static CoderPart CoderOf(string version) =>
        new()
        {
            Version = version,
            Options = new("accurate", "all"),
            Models = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["words"] = "ab12" },
            Knowledge = "cd34",
        };

    internal Told By(string outlet, string? published = null, string? title = null)
    {
        (_outlet, _published, _title) = (outlet, published, title);
        return this;
    }

    internal Told Actor(string name, string kind = "person", string? country = null, string? kb = null, string? office = null)
    {
        _actors.Add(
            new()
            {
                Id = "a" + (_actors.Count + 1),
                Name = name,
                Kind = kind,
                Country = country is null ? null : [country],
                Kb = kb,
                Role = office is null ? null : new(office, "text"),
                Confidence = 0.9,
                Mentions = _text.Contains(name, StringComparison.Ordinal) ? [new(Span(name), name, "name")] : [],
            }
        );
        return this;
    }

    internal Told Place(string name, string country)
    {
        _places.Add(
            new()
            {
                Id = "p" + (_places.Count + 1),
                Span = Span(name),
                Text = name,
                Name = name,
                Country = country,
            }
        );
        return this;
    }

    internal Told Statement(
        string? speaker,
        string cue,
        string content,
        string act = "say",
        string section = "body",
        string? about = null,
        string? unnamed = null,
        string? answers = null
    )
    {
        var number = _statements.Count + 1;
        _statements.Add(
            new()
            {
                Id = "s" + number,
                Key = Key($"s{number}{content}"),
                Kind = "indirect",
                Mode = "speech",
                Source = speaker is null ? null : new() { Spans = [Span(speaker)], Actors = IdOf(speaker) is { } id ? [id] : null },
                Unnamed = unnamed is null ? null : new(unnamed, null),
                Cue = new([Span(cue)], cue, act, "neutral"),
                Content = new([Span(content)]),
                About = about is null ? null : [IdOf(about)!],
                Answers = answers is null ? null : [answers],
                Section = section,
                Confidence = new(0.9, 0.9, 0.9),
                Why = ["cue:" + cue],
            }
        );
        return this;
    }

    internal Told Event(
        string type,
        string anchor,
        string? actor = null,
        string? recipient = null,
        string factuality = "happened",
        string holder = "outlet",
        string stance = "asserted",
        string? place = null
    )
    {
        var number = _events.Count + 1;
        _events.Add(
            new()
            {
                Id = "e" + number,
                Key = Key($"e{number}{anchor}"),
                Base = type,
                Type = type,
                Quad = 4,
                Intensity = -5,
                Anchor = new(Span(anchor)),
                Actor = actor is null ? null : [IdOf(actor)!],
                Recipient = recipient is null ? null : [IdOf(recipient)!],
                ActorSpans = actor is null ? null : [SpanNear(actor, anchor)],
                RecipientSpans = recipient is null ? null : [SpanNear(recipient, anchor)],
                Place = place is null ? null : _places.Find(p => p.Name == place)!.Id,
                Views =
                [
                    new()
                    {
                        Holder = holder,
                        Stance = stance,
                        Polarity = stance == "denied" ? "-" : "+",
                        Certainty = "certain",
                    },
                ],
                When = "past",
                Factuality = factuality,
                AssertedBy = stance == "denied" ? null : [holder],
                DeniedBy = stance == "denied" ? [holder] : null,
                Section = "body",
                Confidence = new(0.8, 0.9, 0.9, 0.8),
            }
        );
        return this;
    }

    CodeSpan Span(string words)
    {
        var at = _text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words}' is not in the text");
        var points = new CodePoints(_text);
        return new(points.FromUtf16(at), points.FromUtf16(at + words.Length));
    }

    /// <summary>The words where they stand nearest to an anchor.</summary>
    CodeSpan SpanNear(string words, string anchor)
    {
        var (to, best) = (Span(anchor).Start, Span(words));
        var points = new CodePoints(_text);
        for (var at = 0; (at = _text.IndexOf(words, at, StringComparison.Ordinal)) >= 0; at++)
            if (Math.Abs(points.FromUtf16(at) - to) < Math.Abs(best.Start - to))
                best = new(points.FromUtf16(at), points.FromUtf16(at + words.Length));
        return best;
    }

    string? IdOf(string name) => _actors.Find(a => a.Name == name)?.Id;

    static string Key(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..16];

    /// <summary>As a reader gives it.</summary>
    internal Article Article =>
        new()
        {
            Id = _id,
            Text = _text,
            Title = _title,
            Outlet = _outlet,
            Published = _published,
        };

    internal ArticleRecord Record(CoderPart? coder = null) =>
        new()
        {
            Id = _id,
            Article = new()
            {
                Text = _text,
                TextHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text))),
                Title = _title,
                Outlet = _outlet is null ? null : new(_outlet),
                Published = _published,
            },
            Coder = coder ?? Coder,
            Actors = _actors,
            Places = _places,
            Statements = _statements,
            Events = _events,
        };

    internal PreparedArticle Prepared(CoderPart? coder = null) => PreparedArticle.Of(Article, Record(coder));

    /// <summary>A small archive's worth: two outlets on one quarrel, and something else.</summary>
    internal static IReadOnlyList<Told> Quarrel { get; } =
    [
        new Told(
            "post-1",
            "Minister Adela Brandt said that Norland would answer any raid. Envoy Tomas Rill denied that Sudland planned a raid on Norland. Officials hinted that talks go on."
        )
            .By("The Harbour Post", "2022-02-10", "Brandt warns Sudland")
            .Actor("Adela Brandt", country: "NOR", kb: "nor-brandt-adela", office: "Minister")
            .Actor("Tomas Rill", country: "SUD")
            .Actor("Norland", "country", "NOR", "NOR")
            .Actor("Sudland", "country", "SUD", "SUD")
            .Statement("Adela Brandt", "said", "that Norland would answer any raid", about: "Norland", section: "lede")
            .Statement("Tomas Rill", "denied", "that Sudland planned a raid on Norland", "deny", about: "Sudland", answers: "s1")
            .Statement("Officials", "hinted", "that talks go on", unnamed: "officials")
            .Event("ASSAULT", "raid on", "Sudland", "Norland", "denied", "s2", "denied"),
        new Told(
            "wire-2",
            "Sudland shelled a depot in Kestrel Bay on Tuesday. \"The depot is gone,\" General Adela Brandt said. Smith said nothing was left; Rill met Norland's envoy."
        )
            .By("Northern Wire", "2022-03-01", "Depot shelled")
            .Actor("Sudland", "country", "SUD", "SUD")
            .Actor("Adela Brandt", country: "NOR", kb: "nor-brandt-adela", office: "General")
            .Actor("Smith")
            .Actor("Norland", "country", "NOR", "NOR")
            .Place("Kestrel Bay", "NOR")
            .Statement("Adela Brandt", "said", "\"The depot is gone,\"")
            .Statement("Smith", "said", "nothing was left", "claim")
            .Event("ASSAULT", "shelled", "Sudland", null, place: "Kestrel Bay")
            .Event("CONSULT", "met", null, "Norland"),
        new Told("desk-3", "A bakery in the old town opens again. Smith, who bakes, says the oven is new. 🥐 Café Übermut is next door.")
            .By("The Harbour Post", null, "Bakery opens")
            .Actor("Smith")
            .Statement("Smith", "says", "the oven is new", section: "headline"),
    ];
}
