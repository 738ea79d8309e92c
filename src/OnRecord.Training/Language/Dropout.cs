namespace OnRecord.Training.Language;

/// <summary>Leaves out a random part of the features of each decision while learning, so that no few features carry it alone: the weights
/// spread over all that tell, and words never seen fare better.</summary>
internal sealed class Dropout(int features, double rate, Random random)
{
    readonly uint[] _kept = new uint[features];

    /// <summary>The features that are left. Good until the next call.</summary>
    internal ReadOnlySpan<uint> Thin(ReadOnlySpan<uint> all)
    {
        var n = 0;
        foreach (var f in all)
            if (random.NextDouble() >= rate)
                _kept[n++] = f;
        return _kept.AsSpan(0, n);
    }
}
