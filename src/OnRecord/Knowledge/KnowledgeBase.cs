using System.Buffers.Text;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>Countries, blocs, organisations, people in office, titles, agent nouns and places, as the tables in <c>knowledge/</c> have
/// them. Immutable once loaded and safe for any number of threads.</summary>
internal sealed class KnowledgeBase
{
    static readonly string[] EntityTables = ["dependencies", "blocs", "organisations", "groups", "parties"];
    readonly List<Entity> _entities = [];
    readonly List<KnownPerson> _people = [];
    readonly List<Office> _offices = [];
    readonly List<Agent> _agents = [];
    readonly List<char?> _given = [];
    readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<(KnownPerson Person, Spell Spell)>> _byRole = new(StringComparer.Ordinal);
    readonly Dictionary<string, FrozenSet<string>> _words = new(StringComparer.Ordinal);
    readonly Dictionary<string, string[]> _sectorLists = new(StringComparer.Ordinal);
    readonly List<Table> _tables = [];
    readonly Table _places;
    readonly Table _regions;
    readonly Lazy<string> _hash;

    KnowledgeBase()
    {
        ReadCountries(Open("countries"));
        foreach (var name in EntityTables)
            ReadEntities(Open(name));
        ReadOutlets(Open("outlets"));
        ReadPeople(Open("people"));
        ReadOffices(Open("offices"));
        ReadAgents(Open("agents"));
        ReadGivenNames(Open("given-names"));
        ReadPlaces(_regions = Open("regions"), SenseKind.Region, 0, 5);
        ReadPlaces(_places = Open("places"), SenseKind.City, 1, 2);
        foreach (var row in Open("words"))
            _words[row.Text(0)] = row.Values(1).ToFrozenSet(StringComparer.Ordinal);
        _hash = new(ComputeHash);
    }

    /// <summary>Loads the tables embedded in the program; a few milliseconds.</summary>
    internal static KnowledgeBase Load() => new();

    /// <summary>SHA-256 over all tables, in hexadecimal.</summary>
    internal string Hash => _hash.Value;

    /// <summary>All names and their meanings.</summary>
    internal NameIndex Names { get; } = new();

    internal IReadOnlyList<Entity> Entities => _entities;
    internal IReadOnlyList<KnownPerson> People => _people;
    internal IReadOnlyList<Office> Offices => _offices;
    internal IReadOnlyList<Agent> Agents => _agents;

    /// <summary>The country, bloc, organisation, group or party with the id, or null.</summary>
    internal Entity? Entity(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A list of words.tsv.</summary>
    internal FrozenSet<string> Words(string list) => _words[list];

    /// <summary>Gender of the bearer of a given name: 'm', 'f', or null where both bear it.</summary>
    internal char? GivenGender(int row) => _given[row];

    /// <summary>Who held an office of a country or organisation on an ISO date; null unless exactly one did.</summary>
    internal KnownPerson? Holder(string countryOrOrganisation, string role, string date)
    {
        if (!_byRole.TryGetValue(countryOrOrganisation + " " + role, out var spells))
            return null;
        KnownPerson? holder = null;
        foreach (var (person, spell) in spells)
            if (spell.Covers(date))
            {
                if (holder is not null && holder != person)
                    return null;
                holder = person;
            }
        return holder;
    }

    /// <summary>The city or region that a sense of kind <see cref="SenseKind.City"/> or <see cref="SenseKind.Region"/> names.</summary>
    internal PlaceEntry Place(Sense sense)
    {
        if (sense.Kind == SenseKind.Region)
        {
            var r = _regions.RowAt(sense.Row);
            return new(r.Text(0), r.Text(1), r.TextOrNull(2), Degrees(r[3]), Degrees(r[4]), Number(r[6]), Number(r[7]) ?? 0, r.Text(8));
        }
        var c = _places.RowAt(sense.Row);
        return new(c.Text(1), "city", c.TextOrNull(3), Degrees(c[4]), Degrees(c[5]), Number(c[0]), Number(c[6]) ?? 0, c.Text(7));
    }

    Table Open(string name)
    {
        var table = new Table(name + ".tsv");
        _tables.Add(table);
        return table;
    }

    void ReadCountries(Table table)
    {
        foreach (var row in table)
        {
            var index = Add(
                new(row.Text(0), row.Text(2), EntityKind.Country, [row.Text(0)], [], "", row.Values(7), Number(row[8]))
                {
                    IsState = true,
                    Latitude = Degrees(row[9]),
                    Longitude = Degrees(row[10]),
                }
            );
            AddNames(row[2], SenseKind.Entity, index);
            AddNames(row[3], SenseKind.Entity, index);
            AddNames(row[4], SenseKind.Adjective, index);
            AddNames(row[5], SenseKind.People, index);
            AddNames(row[6], SenseKind.Capital, index);
        }
    }

    void ReadEntities(Table table)
    {
        foreach (var row in table)
        {
            var kind = Kind(row[1]);
            var index = Add(
                new(row.Text(0), row.Text(2), kind, row[6].IsEmpty ? [] : [row.Text(6)], Sectors(row[7]), row.Text(8), [], null)
                {
                    Latitude = Degrees(row[9]),
                    Longitude = Degrees(row[10]),
                }
            );
            AddNames(row[2], SenseKind.Entity, index);
            AddNames(row[3], SenseKind.Entity, index);
            AddNames(row[4], SenseKind.Adjective, index);
            AddNames(row[5], SenseKind.People, index);
        }
    }

    static EntityKind Kind(ReadOnlySpan<byte> kind) =>
        kind switch
        {
            _ when kind.SequenceEqual("country"u8) => EntityKind.Country,
            _ when kind.SequenceEqual("seat"u8) => EntityKind.Seat,
            _ when kind.SequenceEqual("bloc"u8) => EntityKind.Bloc,
            _ when kind.SequenceEqual("group"u8) => EntityKind.Group,
            _ when kind.SequenceEqual("party"u8) => EntityKind.Party,
            _ => EntityKind.Organisation,
        };

    void ReadOutlets(Table table)
    {
        foreach (var row in table)
        {
            var index = Add(new(row.Text(1), row.Text(0), EntityKind.Outlet, [row.Text(2)], ["JRN"], "", [], null));
            AddNames(row[0], SenseKind.Entity, index);
            AddNames(row[3], SenseKind.Entity, index);
        }
    }

    int Add(Entity entity)
    {
        _entities.Add(entity);
        _byId[entity.Id] = entity;
        return _entities.Count - 1;
    }

    void ReadPeople(Table table)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table)
        {
            var id = row.Text(0);
            if (!rows.TryGetValue(id, out var index))
            {
                rows[id] = index = _people.Count;
                char? gender = row[10].IsEmpty ? null : (char)row[10][0];
                _people.Add(new(id, row.Text(1), row.TextOrNull(3), row.TextOrNull(4), gender, row.TextOrNull(11)));
                Names.Add(row[1], SenseKind.Person, index);
            }
            foreach (var name in row.Values(2))
                if (name.EndsWith('*'))
                    Names.Add(name.AsSpan(0, name.Length - 1), SenseKind.Surname, index);
                else
                    Names.Add(name, SenseKind.Person, index);
            var person = _people[index];
            var spell = new Spell(row.Text(5), row.Text(6), Sectors(row[7]), row.Text(8), row.Text(9));
            person.Spells.Add(spell);
            if (spell.From.Length == 0)
                continue;
            var key = (person.Country ?? person.Organisation) + " " + spell.Role;
            if (!_byRole.TryGetValue(key, out var spells))
                _byRole[key] = spells = [];
            spells.Add((person, spell));
        }
    }

    void ReadOffices(Table table)
    {
        foreach (var row in table)
        {
            _offices.Add(new(row.Text(0), Sectors(row[2]), row.Text(3), row[4].IsEmpty ? ' ' : (char)row[4][0]));
            Names.Add(row[0], SenseKind.Office, _offices.Count - 1);
            Names.Add(row[1], SenseKind.Offices, _offices.Count - 1);
        }
    }

    void ReadAgents(Table table)
    {
        foreach (var row in table)
        {
            _agents.Add(new(row.Text(0), Sectors(row[2]), (char)row[3][0], row.TextOrNull(4), (char)row[5][0]));
            // A noun without a plural of its own that ends in -s or names people is one: police, armed forces.
            Names.Add(row[0], SenseKind.Agent, _agents.Count - 1);
            Names.Add(row[1], SenseKind.Agents, _agents.Count - 1);
        }
    }

    void ReadGivenNames(Table table)
    {
        foreach (var row in table)
        {
            _given.Add(row[1].IsEmpty ? null : (char)row[1][0]);
            Names.Add(row[0], SenseKind.Given, _given.Count - 1);
        }
    }

    void ReadPlaces(Table table, SenseKind kind, int name, int others)
    {
        for (var rows = table.GetEnumerator(); rows.MoveNext(); )
        {
            AddNames(rows.Current[name], kind, rows.Offset);
            AddNames(rows.Current[others], kind, rows.Offset);
        }
    }

    void AddNames(ReadOnlySpan<byte> values, SenseKind kind, int row)
    {
        while (!values.IsEmpty)
        {
            var bar = values.IndexOf((byte)'|');
            Names.Add(bar < 0 ? values : values[..bar], kind, row);
            values = bar < 0 ? default : values[(bar + 1)..];
        }
    }

    string[] Sectors(ReadOnlySpan<byte> values)
    {
        if (values.IsEmpty)
            return [];
        var key = Encoding.UTF8.GetString(values);
        if (!_sectorLists.TryGetValue(key, out var list))
            _sectorLists[key] = list = key.Split('|');
        return list;
    }

    static int? Number(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out int value, out _) ? value : null;

    static double? Degrees(ReadOnlySpan<byte> digits) =>
        double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    string ComputeHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in _tables)
        {
            sha.AppendData(Encoding.UTF8.GetBytes(table.Name + "\n"));
            sha.AppendData(table.Bytes);
        }
        return Convert.ToHexStringLower(sha.GetCurrentHash());
    }
}
