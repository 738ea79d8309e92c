using System.Buffers.Binary;
using OnRecord.Language;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class TreeModelTests
{
    static readonly ParserModel Parsers = new(ModelFile.Embedded("parser-accurate")!, ModelFile.Embedded("relations")!);
    static readonly TaggerModel Tags = new(ModelFile.Embedded("tagger")!);
    static readonly Lexicon Lexicon = new(ModelFile.Embedded("words")!);

    static readonly string[] Sentences =
    [
        "Ministers who had met the envoy in Oslo said on Friday , after a night of talks that ended without a paper , that they would "
            + "come back if the general , whose troops hold both bridges , let the convoy of the relief agency pass .",
        "She saw the man with the telescope and the woman from the harbour office near the boats they had sold .",
        "\" We will not sign , \" the mayor of the port told workers and owners of ships in the hall , \" and nobody will . \"",
        "Old men and women from the hills met the mayor .",
    ];

    /// <summary>Weights that are all alike.</summary>
    static TreeModel Flat(int parser, sbyte weight)
    {
        var bytes = new byte[8 + (1 << TreeModel.Bits)];
        "TRE1"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), parser);
        bytes.AsSpan(8).Fill((byte)weight);
        return new(ModelFile.OfCopy(bytes));
    }

    delegate void Look(in ParserFeatures.Input x, Beam beam);

    static void Read(string text, Look look)
    {
        WordFeatures[] words = [.. text.Split(' ').Select(w => WordFeatures.Of(w, false, Lexicon))];
        var tags = new int[words.Length];
        var passed = new int[words.Length + 1];
        Tagger.Tag(Tags, words, tags);
        ParserFeatures.Input.CountPassed(tags, Tags.Roles, passed);
        var x = new ParserFeatures.Input(words, tags, passed);
        var beam = new Beam(LanguageModel.BeamWidth, int.MaxValue / 2);
        BeamParser.Parse(Parsers, x, beam);
        look(x, beam);
    }

    [Fact]
    public void WordsWithTheSameKey_HaveTheSameFeatures()
    {
        var (same, different) = (0, 0);
        foreach (var text in Sentences)
            Read(
                text,
                (in ParserFeatures.Input x, Beam beam) =>
                {
                    var features = new TreeFeatures();
                    var seen = new Dictionary<(int, ulong), uint[]>();
                    for (var i = 0; i < beam.Count; i++)
                    {
                        var tree = beam.States[i].Nodes;
                        features.Start(x, tree);
                        for (var w = 0; w < x.Length; w++)
                        {
                            var found = features.Of(x, tree, w).ToArray();
                            if (seen.TryAdd((w, features.Key(tree, w)), found))
                            {
                                different += i > 0 ? 1 : 0;
                                continue;
                            }
                            Assert.Equal(seen[(w, features.Key(tree, w))], found);
                            same++;
                        }
                    }
                }
            );
        Assert.True(same > 100 && different > 20, $"{same} and {different}");
    }

    [Fact]
    public void NoWeights_TakesTheChoiceOfTheParser() =>
        Read(Sentences[0], (in ParserFeatures.Input x, Beam beam) => Assert.Same(beam.Best, Flat(1, 0).Best(x, beam, new())));

    [Fact]
    public void ScoreOfTheParserTurnedRound_TakesItsLastChoice() =>
        Read(
            Sentences[0],
            (in ParserFeatures.Input x, Beam beam) => Assert.Same(beam.States[beam.Count - 1], Flat(-1, 0).Best(x, beam, new()))
        );

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void WeightsAllAlike_TakeTheReadingOfMostOrFewestFeatures(sbyte weight)
    {
        var memo = new TreeMemo(); // the same for all sentences
        foreach (var text in Sentences)
            Read(
                text,
                (in ParserFeatures.Input x, Beam beam) =>
                {
                    var features = new TreeFeatures();
                    var counts = new int[beam.Count];
                    for (var i = 0; i < beam.Count; i++)
                    {
                        features.Start(x, beam.States[i].Nodes);
                        for (var w = 0; w < x.Length; w++)
                            counts[i] += weight * features.Of(x, beam.States[i].Nodes, w).Length;
                    }
                    Assert.Same(beam.States[Array.IndexOf(counts, counts.Max())], Flat(0, weight).Best(x, beam, memo));
                }
            );
    }

    [Fact]
    public void ShippedWeights_TieBothNounsOfAPairToTheirPreposition()
    {
        Read(
            Sentences[3],
            (in ParserFeatures.Input x, Beam beam) =>
            {
                var tree = new TreeModel(ModelFile.Embedded("trees")!).Best(x, beam, new()).Nodes;
                Assert.Equal((1, Deprel.Conj), (tree[3].Head, (Deprel)tree[3].Label)); // men and women
                Assert.Equal((7, Deprel.Nsubj), (tree[1].Head, (Deprel)tree[1].Label));
            }
        );
    }

    [Fact]
    public void FileOfAnotherKind_SaysWhatToDo()
    {
        var e = Assert.Throws<InvalidDataException>(() => new TreeModel(ModelFile.Embedded("parser-accurate")!));
        Assert.Contains("Train the models again", e.Message, StringComparison.Ordinal);
    }
}
