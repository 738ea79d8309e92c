namespace OnRecord.Knowledge;

/// <summary>What an entity of the tables is.</summary>
internal enum EntityKind : byte
{
    /// <summary>A state, a dependency or a breakaway region.</summary>
    Country,

    /// <summary>A seat of government that stands for the state: the Kremlin.</summary>
    Seat,

    /// <summary>A body of a state or an international one, an agency, a service.</summary>
    Organisation,

    /// <summary>An alliance or another group of states.</summary>
    Bloc,

    /// <summary>An armed group or a movement.</summary>
    Group,

    /// <summary>A political party.</summary>
    Party,

    /// <summary>A news outlet or agency.</summary>
    Outlet,
}

/// <summary>A row of the tables of countries, blocs, organisations, groups, parties or outlets.</summary>
/// <param name="Id">Alpha-3 code of a country, else the id in its table.</param>
/// <param name="Name">Standard name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Countries">Alpha-3 codes; of a dependency its state.</param>
/// <param name="Sectors">PLOVER sectors or classes.</param>
/// <param name="Members">Members of a bloc as the table has them.</param>
/// <param name="Unless">Words that speak against a country of that name when they stand in the same article.</param>
/// <param name="GeoNamesId">Of a country.</param>
internal sealed record Entity(
    string Id,
    string Name,
    EntityKind Kind,
    string[] Countries,
    string[] Sectors,
    string Members,
    string[] Unless,
    int? GeoNamesId
)
{
    /// <summary>Whether it is a state of its own: a row of countries.tsv.</summary>
    internal bool IsState { get; init; }

    /// <summary>Degrees north of a country's middle, or null.</summary>
    internal double? Latitude { get; init; }

    /// <summary>Degrees east of a country's middle, or null.</summary>
    internal double? Longitude { get; init; }

    /// <summary>Whether the country belonged to the bloc on an ISO date; at any time where <paramref name="date"/> is null. One that came back stands
    /// there twice.</summary>
    internal bool HasMember(ReadOnlySpan<char> country, string? date)
    {
        foreach (var range in Members.AsSpan().Split(' '))
        {
            var member = Members.AsSpan(range);
            if (!member.StartsWith(country, StringComparison.Ordinal))
                continue;
            if (member.Length <= 4 || date is null)
                return true;
            var span = member[4..]; // behind "FIN@"
            var dots = span.IndexOf("..", StringComparison.Ordinal);
            var from = dots < 0 ? span : span[..dots];
            var until = dots < 0 ? default : span[(dots + 2)..];
            if (Days.Holds(from, until, date))
                return true;
        }
        return false;
    }
}

/// <summary>One spell in office.</summary>
/// <param name="Role">What <see cref="Office.Role"/> calls it.</param>
/// <param name="Title">As it is written before a name.</param>
/// <param name="Sectors">PLOVER sectors.</param>
/// <param name="From">ISO date or year, or empty.</param>
/// <param name="Until">ISO date or year, or empty.</param>
internal sealed record Spell(string Role, string Title, string[] Sectors, string From, string Until)
{
    internal bool Covers(string date) => Days.Holds(From, Until, date);
}

/// <summary>A person of people.tsv with every spell in office.</summary>
internal sealed record KnownPerson(string Id, string Name, string? Country, string? Organisation, char? Gender, string? WikidataId)
{
    internal List<Spell> Spells { get; } = [];

    /// <summary>Known by surname alone.</summary>
    internal bool IsProminent { get; init; }

    /// <summary>The office held on an ISO date, or null.</summary>
    internal Spell? At(string? date)
    {
        if (date is not null)
            foreach (var spell in Spells)
                if (spell.Covers(date))
                    return spell;
        return null;
    }

    /// <summary>Whether the person was in public life within ten years of the date, so that a surname alone is enough.</summary>
    internal bool IsCurrent(string? date)
    {
        if (date is null || date.Length < 4)
            return true;
        var year = Days.Year(date);
        foreach (var spell in Spells)
        {
            var from = Days.Year(spell.From);
            var until = Days.Year(spell.Until);
            if ((from == 0 || year >= from - 10) && (until == 0 || year <= until + 10))
                return true;
        }
        return false;
    }
}

/// <summary>A row of offices.tsv.</summary>
/// <param name="Title">Singular, lower case.</param>
/// <param name="Sectors">PLOVER sectors of a holder.</param>
/// <param name="Role">Key to people.tsv, or empty.</param>
/// <param name="Flag">'b' may stand before a name; 'm', 'f': a form of address; ' ' stands alone only.</param>
internal sealed record Office(string Title, string[] Sectors, string Role, char Flag)
{
    /// <summary>"Mr", "Lady": tells the gender, no office.</summary>
    internal bool IsAddress => Flag is 'm' or 'f' || (Sectors.Length == 0 && Role.Length == 0 && Title.Length <= 4);
}

/// <summary>A row of agents.tsv.</summary>
/// <param name="Noun">Singular, lower case.</param>
/// <param name="Sectors">PLOVER sectors.</param>
/// <param name="Kind">'g' group, 'p' person, 'o' organisation.</param>
/// <param name="UnnamedClass">Class when used for a source without a name, or null.</param>
/// <param name="Political">'p' always, 'n' with a country or bloc only, 'x' never.</param>
internal sealed record Agent(string Noun, string[] Sectors, char Kind, string? UnnamedClass, char Political);

/// <summary>A city or region of the gazetteer.</summary>
internal readonly record struct PlaceEntry(
    string Name,
    string Precision,
    string? Country,
    double? Latitude,
    double? Longitude,
    int? GeoNamesId,
    long Population,
    string Division
)
{
    /// <summary>Of a row of places.tsv or towns.tsv.</summary>
    internal static PlaceEntry OfCity(Row c) =>
        new(c.Text(1), "city", c.TextOrNull(3), c.Degrees(4), c.Degrees(5), c.Number(0), c.Number(6) ?? 0, c.Text(7));

    /// <summary>Of a row of regions.tsv or districts.tsv.</summary>
    internal static PlaceEntry OfRegion(Row r) =>
        new(r.Text(0), r.Text(1), r.TextOrNull(2), r.Degrees(3), r.Degrees(4), r.Number(6), r.Number(7) ?? 0, r.Text(8));
}

/// <summary>ISO dates and years as strings, compared without a calendar.</summary>
internal static class Days
{
    internal static bool Holds(ReadOnlySpan<char> from, ReadOnlySpan<char> until, ReadOnlySpan<char> date) =>
        (from.IsEmpty || date.SequenceCompareTo(from) >= 0 || from.StartsWith(date, StringComparison.Ordinal))
        && (until.IsEmpty || date.SequenceCompareTo(until) <= 0 || date.StartsWith(until, StringComparison.Ordinal));

    internal static int Year(ReadOnlySpan<char> date) =>
        date.Length >= 4 && int.TryParse(date[..4], System.Globalization.NumberStyles.None, null, out var year) ? year : 0;
}
