using OnRecord.Events;
using Xunit;

namespace OnRecord.Tests.Events;

public class PloverTests
{
    static readonly Plover Plover = Plover.Load();

    static EventType Derive(EventType act, Stance stance, bool negative = false, bool refused = false) =>
        Plover.Derive(act, null, new(-1, stance, negative, Certainty.Certain) { Refused = refused }).Type;

    [Theory]
    [InlineData(EventType.Consult, EventType.Agree)]
    [InlineData(EventType.Aid, EventType.Agree)]
    [InlineData(EventType.Support, EventType.Agree)]
    [InlineData(EventType.Retreat, EventType.Concede)]
    public void PlannedCooperation_IsAgreementOrConcession(EventType act, EventType expected) =>
        Assert.Equal(expected, Derive(act, Stance.Expected));

    [Theory]
    [InlineData(EventType.Assault)]
    [InlineData(EventType.Sanction)]
    [InlineData(EventType.Mobilize)]
    public void ThreatenedConflict_IsAThreat(EventType act) => Assert.Equal(EventType.Threaten, Derive(act, Stance.Threatened));

    [Theory]
    [InlineData(EventType.Consult, EventType.Reject)]
    [InlineData(EventType.Support, EventType.Reject)]
    [InlineData(EventType.Aid, EventType.Sanction)]
    [InlineData(EventType.Cooperate, EventType.Sanction)]
    public void RefusedCooperation_IsRejectionOrSanction(EventType act, EventType expected) =>
        Assert.Equal(expected, Derive(act, Stance.Asserted, negative: true, refused: true));

    [Fact]
    public void AssertedActs_KeepTheirType() => Assert.All(Enum.GetValues<EventType>(), t => Assert.Equal(t, Derive(t, Stance.Asserted)));

    [Fact]
    public void QuadClasses_FollowTheManual() =>
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4], Enum.GetValues<EventType>().Select(Plover.Quad));

    [Fact]
    public void Intensity_IsTheModesWhereItHasOne()
    {
        Assert.Equal(4, Plover.Intensity(EventType.Consult, "visit"));
        Assert.Equal(2.5, Plover.Intensity(EventType.Consult, null));
        Assert.Equal(-9, Plover.Intensity(EventType.Assault, "no such mode"));
    }

    [Fact]
    public void EveryActRow_HasAModeThatItsTypeHas()
    {
        var lexicon = ActLexicon.Load();
        foreach (var row in OnRecord.Knowledge.EmbeddedTable.Rows("acts"))
            if (row[4].Length > 0)
                Assert.True(Plover.HasMode(Enum.Parse<EventType>(row[3], true), row[4]), string.Join(' ', row));
        Assert.NotNull(lexicon.Verb("attack"));
    }
}
