using System.Text;
using OnRecord.Record;

namespace OnRecord.Cli.Tests;

/// <summary>The whole record of every sample, as a person approved it: a change in behaviour shows as a diff of readable text.</summary>
public sealed class GoldenTests
{
    const string Accept = "ONRECORD_ACCEPT_GOLDEN";

    public static IEnumerable<TheoryDataRow<string, string, string>> Samples() =>
        File.ReadLines(Repository.File("samples", "samples.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(f => new TheoryDataRow<string, string, string>(f[0], f[1], f[2]));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_IsCodedAsApproved(string file, string outlet, string published)
    {
        var run = RunResult.Of("code", Repository.File("samples", file), "--outlet", outlet, "--published", published);
        Assert.Equal(ExitCode.Done, run.Exit);
        var page = GoldenPage.Render(RecordJson.Deserialize(run.Bytes));
        var name = Path.GetFileNameWithoutExtension(file);
        var approved = Repository.File("tests", "Golden", name + ".golden.txt");
        var received = Repository.File("tests", "Golden", name + ".received.txt");
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, page, new UTF8Encoding(false));
            File.Delete(received);
            return;
        }
        if (File.Exists(approved) && File.ReadAllText(approved) == page)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, page, new UTF8Encoding(false));
        Assert.Fail(
            $"""
            The record of samples/{file} is not as approved. Look at the difference:
              diff {approved} {received}
            If the new record is right, accept it (it accepts every sample; read git diff afterwards):
              {Accept}=1 dotnet test --project tests/OnRecord.Cli.Tests
            """
        );
    }

    [Fact]
    public void EverySample_IsInTheTable()
    {
        var files = Directory.GetFiles(Repository.File("samples"), "*.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(files, Samples().Select(s => (string?)s.Data.Item1).Order(StringComparer.Ordinal));
    }
}
