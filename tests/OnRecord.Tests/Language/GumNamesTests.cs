using OnRecord.Language;
using OnRecord.Training.Language;

namespace OnRecord.Tests.Language;

/// <summary>Names made of GUM's noun phrases.</summary>
public sealed class GumNamesTests
{
    /// <summary>Words as <c>form/XPOS/head</c> (0: the root) with <c>/Entity</c> where a phrase opens or ends.</summary>
    static string Names(string words)
    {
        var parts = words.Split(' ').Select(w => w.Split('/')).ToArray();
        var s = new TrainingSentence
        {
            Document = "d",
            Id = "s",
            Forms = [.. parts.Select(p => p[0])],
            Lemmas = [.. parts.Select(p => p[0])],
            Upos = new Upos[parts.Length],
            Xpos = [.. parts.Select(p => p[1])],
            Feats = [.. parts.Select(_ => "_")],
            Heads = [.. parts.Select(p => p[2] == "0" ? parts.Length : p[2][0] - '1')],
            Deprels = new Deprel[parts.Length],
            SpaceAfter = [.. parts.Select(_ => true)],
        };
        return string.Join(' ', GumNames.Tags(s, [.. parts.Select(p => p.Length > 3 ? "Entity=" + p[3] + "|MSeg=x" : "_")]));
    }

    [Fact]
    public void Title_IsLeftOut() =>
        Assert.Equal("O B-PER I-PER O", Names("President/NNP/3/(1-person-new-cf1 Anna/NNP/3 Vik/NNP/4/1) left/VBD/0"));

    [Fact]
    public void LongestName_WinsOverThoseInIt() =>
        Assert.Equal(
            "O B-ORG I-ORG I-ORG",
            Names("the/DT/2/(1-organization-new University/NNP/0 of/IN/4 Bergen/NNP/2/(2-place-new-sgl)1)")
        );

    [Fact]
    public void PhraseAroundACommonNoun_IsNone_ButAPlaceInItIs() =>
        Assert.Equal("O B-LOC O O", Names("the/DT/3/(1-person-new Norway/NNP/3/(2-place-new-sgl) coach/NN/0/1) left/VBD/3"));

    [Fact]
    public void People_AreNone() => Assert.Equal("O O", Names("Swedes/NNPS/2/(1-person-new-sgl) left/VBD/0"));

    [Fact]
    public void OtherKinds_AreNone() => Assert.Equal("O O", Names("Tuesday/NNP/2/(1-time-new-sgl) came/VBD/0"));
}
