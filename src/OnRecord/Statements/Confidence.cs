namespace OnRecord.Statements;

/// <summary>Turns a model score into a percentage by a fixed table, so that no floating-point function can differ between machines.
/// </summary>
internal static class Confidence
{
    const int Step = 64;

    // 10,000 / (1 + exp(-score / 256)) at multiples of 64
    static readonly short[] Logistic =
    [
        5000,
        5622,
        6225,
        6792,
        7311,
        7773,
        8176,
        8520,
        8808,
        9047,
        9241,
        9399,
        9526,
        9627,
        9707,
        9770,
        9820,
        9859,
        9890,
        9914,
        9933,
        9948,
    ];

    /// <summary>1-99.</summary>
    internal static int OfScore(int score)
    {
        var distance = Math.Min(Math.Abs(score), (Logistic.Length - 2) * Step);
        var (at, rest) = (distance / Step, distance % Step);
        var share = Logistic[at] + (Logistic[at + 1] - Logistic[at]) * rest / Step;
        return Math.Clamp(((score >= 0 ? share : 10_000 - share) + 50) / 100, 1, 99);
    }
}
