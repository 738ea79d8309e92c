using OnRecord.Record;

namespace OnRecord.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("cod")]
    [InlineData("code")]
    [InlineData("code", "a.txt", "--format", "xml")]
    [InlineData("code", "a.txt", "--nonsense")]
    [InlineData("code", "a.txt", "--published", "soon")]
    [InlineData("code", "a.txt", "--threads", "0")]
    [InlineData("code", "a.txt", "--fast", "--accurate")]
    [InlineData("code", "a.txt", "--max-size", "-1")]
    [InlineData("read")]
    [InlineData("dyads")]
    public void WrongUsage_ExitsWithTwoAndPointsToHelp(params string[] args)
    {
        var run = RunResult.Of(args);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Bytes);
    }

    [Theory]
    [InlineData]
    [InlineData("code")]
    [InlineData("read")]
    [InlineData("parse")]
    [InlineData("dyads")]
    public void Help_TeachesByExamples(params string[] command)
    {
        var run = RunResult.Of([.. command, "--help"]);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("Example", run.Output, StringComparison.Ordinal);
        Assert.Contains("onrecord " + string.Join(' ', command), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void IdOfAFile_IsItsPathAsGiven()
    {
        var path = _folder.Write("a.txt", "Hello there.\n");
        var record = RecordJson.Deserialize(RunResult.Of("code", path).Bytes);
        Assert.Equal(path, record.Id);
        Assert.Equal("Hello there.\n", record.Article.Text);
    }

    [Fact]
    public void StandardInput_IsCoded() => Assert.Single(RunResult.Of(new MemoryStream("Hello there."u8.ToArray()), "code", "-").Lines);

    [Fact]
    public void Terminal_GetsThePage_APipeGetsJson()
    {
        var path = _folder.Write("a.txt", "Hello there.\n");
        Assert.StartsWith("{", RunResult.Of("code", path).Output, StringComparison.Ordinal);
        Assert.Contains("WHO SAID WHAT", RunResult.OnTerminal("code", path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Colors_AreForTerminalsOnly()
    {
        var path = _folder.Write("a.txt", "Hello there.\n");
        Assert.Contains("\u001b[", RunResult.OnTerminal("code", path).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", RunResult.OnTerminal("code", path, "--no-color").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", RunResult.Of("code", path, "--format", "text").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("text")]
    [InlineData("plover")]
    public void AnyNumberOfThreads_GivesTheSameBytes(string format)
    {
        string[] samples = [.. Directory.GetFiles(Repository.File("samples"), "*.txt").Order(StringComparer.Ordinal)];
        string[] inputs = [.. samples, .. samples.Reverse(), .. samples];
        var one = RunResult.Of(["code", .. inputs, "--format", format]);
        var two = RunResult.Of(["code", .. inputs, "--format", format, "--threads", "2"]);
        var many = RunResult.Of(["code", .. inputs, "--format", format, "--threads", "9"]);
        Assert.Equal(ExitCode.Done, one.Exit);
        Assert.Equal(one.Bytes, two.Bytes);
        Assert.Equal(one.Bytes, many.Bytes);
    }

    [Fact]
    public void ManyThreads_KeepTheOrderOfTheInput()
    {
        var lines = Enumerable
            .Range(0, 200)
            .Select(i => $"{{\"id\":\"{i}\",\"text\":\"{string.Concat(Enumerable.Repeat("Word. ", i % 7 * 50 + 1))}\"}}");
        var path = _folder.Write("many.jsonl", string.Join('\n', lines));
        var run = RunResult.Of("code", path, "--threads", "4");
        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            run.Lines.Select(l => RecordJson.Deserialize(System.Text.Encoding.UTF8.GetBytes(l)).Id)
        );
    }

    [Fact]
    public void OutputFile_AppearsComplete_AndNothingElseStays()
    {
        var path = _folder.Write("a.txt", "Hello there.\n");
        var output = System.IO.Path.Combine(_folder.Path, "out.jsonl");
        var run = RunResult.Of("code", path, "--output", output);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Empty(run.Bytes);
        Assert.Equal(RunResult.Of("code", path).Bytes, File.ReadAllBytes(output));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void OutputInAMissingDirectory_IsWrongUsage()
    {
        var run = RunResult.Of("code", "a.txt", "--output", System.IO.Path.Combine(_folder.Path, "no", "out"));
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("mkdir", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupted_LeavesNoFile()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        using var error = new StringWriter();
        var io = new CliIo
        {
            Input = Stream.Null,
            Output = Stream.Null,
            Error = error,
            Cancelled = cancel.Token,
        };
        var path = _folder.Write("a.txt", "Hello there.\n");
        Assert.Equal(ExitCode.Interrupted, CommandLine.Run(["code", path, "-o", System.IO.Path.Combine(_folder.Path, "out")], io));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void ReaderOfTheOutputGone_EndsQuietly()
    {
        using var error = new StringWriter();
        var io = new CliIo
        {
            Input = Stream.Null,
            Output = new ClosedPipe(),
            Error = error,
        };
        Assert.Equal(ExitCode.Done, CommandLine.Run(["code", _folder.Write("a.txt", "Hello there.\n")], io));
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void WhatReadWrites_CodeTakes()
    {
        var sample = Repository.File("samples", "strait-us-wire.txt");
        var read = RunResult.Of("read", sample, "--published", "2024-03-15", "--outlet", "Continental Wire");
        var record = RecordJson.Deserialize(RunResult.Of(new MemoryStream(read.Bytes), "code", "-").Bytes);
        Assert.Equal(File.ReadAllText(sample), record.Article.Text);
        Assert.Equal(sample, record.Id);
    }

    sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw Broken();

        public override void Write(ReadOnlySpan<byte> buffer) => throw Broken();

        static IOException Broken() => new("Broken pipe", OperatingSystem.IsWindows() ? unchecked((int)0x8007006D) : 32);
    }
}
