using CsCheck;
using OnRecord.Language;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class LanguageModelTests
{
    static readonly LanguageModel Model = LanguageModel.Load();

    static Document Read(string text) => Model.Read(new Article { Text = text, NotBody = [] });

    static string Words(Document d, Func<Token, string> column) => string.Join(' ', d.Tokens.Select(column));

    [Fact]
    public void PlainSentence_IsTagged() =>
        Assert.Equal("DET NOUN VERB DET NOUN ADP PROPN PUNCT", Words(Read("The minister signed the treaty in Oslo."), t => t.Upos.Name()));

    [Fact]
    public void InflectedWords_GetTheirDictionaryForm() =>
        Assert.Equal(
            "the child say they have be watch the wolf .",
            Words(Read("The children said they had been watching the wolves."), t => t.Lemma)
        );

    [Theory]
    [InlineData("shouted", "shout")]
    [InlineData("touted", "tout")]
    [InlineData("rebuked", "rebuke")]
    [InlineData("underscored", "underscore")]
    public void VerbTheCorporaDoNotHave_GetsAFormThatIsWritten(string form, string lemma) =>
        Assert.Contains(Read($"The mayor {form} the plan.").Tokens, t => t.Lemma == lemma);

    [Fact]
    public void ProperNoun_KeepsItsCase() => Assert.Contains(Read("They met in Geneva on Monday.").Tokens, t => t.Lemma == "Geneva");

    [Fact]
    public void SubjectAndObject_HangOnTheVerb()
    {
        var d = Read("Rebels attacked the convoy.");
        Assert.Equal(-1, d.Tokens[1].Head);
        Assert.Equal((1, Deprel.Nsubj), (d.Tokens[0].Head, d.Tokens[0].Deprel));
        Assert.Equal((1, Deprel.Obj), (d.Tokens[3].Head, d.Tokens[3].Deprel));
    }

    [Fact]
    public void Passive_HasPassiveSubjectAndAgent()
    {
        var d = Read("The convoy was attacked by rebels.");
        Assert.Equal(Deprel.NsubjPass, d.Tokens[1].Deprel);
        Assert.Contains(d.Tokens, t => t.Deprel == Deprel.OblAgent);
    }

    [Fact]
    public void ReportedSpeech_IsAClausalComplement()
    {
        var d = Read("Officials said that the talks had failed.");
        Assert.Contains(d.Tokens, t => t.Deprel == Deprel.Ccomp && t.Lemma == "fail");
    }

    [Fact]
    public void HeadlineInTitleCase_KeepsItsVerb()
    {
        var d = Model.Read(
            new Article
            {
                Title = "Norway Warns Neighbours Not to Close Their Ports",
                Text = "Norway Warns Neighbours Not to Close Their Ports\nOSLO - The government warned its neighbours on Monday.",
            }
        );
        Assert.True(d.Sentences[0].IsTitleCase);
        Assert.Equal(Zone.Headline, d.Sentences[0].Zone);
        Assert.Equal((Upos.Verb, "warn", -1), (d.Tokens[1].Upos, d.Tokens[1].Lemma, d.Tokens[1].Head));
    }

    [Fact]
    public void Names_AreFound()
    {
        var d = Read("President Anna Lindqvist met officials of the World Bank in Paris.");
        var names = d.Names.Select(n => (d.SpanOf(n.First, n.End).Of(d.Text).ToString(), n.Kind)).ToList();
        Assert.Contains(("Anna Lindqvist", NameKind.Person), names);
        Assert.Contains(("Paris", NameKind.Location), names);
    }

    static List<(string, NameKind)> NamesOf(string text)
    {
        var d = Read(text);
        return [.. d.Names.Select(n => (d.SpanOf(n.First, n.End).Of(d.Text).ToString(), n.Kind))];
    }

    [Fact]
    public void Title_IsNoPartOfTheName() =>
        Assert.Contains(("Ben Wallace", NameKind.Person), NamesOf("Defence Secretary Ben Wallace flew to Warsaw on Tuesday."));

    [Theory]
    [InlineData("The European Union imposed sanctions on Belarus.", "European Union", NameKind.Organisation)]
    [InlineData("The European Union imposed sanctions on Belarus.", "Belarus", NameKind.Location)]
    [InlineData("NATO and the African Union condemned the coup in Burkina Faso.", "NATO", NameKind.Organisation)]
    [InlineData("NATO and the African Union condemned the coup in Burkina Faso.", "African Union", NameKind.Organisation)]
    [InlineData("NATO and the African Union condemned the coup in Burkina Faso.", "Burkina Faso", NameKind.Location)]
    [InlineData("House Speaker Ida Lund met Sen. Karl Moor at the Justice Department on Friday.", "House", NameKind.Organisation)]
    [InlineData("House Speaker Ida Lund met Sen. Karl Moor at the Justice Department on Friday.", "Ida Lund", NameKind.Person)]
    [InlineData("House Speaker Ida Lund met Sen. Karl Moor at the Justice Department on Friday.", "Karl Moor", NameKind.Person)]
    [InlineData(
        "House Speaker Ida Lund met Sen. Karl Moor at the Justice Department on Friday.",
        "Justice Department",
        NameKind.Organisation
    )]
    [InlineData("The Upland Water Council sued the city of Harlow.", "Upland Water Council", NameKind.Organisation)]
    [InlineData("Samsung and Apple closed stores in China.", "Apple", NameKind.Organisation)]
    public void KnownNames_AreFound(string text, string name, NameKind kind) => Assert.Contains((name, kind), NamesOf(text));

    [Theory]
    [InlineData("Voters still like Obamacare, said Lund.", "Obamacare")]
    [InlineData("Hurricane Olga struck Florida overnight.", "Olga")]
    public void ProgrammesAndStorms_AreNoNames(string text, string word)
    {
        var names = NamesOf(text);
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, n => n.Item1.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void ExplainedAcronym_HasTheKindOfTheLongName()
    {
        var names = NamesOf("The ruling came from the Nordic Court of Fisheries (NCF) in Oslo. Fishermen told NCF that they would appeal.");
        Assert.Contains(("Nordic Court of Fisheries", NameKind.Organisation), names);
        Assert.Equal(2, names.Count(n => n == ("NCF", NameKind.Organisation)));
    }

    [Fact]
    public void EmptyText_HasNoTokens() => Assert.Empty(Read("").Tokens);

    [Fact]
    public void SameWords_ShareOneString()
    {
        var d = Read("They said it. They said it.");
        Assert.Same(d.Tokens[1].Lower, d.Tokens[5].Lower);
        Assert.Same(d.Tokens[1].Lemma, d.Tokens[5].Lemma);
    }

    [Fact]
    public void ManyThreads_GetTheSameResult()
    {
        var text = "The envoy said on Friday that Kenya and Uganda had agreed to reopen the border, but no date was given.";
        var expected = Words(Read(text), t => $"{t.Lemma}/{t.Xpos}/{t.Head}/{t.Deprel}");
        Parallel.For(0, 200, _ => Assert.Equal(expected, Words(Read(text), t => $"{t.Lemma}/{t.Xpos}/{t.Head}/{t.Deprel}")));
    }

    static readonly string[] Vocabulary = ["the", "Rome", "said", ".", "\"", "to", "-", "war", "\n", "Said", "THE", "is", "not", ","];

    [Theory]
    [InlineData(ParserSetting.Fast)]
    [InlineData(ParserSetting.Accurate)]
    public void AnyText_GivesTrees(ParserSetting setting) =>
        Gen.OneOf(
                Gen.String,
                Gen.String[Gen.Char[" \n.,'\"-!?abcZ09\u201c\ud83d"]],
                Gen.Int[0, Vocabulary.Length - 1].Array.Select(w => string.Join(' ', w.Select(i => Vocabulary[i])))
            )
            .Sample(text => AssertTrees(Model.Read(new Article { Text = text, NotBody = [] }, setting)), iter: 2000);

    [Theory]
    [InlineData("word ")]
    [InlineData("She said. ")]
    [InlineData("The Rome ")]
    [InlineData("\u0000\ud83d a")]
    public void VeryLongLine_IsRead(string part)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var d = Read(string.Concat(Enumerable.Repeat(part, 100_000)));
        Assert.All(d.Sentences, s => Assert.InRange(s.End - s.First, 1, SentenceSplitter.Longest));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void EndlessSentence_IsStillOneTree()
    {
        var input = new System.Text.StringBuilder();
        for (var i = 1; i <= 20_000; i++)
            input.Append(i).Append("\tword\t_\t_\t_\t_\t_\t_\t_\t_\n");
        var source = ConlluReader.Read(new StringReader(input.ToString())).Single();
        var d = Model.Read(source);
        Assert.Single(d.Sentences);
        AssertTrees(d);
    }

    static void AssertTrees(Document d)
    {
        var at = 0;
        foreach (var s in d.Sentences)
        {
            Assert.Equal(at, s.First);
            Assert.True(s.End > s.First);
            at = s.End;
            Assert.Equal(1, Enumerable.Range(s.First, s.End - s.First).Count(i => d.Tokens[i].Head < 0));
            for (var i = s.First; i < s.End; i++)
            {
                ref readonly var t = ref d.Tokens[i];
                Assert.NotEmpty(t.Lemma);
                Assert.NotEmpty(t.Lower);
                Assert.NotEmpty(t.Feats);
                Assert.Equal(t.Head < 0, t.Deprel == Deprel.Root);
                if (t.Head < 0)
                    continue;
                Assert.InRange(t.Head, s.First, s.End - 1);
                // projective: all words between a word and its head lie under the head
                var (first, end) = d.Subtree(t.Head);
                Assert.InRange(i, first, end - 1);
            }
            for (var i = s.First; i < s.End; i++)
            {
                var (first, end) = d.Subtree(i);
                if (end - first > 200)
                    continue;
                for (var k = first; k < end; k++)
                    Assert.True(d.IsUnder(k, i));
            }
        }
        Assert.Equal(d.Tokens.Length, at);
    }
}
