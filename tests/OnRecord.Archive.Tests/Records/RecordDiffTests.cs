using OnRecord.Record;

namespace OnRecord.Archive.Tests.Records;

public sealed class RecordDiffTests
{
    const string Text = "Brandt said that talks go on. Rill denied that. Norland shelled Sudland.";

    static Told Base() =>
        new Told("d", Text)
            .Actor("Brandt")
            .Actor("Rill")
            .Actor("Norland", "country")
            .Actor("Sudland", "country")
            .Statement("Brandt", "said", "that talks go on")
            .Statement("Rill", "denied", "that.", "deny")
            .Event("ASSAULT", "shelled", "Norland", "Sudland");

    static List<RecordChange> Diff(ArticleRecord before, ArticleRecord after) => [.. RecordDiff.Of(before, after)];

    [Fact]
    public void Same_HasNoDifference() => Assert.Empty(Diff(Base().Record(), Base().Record(Told.CoderOf("2.0.0"))));

    [Fact]
    public void Added_And_Lost_AreEachOthersReverse()
    {
        var (less, more) = (Base().Record(), Base().Statement("Brandt", "said", "go on").Record());
        var added = Assert.Single(Diff(less, more));
        var lost = Assert.Single(Diff(more, less));
        Assert.Equal(("added", "statement", "go on"), (added.Change, added.Part, added.Text));
        Assert.Equal(("lost", "statement", "go on"), (lost.Change, lost.Part, lost.Text));
        Assert.Equal((added.Key, added.After), (lost.Key, lost.Before));
        Assert.Null(added.Before);
    }

    [Fact]
    public void Changed_NamesTheFields()
    {
        var before = Base().Record();
        var after = before with { Events = [before.Events[0] with { Factuality = "planned", Type = "THREATEN" }] };
        var change = Assert.Single(Diff(before, after));
        Assert.Equal(("changed", "event", "shelled"), (change.Change, change.Part, change.Text));
        Assert.Equal(["factuality", "type"], change.Fields.Order(StringComparer.Ordinal));
    }

    /// <summary>Ids are numbered anew in each record; who is meant is what counts.</summary>
    [Fact]
    public void OtherNumbers_OfTheSameActors_AreNoDifference()
    {
        var before = Base().Record();
        string? New(string? id) => id?.Replace('a', 'b');
        var after = before with
        {
            Actors = [.. before.Actors.Select(a => a with { Id = New(a.Id)! })],
            Statements =
            [
                .. before.Statements.Select(s =>
                    s with
                    {
                        Source = s.Source! with { Actors = [.. s.Source.Actors!.Select(a => New(a)!)] },
                    }
                ),
            ],
            Events = [.. before.Events.Select(e => e with { Actor = ["b3"], Recipient = ["b4"] })],
        };
        Assert.Empty(Diff(before, after));
    }

    [Fact]
    public void AnotherSpeaker_IsADifference()
    {
        var before = Base().Record();
        var after = before with
        {
            Statements =
            [
                before.Statements[0] with
                {
                    Source = before.Statements[0].Source! with { Actors = ["a2"] },
                },
                before.Statements[1],
            ],
        };
        Assert.Equal(["source"], Assert.Single(Diff(before, after)).Fields);
    }

    [Fact]
    public void Confidence_And_Why_AreNoDifference()
    {
        var before = Base().Record();
        var after = before with
        {
            Statements = [.. before.Statements.Select(s => s with { Confidence = new(0.1, 0.1, 0.1), Why = ["another rule"] })],
        };
        Assert.Empty(Diff(before, after));
    }

    [Fact]
    public void AnotherText_IsToldOnce_NotComparedPartByPart()
    {
        var change = Assert.Single(Diff(Base().Record(), new Told("d", "Something else.").Record()));
        Assert.Equal(("text-changed", "article"), (change.Change, change.Part));
    }

    [Fact]
    public void SameKeyTwice_IsComparedOnce()
    {
        var record = Base().Record();
        var twice = record with { Statements = [.. record.Statements, record.Statements[0]] };
        Assert.Empty(Diff(record, twice));
        Assert.Empty(Diff(twice, record));
    }
}
