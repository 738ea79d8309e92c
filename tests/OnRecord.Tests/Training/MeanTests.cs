using OnRecord.Language;
using OnRecord.Training.Language;
using Xunit;

namespace OnRecord.Tests.Training;

public sealed class MeanTests
{
    static ActionTrainer Actions(int action, params uint[] features)
    {
        var t = new ActionTrainer(4);
        t.Add(features, action, 8);
        return t;
    }

    static int[] Scores(ActionTrainer t, uint feature)
    {
        var scores = new int[3];
        t.Score([feature], scores);
        return scores;
    }

    [Fact]
    public void MeanOfActions_IsHalfOfWhatOneOfTwoLearned()
    {
        // The only correction came at step 1, before any average: a weight of 8 less 8 x 1 / 1 is nothing, so each takes a step more.
        var (a, b) = (Actions(ParserState.Left, 7), Actions(ParserState.Right, 9));
        for (var i = 0; i < 3; i++)
        {
            a.Tick();
            b.Tick();
        }
        var mean = ActionTrainer.Mean([a, b], 1);
        Assert.Equal([0, 3, 0], Scores(mean, 7)); // (8 - 8 x 1 / 4) / 2
        Assert.Equal([0, 0, 3], Scores(mean, 9));
    }

    [Fact]
    public void MeanOfManyActions_KeepsEachFeature()
    {
        // More features than the table has room for at first: it grows while the mean is made.
        var a = Actions(ParserState.Left, [.. Enumerable.Range(1, 300_000).Select(i => (uint)i * 2654435761)]);
        a.Tick();
        var mean = ActionTrainer.Mean([a, a], 1);
        for (var i = 1; i <= 300_000; i++)
            Assert.Equal(4, Scores(mean, (uint)i * 2654435761)[ParserState.Left]);
    }

    [Fact]
    public void CopyOfActions_LearnsOnItsOwn()
    {
        var a = Actions(ParserState.Left, 7);
        var copy = a.Copy();
        copy.Add([7], ParserState.Left, 1);
        Assert.Equal(8, Scores(a, 7)[ParserState.Left]);
        Assert.Equal(9, Scores(copy, 7)[ParserState.Left]);
    }

    [Fact]
    public void MeanOfLabels_IsWrittenInTheSameUnitsAsItsParts()
    {
        static SparseTrainer Learn()
        {
            var t = new SparseTrainer(5);
            t.Update([11], 2, 4);
            t.Update([11], 2, 3);
            for (var i = 0; i < 9; i++)
                t.Tick();
            return t;
        }
        static byte[] Bytes(SparseTrainer t)
        {
            var bytes = new MemoryStream();
            t.Write(new BinaryWriter(bytes), 0.2, 0.1, _ => { });
            return bytes.ToArray();
        }
        Assert.Equal(Bytes(Learn()), Bytes(SparseTrainer.Mean([Learn(), Learn()])));
    }

    [Fact]
    public void WeightsWritten_ScoreAsTheyWereLearned()
    {
        var a = Actions(ParserState.Right, [.. Enumerable.Range(1, 2_000).Select(i => (uint)i * 2654435761)]);
        a.Tick(); // the average is 4
        var bytes = new MemoryStream();
        a.Write(new BinaryWriter(bytes), 0.5, 3_001, false, _ => { });
        var weights = new ActionWeights(ModelFile.OfCopy(bytes.ToArray()));
        var right = 0;
        for (var i = 1; i <= 2_000; i++)
            right += Score(weights, (uint)i * 2654435761) is (0, 0, 8) ? 1 : 0;
        Assert.InRange(right, 1_980, 2_000); // two features of a bucket may have the same check
    }

    static unsafe (int, int, int) Score(ActionWeights weights, uint feature)
    {
        var scores = stackalloc int[4];
        weights.Score([feature], scores);
        return (scores[0], scores[1], scores[2]);
    }
}
