using OnRecord.Knowledge;

namespace OnRecord.Places;

/// <summary>A place that a name may mean.</summary>
/// <param name="Entry">The place.</param>
/// <param name="Prior">What speaks for it before the article is looked at: its size, its kind, whether the name is its usual one.</param>
internal readonly record struct PlaceCandidate(PlaceEntry Entry, double Prior)
{
    /// <summary>Where it lies on a unit sphere; (0, 0, 0) where that is unknown or means little, as of a country.</summary>
    internal (double X, double Y, double Z) Point { get; } = OnSphere(Entry);

    static (double, double, double) OnSphere(PlaceEntry entry)
    {
        const double degree = Math.PI / 180;
        if (entry is not { Latitude: { } lat, Longitude: { } lon, Precision: "city" or "region" })
            return default;
        return (Math.Cos(lat * degree) * Math.Cos(lon * degree), Math.Cos(lat * degree) * Math.Sin(lon * degree), Math.Sin(lat * degree));
    }

    /// <summary>The square of the distance in kilometres, through the earth; for what is near the same as over it.</summary>
    internal static double SquareKilometres((double X, double Y, double Z) a, (double X, double Y, double Z) b)
    {
        const double radius = 6371;
        var (x, y, z) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        return radius * radius * (x * x + y * y + z * z);
    }
}

/// <summary>A name of places in an article; all its mentions mean one place, but for those with a state behind a comma ("Paris, Texas").
/// </summary>
internal sealed class Toponym(string name)
{
    /// <summary>As the text has it first.</summary>
    internal string Name { get; } = name;

    internal List<PlaceCandidate> Candidates { get; } = [];

    /// <summary>Countries, and their divisions or "", that stand behind a comma at some mention.</summary>
    internal List<(string Country, string Division)> Around { get; } = [];

    /// <summary>The same name where it stands before a comma and a state or country.</summary>
    internal List<Toponym> Elsewhere { get; } = [];

    /// <summary>Mentions.</summary>
    internal int Count { get; set; }

    /// <summary>Index of the candidate that is meant, or -1 where there is none.</summary>
    internal int Chosen { get; set; } = -1;

    /// <summary>Indices of others that are nearly as likely, the likeliest first.</summary>
    internal List<int> Alternatives { get; } = [];

    internal PlaceCandidate? Candidate => Chosen >= 0 ? Candidates[Chosen] : null;

    internal PlaceEntry? Entry => Chosen >= 0 ? Candidates[Chosen].Entry : null;
}
