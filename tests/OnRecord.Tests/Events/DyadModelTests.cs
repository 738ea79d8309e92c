using CsCheck;
using OnRecord.Events;
using OnRecord.Training.Events;
using Xunit;

namespace OnRecord.Tests.Events;

public class DyadModelTests
{
    static readonly Lazy<DyadCoder> Coder = new(() => DyadCoder.Load());

    static (string Root, int Quad) Code(string marked)
    {
        string Between(string mark) => marked.Split($"<{mark}>")[1].Split($"</{mark}>")[0];
        var sentence = marked.Replace("<s>", "").Replace("</s>", "").Replace("<t>", "").Replace("</t>", "");
        return Coder.Value.Code(sentence, marked, Between("s"), Between("t"));
    }

    [Theory]
    [InlineData("<s>Norway</s> has condemned <t>Denmark</t> over the closing of the strait.", "ACCUSE", 3)]
    [InlineData("<s>Gunmen</s> killed four <t>fishermen</t> on the coast on Monday.", "ASSAULT", 4)]
    [InlineData("<s>Norway</s> expelled three <t>Danish diplomats</t>.", "SANCTION", 4)]
    [InlineData("<s>The prime minister of Norway</s> met with <t>his Danish counterpart</t> in Oslo.", "CONSULT", 1)]
    [InlineData("<s>Norway</s> sent tents and food to <t>the flooded villages</t>.", "AID", 2)]
    [InlineData("<s>Police</s> arrested <t>twelve protesters</t> in the harbour.", "COERCE", 4)]
    [InlineData("<s>Norway</s> rejected <t>Denmark</t>'s proposal for a joint patrol.", "REJECT", 3)]
    public void Act_BetweenTwoParties_HasItsType(string marked, string root, int quad) => Assert.Equal((root, quad), Code(marked));

    [Fact]
    public void Sentence_WithoutMarks_IsCodedToo()
    {
        var (root, quad) = Coder.Value.Code("Norway condemned Denmark.", "", "Norway", "Denmark");
        Assert.Contains((root, quad), DyadModel.Roots);
    }

    [Fact]
    public void AnyWords_NeverThrow() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String)
            .Sample((sentence, marked, s, t) => Assert.InRange(Coder.Value.Code(sentence, marked, s, t).Quad, 1, 4), iter: 200);

    [Fact]
    public void Weights_Packed_ComeBackToWithinHalfAStep() =>
        Gen.Select(Gen.Int[0, DyadModel.Classes - 1], Gen.Int[-DyadModel.Most, DyadModel.Most])
            .Array[1, 20]
            .Sample(cells =>
            {
                var weights = new Dictionary<uint, float[]>();
                for (var i = 0; i < cells.Length; i++)
                {
                    var row = new float[DyadModel.Classes];
                    row[cells[i].Item1] = cells[i].Item2 * 0.5f;
                    weights[(uint)(i * 7919)] = row;
                }
                var sums = new int[DyadModel.Classes];
                foreach (var (c, w) in cells)
                    sums[c] += w;
                var best = DyadModel.Of(DyadModel.Pack(weights, 0.5f)).Best(weights.Keys);
                Assert.Equal(Array.IndexOf(sums, sums.Max()), best);
            });

    [Fact]
    public void File_OfAnotherVersion_SaysSo() =>
        Assert.Contains(
            "another version",
            Assert.Throws<InvalidOperationException>(() => DyadModel.Of([1, 0, 0, 0, 9])).Message,
            StringComparison.Ordinal
        );
}
