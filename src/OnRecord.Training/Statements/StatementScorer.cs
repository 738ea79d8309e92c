using OnRecord.Record;
using OnRecord.Statements;

namespace OnRecord.Training.Statements;

/// <summary>Codes PolNeAR's development articles and writes the records, for a scorer of attributions.</summary>
internal static class StatementScorer
{
    internal static void Write(string data, string output, string? weights)
    {
        var coder = weights is null ? Coder.Load() : Coder.Load(StatementModel.Read(weights));
        using var file = File.Create(output);
        foreach (var a in Attributions.Read(Path.Combine(data, "polnear", "dev.jsonl.gz")))
        {
            file.Write(RecordJson.Serialize(coder.Code(a.Article)));
            file.Write("\n"u8);
        }
    }
}
