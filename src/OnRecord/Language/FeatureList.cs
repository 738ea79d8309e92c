using OnRecord.Text;

namespace OnRecord.Language;

/// <summary>Collects the hashed features of one decision of a linear model.</summary>
internal ref struct FeatureList(Span<uint> features)
{
    readonly Span<uint> _features = features;

    /// <summary>How many were added.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds what a template says of its values.</summary>
    internal void Add(uint template, uint a, uint b = 0, uint c = 0, uint d = 0)
    {
        var h = (((template * 0x9E3779B1) ^ a) * 0x85EBCA77) ^ b;
        h = (((h * 0xC2B2AE3D) ^ c) * 0x27D4EB2F) ^ d;
        _features[Count++] = Fnv.Mix(h);
    }
}
