using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Training.Language;

namespace OnRecord.Tests.Language;

/// <summary>What mends the names of raw news before the finder learns from them.</summary>
public sealed class SilverRulesTests
{
    static readonly KnowledgeBase Knowledge = KnowledgeBase.Load();
    static readonly SilverRules Rules = new(Knowledge.Words("organisation-end"), [Upos.X, Upos.Propn]);

    /// <summary>Words with what a model took them for: "Oslo/B-LOC". All with a capital count as proper nouns, "*" before a word: not
    /// this one.</summary>
    static TrainingSentence Sentence(string words)
    {
        var parts = words.Split(' ');
        var forms = parts.Select(p => p.Split('/')[0].TrimStart('*')).ToArray();
        var s = new TrainingSentence
        {
            Document = "d",
            Id = "s",
            Forms = forms,
            Lemmas = forms,
            Upos = new Upos[forms.Length],
            Xpos = [.. forms.Select(_ => "")],
            Feats = [.. parts.Select(_ => "_")],
            Heads = new int[forms.Length],
            Deprels = new Deprel[forms.Length],
            SpaceAfter = [.. forms.Select(_ => true)],
            Names = [.. parts.Select(p => p.Contains('/', StringComparison.Ordinal) ? p.Split('/')[1] : "O")],
            PredictedTags = [.. parts.Select(p => char.IsUpper(p[0]) ? 1 : 0)],
        };
        s.Hint(new(Knowledge));
        return s;
    }

    static string Mended(string words)
    {
        var s = Sentence(words);
        Rules.Mend(s);
        return string.Join(' ', s.Forms.Select((f, i) => s.Names![i] == "O" ? f : f + "/" + s.Names[i]));
    }

    [Theory]
    [InlineData("House/B-PER Speaker/I-PER Paul/I-PER Lund/I-PER spoke", "House/B-ORG Speaker Paul/B-PER Lund/I-PER spoke")]
    [InlineData(
        "Norway/B-LOC Foreign/I-LOC Minister/I-LOC Anna/I-LOC Vik/I-LOC left",
        "Norway/B-LOC Foreign Minister Anna/B-PER Vik/I-PER left"
    )]
    [InlineData("Norway/B-LOC Prime/I-LOC Minister/I-LOC left", "Norway/B-LOC Prime Minister left")]
    public void Titles_AreNoPartOfNames(string words, string mended) => Assert.Equal(mended, Mended(words));

    [Theory]
    [InlineData("the Upland/B-LOC Water Council met", "the Upland/B-ORG Water/I-ORG Council/I-ORG met")]
    [InlineData("the Department of Roads met", "the Department/B-ORG of/I-ORG Roads/I-ORG met")]
    [InlineData("*The Water Council met", "The Water/B-ORG Council/I-ORG met")]
    [InlineData("the State of the Union", "the State of the Union")]
    public void LastOrFirstWord_TellsABody(string words, string mended) => Assert.Equal(mended, Mended(words));

    [Theory]
    [InlineData("in Norway/B-ORG today", "in Norway/B-LOC today")]
    [InlineData("the White/B-LOC House/I-LOC said", "the White/B-ORG House/I-ORG said")]
    [InlineData("on Capitol Hill today", "on Capitol/B-LOC Hill/I-LOC today")]
    [InlineData("the Norwegian/B-LOC coast", "the Norwegian coast")]
    [InlineData("the *European Union voted", "the European/B-ORG Union/I-ORG voted")]
    [InlineData("the Taliban/B-PER said", "the Taliban/B-ORG said")]
    [InlineData("a Norway House Trust", "a Norway House Trust")]
    public void Tables_TellWhatHasOneMeaning(string words, string mended) => Assert.Equal(mended, Mended(words));

    [Fact]
    public void AbbreviatedTitle_TellsAPerson() => Assert.Equal("Sen. Lake/B-PER spoke", Mended("Sen. Lake/B-LOC spoke"));

    [Theory]
    [InlineData("House members and Samsung/B-PER", "House/B-ORG members and Samsung/B-ORG")]
    [InlineData("*Shell games", "Shell games")]
    public void WellKnownBodies_AreTold(string words, string mended) => Assert.Equal(mended, Mended(words));

    [Theory]
    [InlineData("under Obamacare/B-PER now", "under Obamacare now")]
    [InlineData("the Clean/B-ORG Rivers/I-ORG Act/I-ORG passed", "the Clean Rivers Act passed")]
    [InlineData("Hurricane Olga/B-PER came", "Hurricane Olga came")]
    public void LawsProgrammesAndStorms_AreNoNames(string words, string mended) => Assert.Equal(mended, Mended(words));

    [Fact]
    public void TitleCase_ProvesNothing()
    {
        var s = Sentence("Water Council Met").With(["Water", "Council", "Met"], 3, true);
        s.Hint(new(Knowledge));
        Rules.Mend(s);
        Assert.All(s.Names!, n => Assert.Equal("O", n));
    }

    [Fact]
    public void NameThatIsCut_LosesItsRest()
    {
        var s = Sentence("Anna/B-PER Vik/I-PER Lund/I-PER");
        s.SetName(0, 1, NameKind.Location);
        Assert.Equal(["B-LOC", "O", "O"], s.Names!);
    }
}
