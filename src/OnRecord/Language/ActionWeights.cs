using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OnRecord.Language;

/// <summary>Weights of a linear classifier with three labels: the parser's actions. Four rows share a bucket of 16 bytes, which one
/// vector holds: each row is a check byte (0 = empty) above three 8-bit weights.</summary>
/// <remarks>Layout: "ACW2", number of buckets, buckets. Sums of at most <see cref="MaxFeatures"/> features fit 16 bits, whatever order they are
/// added in, so the result is the same on every machine and without vector hardware.</remarks>
internal sealed unsafe class ActionWeights
{
    /// <summary>Features whose sum cannot leave 16 bits.</summary>
    internal const int MaxFeatures = 250;

    readonly ModelFile _file; // keeps the bytes alive
    readonly byte* _buckets;
    readonly uint _count;

    internal ActionWeights(ModelFile file)
    {
        _file = file;
        file.Expect("ACW2");
        _count = (uint)file.Int32();
        _buckets = file.Take(16L * _count);
    }

    /// <summary>The bucket of a feature: its high bits, spread over <paramref name="count"/> buckets.</summary>
    internal static uint Bucket(uint feature, uint count) => (uint)((ulong)feature * count >> 32);

    /// <summary>The byte that tells features in one bucket apart: its low bits.</summary>
    internal static uint Check(uint feature) => Math.Max(1, feature & 0xff);

    /// <summary>Sums the weights of the features for each of the three actions.</summary>
    internal void Score(ReadOnlySpan<uint> features, int* scores)
    {
        var even = Vector128<short>.Zero; // weights 0 and 2 of each row
        var odd = Vector128<short>.Zero; // weight 1; the check is masked away
        foreach (var f in features)
        {
            var rows = Vector128.Load((uint*)(_buckets + ((ulong)Bucket(f, _count) << 4)));
            var hit = Vector128.Equals(rows >>> 24, Vector128.Create(Check(f)));
            var w = (rows & hit).AsInt16();
            even += (w << 8) >> 8;
            odd += w >> 8;
        }
        scores[0] = scores[1] = scores[2] = 0;
        for (var i = 0; i < 8; i += 2)
        {
            scores[0] += even[i];
            scores[1] += odd[i];
            scores[2] += even[i + 1];
        }
    }
}
