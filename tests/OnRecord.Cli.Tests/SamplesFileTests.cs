using System.Text.Json;

namespace OnRecord.Cli.Tests;

/// <summary>samples.jsonl is the samples again, with what samples.tsv says of them.</summary>
public sealed class SamplesFileTests
{
    [Fact]
    public void Lines_AreTheSamples()
    {
        var rows = File.ReadLines(Repository.File("samples", "samples.tsv")).Skip(1).Select(row => row.Split('\t'));
        var lines = File.ReadLines(Repository.File("samples", "samples.jsonl")).Select(line => JsonDocument.Parse(line).RootElement);
        Assert.Equal(
            rows.Select(row =>
                (Path.GetFileNameWithoutExtension(row[0]), row[1], row[2], File.ReadAllText(Repository.File("samples", row[0])))
            ),
            lines.Select(line => (Of(line, "id"), Of(line, "outlet"), Of(line, "published"), Of(line, "text")))
        );
        static string Of(JsonElement line, string name) => line.GetProperty(name).GetString()!;
    }
}
