using OnRecord.Record;

namespace OnRecord.Archive.Tests.Records;

public sealed class RecordCheckTests
{
    static readonly ArticleRecord Whole = Told.Quarrel[0].Record();

    [Fact]
    public void SoundRecord_HasNoFault()
    {
        foreach (var told in Told.Quarrel)
            Assert.Empty(RecordCheck.Of(told.Record()));
        for (var i = 0; i < 20; i++)
            Assert.Empty(RecordCheck.Of(Invented.Told(i).Record()));
    }

    [Fact]
    public void RealRecord_HasNoFault()
    {
        var record = Coder
            .Load()
            .Code(
                new()
                {
                    Text = "🥐 President Vladimir Putin said on Monday that \"Russia will answer\" in Kyiv. Ukraine allegedly denied it.",
                }
            );
        Assert.NotEmpty(record.Statements);
        Assert.Empty(RecordCheck.Of(record));
    }

    static StatementPart First => Whole.Statements[0];

    static EventPart Event => Whole.Events[0];

    static ArticleRecord With(StatementPart s) => Whole with { Statements = [s, .. Whole.Statements.Skip(1)] };

    static ArticleRecord With(EventPart e) => Whole with { Events = [e] };

    static readonly Dictionary<string, (ArticleRecord Record, string Fault)> Faulty = new(StringComparer.Ordinal)
    {
        ["text hash"] = (Whole with { Article = Whole.Article with { TextHash = new string('0', 64) } }, "hash"),
        ["headline beyond the text"] = (Whole with { Article = Whole.Article with { Headline = new(0, 9999) } }, "headline"),
        ["not body beyond the text"] = (Whole with { Article = Whole.Article with { NotBody = [new(new(-1, 4), "byline")] } }, "notBody"),
        ["not coded beyond the text"] = (Whole with { NotCoded = [new(new(5, 4), "language", "x")] }, "notCoded"),
        ["words of a mention"] = (
            Whole with
            {
                Actors = [Whole.Actors[0] with { Mentions = [new(new(0, 8), "Monister", "name")] }, .. Whole.Actors.Skip(1)],
            },
            "other words"
        ),
        ["words of a place"] = (
            Whole with
            {
                Places =
                [
                    new()
                    {
                        Id = "p1",
                        Span = new(0, 3),
                        Text = "Kyiv",
                        Name = "Kyiv",
                    },
                ],
            },
            "other words"
        ),
        ["content beyond the text"] = (With(First with { Content = new([new(0, 5000)]) }), "not in the text"),
        ["cue turned round"] = (With(First with { Cue = new([new(9, 4)], "said", "say", "neutral") }), "not in the text"),
        ["speaker that is not"] = (
            With(
                First with
                {
                    Source = new() { Spans = [new(0, 3)], Actors = ["a99"] },
                }
            ),
            "a99"
        ),
        ["about one that is not"] = (With(First with { About = ["a98"] }), "a98"),
        ["answer to none"] = (With(First with { Answers = ["s77"] }), "s77"),
        ["nested in none"] = (With(First with { NestedIn = "s76" }), "s76"),
        ["anchor beyond the text"] = (With(Event with { Anchor = new(new(0, 6000)) }), "not in the text"),
        ["actor that is not"] = (With(Event with { Actor = ["a97"] }), "a97"),
        ["place that is not"] = (With(Event with { Place = "p96" }), "p96"),
        ["holder that is not"] = (With(Event with { Views = [Event.Views[0] with { Holder = "s95" }] }), "s95"),
        ["span of a view"] = (With(Event with { Views = [Event.Views[0] with { Span = new(7000, 7001) }] }), "not in the text"),
    };

    public static TheoryData<string> Names => [.. Faulty.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fault_IsNamed(string name)
    {
        var (record, fault) = Faulty[name];
        Assert.Contains(fault, Assert.Single(RecordCheck.Of(record)), StringComparison.Ordinal);
    }
}
