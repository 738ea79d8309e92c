using OnRecord.Language;

namespace OnRecord.Statements;

/// <summary>What a confidence is of.</summary>
internal enum Field : byte
{
    /// <summary>Something is attributed by these words.</summary>
    Cue,

    /// <summary>What is attributed: at least half of the words, and half of what is found.</summary>
    Content,

    /// <summary>To whom, by cue and source.</summary>
    Source,
}

/// <summary>How sure the fields of a chosen candidate are: a second linear model, in the same table, that has learned on articles the first
/// one had not seen what came out right (stacking; Wolpert 1992).</summary>
internal static class Calibration
{
    /// <summary>Room for the features of one field.</summary>
    internal const int MostFeatures = 16;

    /// <summary>What is looked at: how the model scored the candidate, how far the next reading with another content or source is behind,
    /// and what kind of construction it is.</summary>
    /// <returns>How many of <paramref name="features"/> were filled.</returns>
    internal static int Features(Document d, Candidate c, Field field, Span<uint> features)
    {
        var f = new FeatureList(features);
        var of = (uint)field;
        var score = Step(c.OwnScore, 64, -8, 20);
        var margin = field switch
        {
            Field.Content => Step(c.OwnScore - c.OtherContent, 64, -4, 12),
            Field.Source => Step(c.OwnScore - c.OtherSource, 64, -4, 12),
            _ => 99u,
        };
        var source =
            c.Source < 0 ? 0u
            : d.Tokens[c.Source].Upos is Upos.Pron or Upos.Propn ? (uint)d.Tokens[c.Source].Upos
            : 1u;
        var decided =
            c.IsSetOff ? 1u
            : c.IsSplit ? 2u
            : 0u;
        f.Add(90, of);
        f.Add(91, of, score);
        f.Add(92, of, (uint)c.Frame);
        f.Add(93, of, (uint)c.Quoted, (uint)c.Frame);
        f.Add(94, of, (uint)c.Origin);
        f.Add(95, of, (uint)c.Variant);
        f.Add(96, of, margin);
        f.Add(97, of, score, margin / 3);
        f.Add(98, of, source, (uint)c.Origin);
        f.Add(99, of, c.InQuotation ? 1u : 0u, (uint)c.Row.Mode);
        f.Add(100, of, decided);
        f.Add(101, of, (uint)Math.Min(12, c.Hull.Length / 24));
        f.Add(102, of, c.Row == CueLexicon.Unlisted ? 1u : 0u, source);
        return f.Count;
    }

    /// <summary>0-100.</summary>
    internal static int Of(StatementModel model, Document d, Candidate c, Field field)
    {
        Span<uint> features = stackalloc uint[MostFeatures];
        return Confidence.OfScore(model.Score(features[..Features(d, c, field, features)]));
    }

    static uint Step(int value, int width, int least, int most) => (uint)(Math.Clamp(value / width, least, most) - least);
}
