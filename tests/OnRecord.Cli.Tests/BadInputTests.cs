using System.Text;
using OnRecord.Ingest;

namespace OnRecord.Cli.Tests;

/// <summary>Bad input ends in a message that names the input and the remedy, or in a record; the other inputs are still coded.</summary>
public sealed class BadInputTests : IDisposable
{
    const string Good = "Ministers met on Monday.\n\nThe talks lasted an hour, a spokeswoman said.\n";

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Codes the bad input before and after a good one.</summary>
    RunResult CodeBetweenGood(string bad)
    {
        var good = _folder.Write("good.txt", Good);
        return RunResult.Of("code", good, bad, good);
    }

    void AssertRefused(string bad, string reason)
    {
        var run = CodeBetweenGood(bad);
        Assert.Equal(ExitCode.SomeFailed, run.Exit);
        Assert.Equal(2, run.Lines.Length);
        Assert.Contains(bad, run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Contains(";", run.Error, StringComparison.Ordinal); // the remedy follows
    }

    [Fact]
    public void EmptyFile_IsNamed() => AssertRefused(_folder.Write("empty.txt", ""), "empty");

    [Fact]
    public void WhiteSpaceOnly_IsNamed() => AssertRefused(_folder.Write("blank.txt", " \n\n\t\n"), "empty");

    [Fact]
    public void MissingFile_IsNamed() => AssertRefused(System.IO.Path.Combine(_folder.Path, "missing.txt"), "no such file");

    [Fact]
    public void Directory_IsNamed() => AssertRefused(_folder.Path, "directory");

    [Fact]
    public void BinaryFile_IsNamed()
    {
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        AssertRefused(_folder.Write("data.txt", bytes), "binary");
    }

    [Fact]
    public void Zeros_AreBinary() => AssertRefused(_folder.Write("zeros.txt", new byte[100_000]), "binary");

    [Fact]
    public void Pdf_IsNamedAsSuch() => AssertRefused(_folder.Write("a.txt", "%PDF-1.7\nstream"), "PDF");

    [Fact]
    public void TwentyMegabyteLine_IsRefusedWithTheOptionThatRaisesTheLimit()
    {
        var path = _folder.Write("long.txt", new string('a', 20_000_000));
        AssertRefused(path, "larger than 10 MB");
        Assert.Contains("--max-size", CodeBetweenGood(path).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LimitRaised_LongLineIsRead()
    {
        var path = _folder.Write("long.txt", string.Concat(Enumerable.Repeat("word ", 2_400_000)));
        Assert.Single(RunResult.Of("read", path, "--max-size", "20").Lines);
    }

    [Fact]
    public void TwentyMegabyteJsonLine_IsRefusedByLine_AndTheOthersGoOn()
    {
        var big = "{\"id\":\"big\",\"text\":\"" + new string('a', 20_000_000) + "\"}";
        var path = _folder.Write("big.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n" + big + "\n{\"id\":\"3\",\"text\":\"Three.\"}");
        var run = RunResult.Of("code", path);
        Assert.Equal(ExitCode.SomeFailed, run.Exit);
        Assert.Equal(2, run.Lines.Length);
        Assert.Contains(path + ":2: is larger than 10 MB", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TwentyMegabyteLastJsonLine_IsRefusedByLine()
    {
        var path = _folder.Write("big.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"" + new string('a', 20_000_000));
        var run = RunResult.Of("code", path);
        Assert.Single(run.Lines);
        Assert.Contains(path + ":2: is larger than 10 MB", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FewBadBytesInUtf8_BecomeReplacementCharacters()
    {
        byte[] bytes = [.. "The café, the naïve “yes”, the résumé and "u8, 0xC3, 0x28, .. " the end."u8];
        var run = RunResult.Of("read", _folder.Write("mended.txt", bytes));
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("\uFFFD( the end.", run.Output, StringComparison.Ordinal);
        Assert.Contains("U+FFFD", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows1252_IsReadAsWritten()
    {
        byte[] bytes = [.. "He said "u8, 0x93, .. "caf"u8, 0xE9, 0x94, .. " and left the room."u8];
        var run = RunResult.Of("read", _folder.Write("old.txt", bytes));
        Assert.Contains("“café”", run.Output, StringComparison.Ordinal);
        Assert.Contains("Windows-1252", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BytesOfNoEncoding_AreNamed()
    {
        var bytes = new byte[3000];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = i % 3 == 0 ? (byte)'a' : (byte)(0x80 + i * 37 % 0x40);
        AssertRefused(_folder.Write("strange.txt", bytes), "neither UTF-8");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void WideEncodingWithByteOrderMark_IsRead(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("“Yes,” she said.")];
        Assert.Contains(
            "\"text\":\"“Yes,” she said.\"",
            RunResult.Of("read", _folder.Write("wide.txt", bytes)).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TenThousandUnbalancedQuotationMarks_GiveARecord()
    {
        var text = "He said " + string.Concat(Enumerable.Repeat("\"Yes ‘no “and ", 3334)) + "and left.";
        Assert.Equal(ExitCode.Done, CodeBetweenGood(_folder.Write("marks.txt", text)).Exit);
    }

    [Fact]
    public void SentenceOfAHundredThousandTokens_GivesARecord()
    {
        var text = "The minister said that " + string.Concat(Enumerable.Repeat("the big house and ", 25_000)) + "left.";
        var run = CodeBetweenGood(_folder.Write("sentence.txt", text));
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Equal(3, run.Lines.Length);
    }

    [Fact]
    public void LineThatIsNoJson_IsNamedByFileAndLine()
    {
        var path = _folder.Write(
            "news.jsonl",
            "{\"id\":\"1\",\"text\":\"One.\"}\n{oops\n\n[1]\n{\"id\":\"4\"}\n{\"id\":\"5\",\"text\":\"Five.\"}\n"
        );
        var run = RunResult.Of("code", path);
        Assert.Equal(ExitCode.SomeFailed, run.Exit);
        Assert.Equal(2, run.Lines.Length);
        Assert.Contains(path + ":2: is not JSON", run.Error, StringComparison.Ordinal);
        Assert.Contains(path + ":4: is no JSON object", run.Error, StringComparison.Ordinal);
        Assert.Contains(path + ":5: has no \"text\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonDeeperThanTheLimit_IsNamed()
    {
        var path = _folder.Write("deep.jsonl", "{\"id\":\"1\",\"x\":" + new string('[', 100_000) + "\n{\"id\":\"2\",\"text\":\"Two.\"}");
        var run = RunResult.Of("code", path);
        Assert.Contains(path + ":1:", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Lines);
    }

    [Fact]
    public void PrettyPrintedJson_IsRefusedOnceWithTheCommandThatConvertsIt()
    {
        var run = RunResult.Of("code", _folder.Write("pretty.json", "{\n  \"id\": \"1\",\n  \"text\": \"One.\"\n}\n"));
        Assert.Equal(ExitCode.SomeFailed, run.Exit);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("jq -c", run.Error, StringComparison.Ordinal);
    }

    static string Nested(int depth) =>
        "<html><body>" + string.Concat(Enumerable.Repeat("<div>", depth)) + "<p>A long enough paragraph, with a comma in it.</p>";

    [Fact]
    public void HtmlNestedAThousandDeep_IsRead() =>
        Assert.Contains("long enough", RunResult.Of("read", _folder.Write("deep.html", Nested(1000))).Output, StringComparison.Ordinal);

    [Fact]
    public void HtmlNestedAMillionDeep_IsNamed() => AssertRefused(_folder.Write("deep.html", Nested(1_000_000)), "open at once");

    [Fact]
    public void DamagedGzip_IsNamed()
    {
        var whole = File.ReadAllBytes(_folder.WriteGzip("whole.gz", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000)))));
        AssertRefused(_folder.Write("cut.txt.gz", whole[..(whole.Length / 2)]), "damaged or cut off");
    }

    [Fact]
    public void DecompressionBomb_IsRefused()
    {
        var path = _folder.WriteGzip(
            "bomb.jsonl.gz",
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string(' ', 999_999) + "\n", 100)))
        );
        var readings = new ArticleReader().Read(path).ToList();
        Assert.Contains("times its compressed size", readings[^1].Refusal!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void LargeTextInGzip_IsRefusedByItsDecompressedSize() =>
        AssertRefused(
            _folder.WriteGzip(
                "large.txt.gz",
                new byte[20_000_000]
                    .Select(_ => (byte)'a')
                    .ToArray()
            ),
            "larger than 10 MB"
        );

    [Fact]
    public void ControlCharactersInNames_AreNotSentToTheTerminal() =>
        Assert.DoesNotContain("\u001b", RunResult.Of("code", "no\u001b[31mfile").Error, StringComparison.Ordinal);
}
