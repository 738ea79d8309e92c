using OnRecord.Language;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Language;

public sealed class ConlluTests
{
    static readonly LanguageModel Model = LanguageModel.Load();

    const string Input = """
        # newdoc id = first
        # sent_id = a-1
        # text = They didn't sign.
        1	They	_	_	_	_	_	_	_	_
        2-3	didn't	_	_	_	_	_	_	_	_
        2	did	_	_	_	_	_	_	_	_
        3	n't	_	_	_	_	_	_	_	_
        4	sign	_	_	_	_	_	_	_	SpaceAfter=No|Note=x
        5	.	_	_	_	_	_	_	_	_

        # newdoc id = second
        # sent_id = b-1
        1	Ivan	_	_	_	_	_	_	_	NER=B-ORG
        2	Petrov	_	_	_	_	_	_	_	_
        3	spoke	_	_	_	_	_	_	_	_


        """;

    static string[] Parse(string input)
    {
        var output = new StringWriter { NewLine = "\n" };
        Conllu.Parse(Model, new StringReader(input.ReplaceLineEndings("\n")), output, ParserSetting.Accurate);
        return output.ToString().Split('\n');
    }

    [Fact]
    public void GivenTokens_KeepTheirLines()
    {
        var lines = Parse(Input);
        var input = Input.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(input.Length, lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            Assert.Equal(input[i].Split('\t')[0], lines[i].Split('\t')[0]);
            if (input[i].StartsWith('#') || input[i].Contains("2-3", StringComparison.Ordinal))
                Assert.Equal(input[i], lines[i]);
        }
        Assert.EndsWith("SpaceAfter=No|Note=x", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public void GivenTokens_AreParsedAndNamed()
    {
        var lines = Parse(Input);
        Assert.StartsWith("3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod", lines[6], StringComparison.Ordinal);
        Assert.Contains(
            lines,
            l => l.StartsWith("1\tIvan\tIvan\tPROPN\tNNP", StringComparison.Ordinal) && l.EndsWith("NER=B-PER", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void NewDocument_BeginsAnArticle() =>
        Assert.Equal(2, ConlluReader.Read(new StringReader(Input.ReplaceLineEndings("\n"))).Count());

    [Fact]
    public void MissingColumns_AreAnErrorThatNamesTheLine()
    {
        var e = Assert.Throws<InvalidDataException>(() => Parse("1\tword\n"));
        Assert.Contains("line 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongId_IsAnErrorThatNamesTheLine()
    {
        var e = Assert.Throws<InvalidDataException>(() => Parse("2\tword\t_\t_\t_\t_\t_\t_\t_\t_\n"));
        Assert.Contains("line 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlainText_IsWrittenWithMultiwordTokens()
    {
        var output = new StringWriter();
        ConlluWriter.Write(output, Model.Read(new Article { Text = "They don't agree.", NotBody = [] }));
        var text = output.ToString();
        Assert.Contains("2-3\tdon't\t_", text, StringComparison.Ordinal);
        Assert.Contains("4\tagree\tagree\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No", text, StringComparison.Ordinal);
        Assert.Contains("# text = They don't agree.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WrittenText_CanBeReadAgain()
    {
        var output = new StringWriter();
        ConlluWriter.Write(output, Model.Read(new Article { Text = "He can't. She's gone (\"away\").", NotBody = [] }));
        var again = ConlluReader.Read(new StringReader(output.ToString())).Single();
        Assert.Equal("He can't.\nShe's gone (\"away\").", again.Article.Text);
    }
}
