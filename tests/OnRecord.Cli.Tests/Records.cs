using OnRecord.Record;

namespace OnRecord.Cli.Tests;

/// <summary>Records built by hand.</summary>
internal static class Records
{
    /// <summary>Two leaders, a visit that one announces, the other denies, and debris.</summary>
    internal static ArticleRecord Visit { get; } = Build();

    static ArticleRecord Build()
    {
        const string Text =
            "France Threatens to Bar Envoy\n\n"
            + "France will send an envoy to Mali next week, President Anne Dubois said on Monday. \uD83D\uDE00 "
            + "“There is no such visit,” a Malian official said in Bamako.\nShare this\n";
        CodeSpan At(string words)
        {
            var utf16 = Text.IndexOf(words, StringComparison.Ordinal);
            Assert.True(utf16 >= 0, words);
            var points = new OnRecord.Text.CodePoints(Text);
            return new(points.FromUtf16(utf16), points.FromUtf16(utf16 + words.Length));
        }
        EventConfidencePart sure = new(0.9, 0.9, null, 0.8);
        return new ArticleRecord
        {
            Id = "visit",
            Article = new()
            {
                Text = Text,
                TextHash = "0",
                Outlet = new("The Example"),
                Published = "2024-03-14",
                Headline = At("France Threatens to Bar Envoy"),
                NotBody = [new(At("Share this"), "share")],
            },
            Coder = new()
            {
                Version = "0",
                Options = new("accurate", "all"),
                Models = new Dictionary<string, string>(),
                Knowledge = "",
            },
            NotCoded = [new(null, "events", "an example of a reason")],
            Actors =
            [
                Actor("a1", "France", "country", "FRA", null),
                Actor("a2", "Mali", "country", "MLI", null),
                Actor("a3", "Anne Dubois", "person", "FRA", new("President", "text")),
                Actor("a4", "a Malian official", "unnamed", "MLI", null),
            ],
            Times =
            [
                new("t1", At("Monday"), "Monday", "DATE", "2024-03-11", "day"),
                new("t2", At("next week"), "next week", "DATE", null, null),
            ],
            Places =
            [
                new()
                {
                    Id = "p1",
                    Span = At("Bamako"),
                    Text = "Bamako",
                    Name = "Bamako",
                    Country = "MLI",
                    Lat = 12.65,
                    Lon = -8,
                },
            ],
            Statements =
            [
                new()
                {
                    Id = "s1",
                    Key = "k",
                    Kind = "indirect",
                    Mode = "speech",
                    Source = new() { Spans = [At("President Anne Dubois")], Actors = ["a3"] },
                    Cue = new([At("said on")], "say", "say", "neutral"),
                    Content = new([At("France will send an envoy to Mali next week")]),
                    Time = "t1",
                    Section = "lede",
                    Confidence = new(0.9, 0.9, 0.9),
                },
                new()
                {
                    Id = "s2",
                    Key = "k",
                    Kind = "direct",
                    Mode = "speech",
                    Source = new() { Spans = [At("a Malian official")], Actors = ["a4"] },
                    Unnamed = new("officials", "MLI"),
                    Cue = new([At("said in")], "say", "deny", "neutral"),
                    Content = new([At("“There is no such visit,”")]),
                    Answers = ["s1"],
                    Section = "lede",
                    Confidence = new(0.9, 0.9, 0.9),
                },
            ],
            Events =
            [
                new()
                {
                    Id = "e1",
                    Key = "k",
                    Base = "COERCE",
                    BaseMode = "restrict",
                    Type = "THREATEN",
                    Mode = "restrict",
                    Quad = 3,
                    Intensity = -3,
                    Anchor = new(At("Threatens to Bar")),
                    Actor = ["a1"],
                    ActorSpans = [At("France")],
                    Views =
                    [
                        new()
                        {
                            Holder = "outlet",
                            Stance = "threatened",
                            Polarity = "+",
                            Certainty = "certain",
                        },
                    ],
                    When = "future",
                    Factuality = "threatened",
                    AssertedBy = ["outlet"],
                    Incident = "i1",
                    Section = "headline",
                    Confidence = sure,
                },
                new()
                {
                    Id = "e2",
                    Key = "k",
                    Base = "CONSULT",
                    BaseMode = "visit",
                    Type = "AGREE",
                    Quad = 1,
                    Intensity = 2.5,
                    Anchor = new(At("send an envoy")),
                    Actor = ["a1"],
                    Recipient = ["a2"],
                    ActorSpans = [At("France will") with { End = At("France will").Start + 6 }],
                    RecipientSpans = [At("Mali next") with { End = At("Mali next").Start + 4 }],
                    Place = "p1",
                    Time = new("t1", "stated"),
                    Views =
                    [
                        new()
                        {
                            Holder = "s1",
                            Stance = "promised",
                            Polarity = "+",
                            Certainty = "certain",
                        },
                        new()
                        {
                            Holder = "s2",
                            Stance = "denied",
                            Polarity = "-",
                            Certainty = "certain",
                            Span = At("no such visit"),
                        },
                    ],
                    When = "future",
                    Factuality = "denied",
                    AssertedBy = ["s1"],
                    DeniedBy = ["s2"],
                    Incident = "i1",
                    Section = "lede",
                    Confidence = sure,
                },
            ],
        };
    }

    static ActorPart Actor(string id, string name, string kind, string country, RolePart? role) =>
        new()
        {
            Id = id,
            Name = name,
            Kind = kind,
            Country = [country],
            Sector = ["GOV"],
            Role = role,
            Confidence = 0.9,
            Mentions = [],
        };
}
