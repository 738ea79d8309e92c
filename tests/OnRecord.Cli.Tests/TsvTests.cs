using CsCheck;

namespace OnRecord.Cli.Tests;

public sealed class TsvTests
{
    static List<List<string>> Rows(string text)
    {
        var table = new Tsv(new StringReader(text));
        var rows = new List<List<string>>();
        while (table.Row() is { } row)
            rows.Add(row);
        return rows;
    }

    [Fact]
    public void QuotedFields_HoldTabsLineEndsAndQuotationMarks() =>
        Assert.Equal(
            [
                ["a", "b\tc", "say \"yes\"\nor no", ""],
                ["x", "y \"z", "", "w"],
            ],
            Rows("a\t\"b\tc\"\t\"say \"\"yes\"\"\nor no\"\t\r\nx\ty \"z\t\"\"\tw")
        );

    [Fact]
    public void UnclosedQuotation_IsNamedByLine() =>
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => Rows("a\tb\n\"c\td\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rows_AreReadBackAsWritten() =>
        Gen.String[Gen.Char["ab\t\n\r\" "], 0, 6]
            .Array[1, 4]
            .List[1, 4]
            .Where(rows => rows.All(r => r.Length > 1 || r[0].Length > 0))
            .Sample(rows =>
            {
                var text = string.Concat(rows.Select(r => string.Join('\t', r.Select(Tsv.Escape)) + "\n"));
                Assert.Equal(rows.Select(r => r.ToList()), Rows(text));
            });
}

public sealed class DyadsTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    (int Exit, string Output, string Error) Run(string table)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var io = new CliIo
        {
            Input = Stream.Null,
            Output = output,
            Error = error,
        };
        var command = DyadsCommand.Create(io, _ => (sentence, marked, source, target) => (source + ">" + target, sentence.Length));
        try
        {
            var exit = command.Parse([_folder.Write("pairs.tsv", table)]).Invoke(new() { EnableDefaultExceptionHandler = false });
            return (exit, System.Text.Encoding.UTF8.GetString(output.ToArray()), error.ToString());
        }
        catch (UsageException e)
        {
            return (ExitCode.Usage, "", e.Message);
        }
    }

    [Fact]
    public void Rows_AreCodedByTheirColumnsInAnyOrder()
    {
        var (exit, output, _) = Run("source\ttarget\tuid\tx\tsentence\tmarked_sentence\nA\tB\t1\t\t\"a \"\"b\"\"\"\tm\nC\tD\t2\t\ts\tm\n");
        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal("uid\troot\tpenta\n1\tA>B\t5\n2\tC>D\t1\n", output);
    }

    [Fact]
    public void MissingColumn_IsNamed()
    {
        var (exit, _, error) = Run("uid\tsentence\n1\ts\n");
        Assert.Equal(ExitCode.SomeFailed, exit);
        Assert.Contains("marked_sentence, source and target", error, StringComparison.Ordinal);
    }

    [Fact]
    public void ShortRow_IsNamedByLine_AndTheOthersGoOn()
    {
        var (exit, output, error) = Run("uid\tsentence\tmarked_sentence\tsource\ttarget\n1\ts\n2\ts\tm\tA\tB\n");
        Assert.Equal(ExitCode.SomeFailed, exit);
        Assert.Contains("pairs.tsv:2", error, StringComparison.Ordinal);
        Assert.Equal("uid\troot\tpenta\n2\tA>B\t1\n", output);
    }
}
