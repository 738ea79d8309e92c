namespace OnRecord.Statements;

/// <summary>Turns a model score into a percentage by a fixed table, so that no floating-point function can differ between machines.
/// </summary>
internal static class Confidence
{
    // 100 / (1 + exp(-score / 256)), rounded, at multiples of 64
    static readonly byte[] Logistic = [50, 56, 62, 68, 73, 78, 82, 85, 88, 90, 92, 94, 95, 96, 97, 98, 98, 99];

    internal static int OfScore(int score)
    {
        var step = Math.Min(Math.Abs(score) / 64, Logistic.Length - 1);
        return score >= 0 ? Logistic[step] : 100 - Logistic[step];
    }
}
