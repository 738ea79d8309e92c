using OnRecord.Language;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class BeamParserTests
{
    static readonly ParserModel Weights = new(ModelFile.Embedded("parser-accurate")!, ModelFile.Embedded("relations")!);
    static readonly TaggerModel Tags = new(ModelFile.Embedded("tagger")!);
    static readonly Lexicon Lexicon = new(ModelFile.Embedded("words")!);

    const string Long =
        "Ministers who had met the envoy in Oslo said on Friday , after a night of talks that ended without a paper , that they would "
        + "come back if the general , whose troops hold both bridges , let the convoy of the relief agency pass .";

    delegate ParserState Parse(in ParserFeatures.Input x);

    static string Tree(string text, Parse parse)
    {
        WordFeatures[] words = [.. text.Split(' ').Select(w => WordFeatures.Of(w, false, Lexicon))];
        var tags = new int[words.Length];
        var passed = new int[words.Length + 1];
        Tagger.Tag(Tags, words, tags);
        ParserFeatures.Input.CountPassed(tags, Tags.Roles, passed);
        var s = parse(new(words, tags, passed));
        return string.Join(' ', s.Nodes.Take(words.Length).Select(n => $"{n.Head}/{n.Label}"));
    }

    static string ByBeam(string text, Beam beam) => Tree(text, (in ParserFeatures.Input x) => BeamParser.Parse(Weights, x, beam));

    static string Greedily(string text) =>
        Tree(
            text,
            (in ParserFeatures.Input x) =>
            {
                var s = new ParserState();
                Parser.Parse(Weights, x, s);
                return s;
            }
        );

    [Fact]
    public void BeamOfOne_ParsesAsTheGreedyParserDoes() => Assert.Equal(Greedily(Long), ByBeam(Long, new(1, int.MaxValue / 2)));

    [Fact]
    public void NoMargin_ParsesAsTheGreedyParserDoes() => Assert.Equal(Greedily(Long), ByBeam(Long, new(8, 0)));

    [Fact]
    public void BeamUsedBefore_ParsesAsAFreshOne()
    {
        var beam = new Beam(8, int.MaxValue / 2);
        var expected = ByBeam(Long, new(8, int.MaxValue / 2));
        ByBeam("Rebels attacked the convoy , and the army of the north did nothing .", beam);
        Assert.Equal(expected, ByBeam(Long, beam));
        Assert.Equal(expected, ByBeam(Long, beam));
    }

    [Fact]
    public void WidthTwo_KeepsTheTwoBestOfAllCandidates()
    {
        var beam = new Beam(2, 100);
        beam.Start(3);
        beam.Candidates.AddRange([new(5, 0, ParserState.Shift), new(9, 0, ParserState.Left), new(9, 0, ParserState.Right)]);
        beam.Keep();
        Assert.Equal([ParserState.Left, ParserState.Right], beam.Actions.Take(beam.Count)); // of equals the first stays first
    }

    [Fact]
    public void CandidateBeyondTheMargin_IsDropped()
    {
        var beam = new Beam(8, 3);
        beam.Start(3);
        beam.Candidates.AddRange([new(5, 0, ParserState.Shift), new(9, 0, ParserState.Left), new(6, 0, ParserState.Right)]);
        beam.Keep();
        Assert.Equal([9, 6], beam.Scores.Take(beam.Count));
    }
}
