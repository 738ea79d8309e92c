using CsCheck;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Tests.Language;

public class ChainFinderTests
{
    static readonly LanguageModel Model = LanguageModel.Load();

    /// <summary>The words of the chain that the word's mention is in, parted by bars; empty where it is in none.</summary>
    static string ChainOf(Document d, string word, int occurrence = 1)
    {
        for (var i = 0; i < d.Tokens.Length; i++)
            if (d.Form(i).SequenceEqual(word) && --occurrence == 0)
            {
                var chain = d.Chains.FirstOrDefault(c => c.Mentions.Any(m => m.Head == i));
                return chain is null ? "" : string.Join("|", chain.Mentions.Select(m => d.SpanOf(m.First, m.End).Of(d.Text).ToString()));
            }
        throw new ArgumentException($"No word '{word}'.", nameof(word));
    }

    const string Berg = "Anna/PROPN/NNP/3/nsubj/PER Berg/PROPN/NNP/1/flat/+PER resigned=resign/VERB/VBD/0/root ~./PUNCT/./3/punct";

    [Fact]
    public void Surname_IsTheFullName()
    {
        var d = Parsed.Read(Berg + "\nBerg/PROPN/NNP/2/nsubj/PER left=leave/VERB/VBD/0/root ~./PUNCT/./2/punct");
        Assert.Equal("Anna Berg|Berg", ChainOf(d, "Anna"));
    }

    [Fact]
    public void TwoPeopleOfOneSurname_AreTwo()
    {
        var d = Parsed.Read(Berg + "\nNils/PROPN/NNP/3/nsubj/PER Berg/PROPN/NNP/1/flat/+PER left=leave/VERB/VBD/0/root ~./PUNCT/./3/punct");
        Assert.Empty(d.Chains);
    }

    [Fact]
    public void GivenName_IsTheOnlyOneWhoHasIt()
    {
        var d = Parsed.Read(Berg + "\nAnna/PROPN/NNP/2/nsubj/PER left=leave/VERB/VBD/0/root ~./PUNCT/./2/punct");
        Assert.Equal("Anna Berg|Anna", ChainOf(d, "Anna"));
    }

    [Fact]
    public void Initials_AreTheBody()
    {
        var d = Parsed.Read(
            """
            The/DET/DT/4/det Harbour/PROPN/NNP/4/compound/ORG Safety/PROPN/NNP/4/compound/+ORG Board/PROPN/NNP/5/nsubj/+ORG met=meet/VERB/VBD/0/root ~./PUNCT/./5/punct
            The/DET/DT/2/det HSB/PROPN/NNP/3/nsubj/ORG voted=vote/VERB/VBD/0/root ~./PUNCT/./3/punct
            """
        );
        Assert.Equal("Harbour Safety Board|HSB", ChainOf(d, "HSB"));
    }

    [Fact]
    public void Demonym_IsTheCountry()
    {
        var d = Parsed.Read(
            """
            Norway/PROPN/NNP/2/nsubj/LOC voted=vote/VERB/VBD/0/root ~./PUNCT/./2/punct
            Norwegian/ADJ/JJ/2/amod ships=ship/NOUN/NNS/3/nsubj left=leave/VERB/VBD/0/root ~./PUNCT/./3/punct
            """
        );
        Assert.Equal("Norway|Norwegian", ChainOf(d, "Norway"));
    }

    [Fact]
    public void Apposition_IsWhatItStandsBeside()
    {
        var d = Parsed.Read(
            """
            Anna/PROPN/NNP/7/nsubj/PER Berg/PROPN/NNP/1/flat/+PER ~,/PUNCT/,/5/punct the/DET/DT/5/det minister/NOUN/NN/1/appos ~,/PUNCT/,/5/punct resigned=resign/VERB/VBD/0/root ~./PUNCT/./7/punct
            """
        );
        Assert.Equal("Anna Berg|the minister", ChainOf(d, "minister"));
    }

    const string Titled = """
        Defence/PROPN/NNP/2/compound Minister/PROPN/NNP/3/compound Anna/PROPN/NNP/5/nsubj/PER Berg/PROPN/NNP/3/flat/+PER resigned=resign/VERB/VBD/0/root ~./PUNCT/./5/punct
        """;

    [Fact]
    public void Office_IsTheLastWhoWasGivenIt()
    {
        var d = Parsed.Read(
            Titled + "\nThe/DET/DT/3/det defence/NOUN/NN/3/compound minister/NOUN/NN/4/nsubj left=leave/VERB/VBD/0/root ~./PUNCT/./4/punct"
        );
        Assert.Equal("Anna Berg|The defence minister", ChainOf(d, "minister"));
    }

    [Fact]
    public void OtherOffice_IsSomebodyElse()
    {
        var d = Parsed.Read(
            Titled + "\nThe/DET/DT/3/det finance/NOUN/NN/3/compound minister/NOUN/NN/4/nsubj left=leave/VERB/VBD/0/root ~./PUNCT/./4/punct"
        );
        Assert.Equal("", ChainOf(d, "minister"));
    }

    [Fact]
    public void Pronoun_AgreesInGender()
    {
        var d = Parsed.Read(
            """
            Anna/PROPN/NNP/3/nsubj/PER Berg/PROPN/NNP/1/flat/+PER met=meet/VERB/VBD/0/root Nils/PROPN/NNP/3/obj/PER Holm/PROPN/NNP/4/flat/+PER ~./PUNCT/./3/punct
            She/PRON/PRP/2/nsubj thanked=thank/VERB/VBD/0/root him/PRON/PRP/2/obj ~./PUNCT/./2/punct
            """
        );
        Assert.Equal("Anna Berg|She", ChainOf(d, "She"));
        Assert.Equal("Nils Holm|him", ChainOf(d, "him"));
    }

    [Fact]
    public void SubjectOfAClauseThatNamesSomebody_IsNotThatOne()
    {
        var d = Model.Read(new() { Text = "Peter Hale met Nils Berg on Monday. He called Berg's plan a mistake." });
        Assert.DoesNotContain("He", ChainOf(d, "Nils"), StringComparison.Ordinal);
    }

    [Fact]
    public void SpeakerWhoGoesOn_IsTheOneWhoSpokeLast()
    {
        var d = Parsed.Read(
            """
            Nils/PROPN/NNP/3/nsubj/PER Holm/PROPN/NNP/1/flat/+PER resigned=resign/VERB/VBD/0/root ~./PUNCT/./3/punct
            Holm/PROPN/NNP/2/nsubj/PER lied=lie/VERB/VBD/4/ccomp ~,/PUNCT/,/2/punct said=say/VERB/VBD/0/root Erik/PROPN/NNP/4/nsubj/PER Dahl/PROPN/NNP/5/flat/+PER ~./PUNCT/./4/punct
            Nothing/PRON/NN/2/nsubj worked=work/VERB/VBD/5/ccomp ~,/PUNCT/,/2/punct he/PRON/PRP/5/nsubj said=say/VERB/VBD/0/root ~./PUNCT/./5/punct
            """
        );
        Assert.Equal("Erik Dahl|he", ChainOf(d, "he"));
    }

    [Theory]
    [InlineData(
        "Nils/PROPN/NNP/3/nsubj/PER Holm/PROPN/NNP/1/flat/+PER knew=know/VERB/VBD/6/ccomp ~,/PUNCT/,/3/punct he/PRON/PRP/6/nsubj said=say/VERB/VBD/0/root ~./PUNCT/./6/punct",
        "Erik Dahl|he"
    )] // in what is said
    [InlineData(
        "Nils/PROPN/NNP/3/nsubj/PER Holm/PROPN/NNP/1/flat/+PER rose=rise/VERB/VBD/0/root ~./PUNCT/./3/punct\nHe/PRON/PRP/2/nsubj said=say/VERB/VBD/0/root nothing/PRON/NN/2/obj ~./PUNCT/./2/punct",
        "Nils Holm|He"
    )] // the text has turned to him
    public void AnotherSubject_TakesOverOnlyOutsideWhatIsSaid(string rest, string expected)
    {
        var d = Parsed.Read(
            "Erik/PROPN/NNP/3/nsubj/PER Dahl/PROPN/NNP/1/flat/+PER said=say/VERB/VBD/0/root little/ADJ/JJ/3/obj ~./PUNCT/./3/punct\n" + rest
        );
        Assert.Equal(expected, ChainOf(d, expected.Split('|')[1]));
    }

    [Fact]
    public void Object_IsNotItsOwnSubject()
    {
        var d = Parsed.Read(
            "Nils/PROPN/NNP/3/nsubj/PER Holm/PROPN/NNP/1/flat/+PER criticised=criticise/VERB/VBD/0/root him/PRON/PRP/3/obj ~./PUNCT/./3/punct"
        );
        Assert.Equal("", ChainOf(d, "him"));
    }

    [Fact]
    public void Possessive_IsTheSubject()
    {
        var d = Parsed.Read(
            "Nils/PROPN/NNP/3/nsubj/PER Holm/PROPN/NNP/1/flat/+PER sold=sell/VERB/VBD/0/root his/PRON/PRP$/5/nmod:poss boat/NOUN/NN/3/obj ~./PUNCT/./3/punct"
        );
        Assert.Equal("Nils Holm|his", ChainOf(d, "his"));
    }

    [Fact]
    public void EmptyIt_IsNothing()
    {
        var d = Parsed.Read(
            """
            The/DET/DT/2/det ministry/NOUN/NN/3/nsubj closed=close/VERB/VBD/0/root ~./PUNCT/./3/punct
            It/PRON/PRP/2/expl rained=rain/VERB/VBD/0/root ~./PUNCT/./2/punct
            """
        );
        Assert.Equal("", ChainOf(d, "It"));
    }

    [Fact]
    public void FirstPerson_InAQuotation_IsItsSpeaker()
    {
        var d = Parsed.Read(
            """
            “/PUNCT/``/3/punct ~I/PRON/PRP/3/nsubj agree/VERB/VBP/8/ccomp ~,/PUNCT/,/3/punct ~”/PUNCT/''/3/punct Anna/PROPN/NNP/8/nsubj/PER Berg/PROPN/NNP/6/flat/+PER said=say/VERB/VBD/0/root ~./PUNCT/./8/punct
            """
        );
        Assert.Equal("I|Anna Berg", ChainOf(d, "I"));
    }

    [Fact]
    public void FirstPerson_OutsideQuotations_IsSilent()
    {
        var d = Parsed.Read(Berg + "\nI/PRON/PRP/2/nsubj agree/VERB/VBP/0/root ~./PUNCT/./2/punct");
        Assert.Equal("", ChainOf(d, "I"));
    }

    [Fact]
    public void Conllu_ShowsChainsInBrackets()
    {
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, Parsed.Read(Berg + "\nBerg/PROPN/NNP/2/nsubj/PER left=leave/VERB/VBD/0/root ~./PUNCT/./2/punct"));
        var misc = writer.ToString().Split('\n').Where(l => l.Contains("NER=", StringComparison.Ordinal)).Select(l => l.Split('\t')[9]);
        Assert.Equal(["NER=B-PER|Coref=(1", "NER=I-PER|Coref=1)", "NER=B-PER|Coref=(1)"], misc);
    }

    [Fact]
    public void Conllu_ReadsParagraphs()
    {
        static string Word(string form) => $"1\t{form}\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        var marked = ConlluReader.Read(new StringReader("# newpar\n" + Word("One") + Word("Two") + "# newpar\n" + Word("Three"))).Single();
        Assert.Equal([0, 0, 1], marked.Sentences.Select(s => s.Paragraph));
        var plain = ConlluReader.Read(new StringReader(Word("One") + Word("Two"))).Single();
        Assert.Equal([0, 1], plain.Sentences.Select(s => s.Paragraph));
    }

    static readonly string[] Parts =
    [
        "Anna Berg, the minister, met Nils Holm.",
        "She thanked him.",
        "“I will go,” he said.",
        "The Norwegian government closed its ports; Norway regrets it.",
        "They said their work was done.",
        "Berg's brother Tom lost his boat.",
        "“We agree with her",
        "In his speech, Holm praised HSB and the Harbour Safety Board (HSB).",
        "\n\n",
    ];

    static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1]
        .Array[1, 12]
        .Select(parts => string.Join(" ", parts.Select(p => Parts[p])));

    [Fact]
    public void Chains_AreDisjointAndInTheOrderOfTheText() =>
        Texts.Sample(
            text =>
            {
                var d = Model.Read(new() { Text = text });
                var seen = new HashSet<(int, int)>();
                var heads = new HashSet<int>();
                var last = -1;
                foreach (var chain in d.Chains)
                {
                    Assert.True(chain.Mentions.Length >= 2);
                    Assert.True(chain.Mentions[0].First >= last, "chains are not by their first mention");
                    last = chain.Mentions[0].First;
                    for (var i = 0; i < chain.Mentions.Length; i++)
                    {
                        var m = chain.Mentions[i];
                        Assert.True(0 <= m.First && m.First <= m.Head && m.Head < m.End && m.End <= d.Tokens.Length);
                        Assert.Equal(d.Tokens[m.First].Sentence, d.Tokens[m.End - 1].Sentence);
                        Assert.True(seen.Add((m.First, m.End)), "a mention is in two chains");
                        Assert.True(heads.Add(m.Head), "a head stands for two mentions");
                        Assert.True(i == 0 || chain.Mentions[i - 1].First <= m.First);
                    }
                }
                var again = Model.Read(new() { Text = text });
                Assert.Equal(d.Chains.SelectMany(c => c.Mentions), again.Chains.SelectMany(c => c.Mentions));
            },
            iter: 300
        );

    [Fact]
    public void Documents_HaveChains()
    {
        var d = Model.Read(new Article { Text = "Anna Berg arrived in Oslo on Monday. Berg said she would stay." });
        Assert.Equal("Anna Berg|Berg|she", ChainOf(d, "she"));
    }
}
