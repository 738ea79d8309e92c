using CsCheck;
using OnRecord.Statements;
using Xunit;

namespace OnRecord.Tests.Statements;

public class StatementModelTests
{
    static readonly Gen<(uint Feature, short Weight)[]> Weights = Gen.Select(Gen.UInt, Gen.Short.Where(w => w != 0))
        .Array[0, 2000]
        .Select(all => all.DistinctBy(x => x.Item1).ToArray());

    [Fact]
    public void PackedWeights_AreFoundAgain() =>
        Weights.Sample(weights =>
        {
            // features are told apart by the upper half of their hash within a run of entries
            var told = weights.DistinctBy(w => w.Feature >> 16).ToArray();
            var model = StatementModel.Of(StatementModel.Pack(told));
            foreach (var (feature, weight) in told)
                Assert.Equal(weight, model.Score([feature]));
        });

    [Fact]
    public void SumOfFeatures_IsTheSumOfTheirWeights()
    {
        var model = StatementModel.Of(StatementModel.Pack([(7, 100), (7 + StatementModel.Slots, -30), (9, 5)]));
        Assert.Equal(75, model.Score([7, 7 + StatementModel.Slots, 9, 1234567]));
    }

    [Fact]
    public void MoreFeaturesThanTheTableHolds_IsRefused()
    {
        var many = Enumerable.Range(0, StatementModel.Slots).Select(i => ((uint)i, (short)1)).ToList();
        Assert.Throws<ArgumentException>(() => StatementModel.Pack(many));
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(256, 73)]
    [InlineData(-256, 27)]
    [InlineData(100_000, 99)]
    [InlineData(-100_000, 1)]
    public void Confidence_IsTheLogisticOfTheScore(int score, int percent) => Assert.Equal(percent, Confidence.OfScore(score));

    [Fact]
    public void Confidence_GrowsWithTheScore()
    {
        var before = 0;
        for (var score = -2000; score <= 2000; score++)
        {
            var now = Confidence.OfScore(score);
            Assert.True(now >= before, $"{now} after {before} at {score}");
            before = now;
        }
    }
}
