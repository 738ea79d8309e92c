using OnRecord.Record;
using OnRecord.Statements;

namespace OnRecord.Training.Statements;

/// <summary>Codes PolNeAR's development articles and writes the records, for a scorer of attributions.</summary>
internal static class StatementScorer
{
    internal static void Write(string data, string output, string? weights, int? threshold, bool byRules)
    {
        var options = new StatementFinderOptions();
        var coder = Coder.LoadWith(
            weights is null ? null : StatementModel.Read(weights),
            options with
            {
                Threshold = threshold ?? options.Threshold,
            },
            byRules
        );
        using var file = File.Create(output);
        foreach (var a in Attributions.Read(Path.Combine(data, "polnear", "dev.jsonl.gz")))
        {
            file.Write(RecordJson.Serialize(coder.Code(a.Article)));
            file.Write("\n"u8);
        }
    }
}
