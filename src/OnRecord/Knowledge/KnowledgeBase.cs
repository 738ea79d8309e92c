using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>Countries, blocs, organisations, people in office, titles, agent nouns and places, as the tables in <c>knowledge/</c> have
/// them. Immutable once loaded and safe for any number of threads.</summary>
internal sealed class KnowledgeBase
{
    readonly List<Entity> _entities = [];
    readonly List<KnownPerson> _people = [];
    readonly List<Office> _offices = [];
    readonly List<Agent> _agents = [];
    readonly List<char?> _given = [];
    readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<(KnownPerson Person, Spell Spell)>> _byRole = new(StringComparer.Ordinal);
    readonly Dictionary<string, FrozenSet<string>> _words = new(StringComparer.Ordinal);
    readonly Dictionary<string, string[]> _sectorLists = new(StringComparer.Ordinal);
    readonly KnowledgeFile _file;
    readonly Table _places;
    readonly Table _regions;

    KnowledgeBase(KnowledgeFile file)
    {
        _file = file;
        ReadCountries(file.Table("countries"));
        foreach (var name in KnowledgeTables.Entities)
            ReadEntities(file.Table(name));
        ReadOutlets(file.Table("outlets"));
        var people = new Dictionary<string, KnownPerson>(StringComparer.Ordinal);
        foreach (var name in KnowledgeTables.People)
            ReadPeople(file.Table(name), people);
        ReadOffices(file.Table("offices"));
        ReadAgents(file.Table("agents"));
        foreach (var row in file.Table("given-names"))
            _given.Add(row[1].IsEmpty ? null : (char)row[1][0]);
        (_regions, _places) = (file.Table("regions"), file.Table("places"));
        foreach (var row in file.Table("words"))
            _words[row.Text(0)] = row.Values(1).ToFrozenSet(StringComparer.Ordinal);
        Metonymy = file.Table("metonymy").Text().GroupBy(r => r[0]).ToFrozenDictionary(g => g.Key, Answers, StringComparer.Ordinal);
        (Names, Gazetteer) = (new(file), new(file));
    }

    /// <summary>The tables embedded in the program; a few milliseconds.</summary>
    internal static KnowledgeBase Load() => new(KnowledgeFile.Embedded);

    /// <summary>The embedded tables with those of a folder on top; some tenths of a second.</summary>
    /// <exception cref="KnowledgeException">A file in the folder is not as it must be.</exception>
    internal static KnowledgeBase Load(string folder) => new(KnowledgeFile.Of(UserTables.Compile(folder)));

    /// <summary>SHA-256 over the compiled tables, in hexadecimal.</summary>
    internal string Hash => _file.Hash;

    /// <summary>The rows of a table, split at tabs.</summary>
    internal IEnumerable<string[]> Rows(string table) => _file.Table(table).Text();

    /// <summary>metonymy.tsv: for each relation its lemmas, true where they make a capital a government.</summary>
    internal FrozenDictionary<string, FrozenDictionary<string, bool>> Metonymy { get; }

    static FrozenDictionary<string, bool> Answers(IEnumerable<string[]> rows) =>
        rows.SelectMany(r => r[2].Split('|').Select(w => (Word: w, IsGovernment: r[1] == "government")))
            .DistinctBy(w => w.Word)
            .ToFrozenDictionary(w => w.Word, w => w.IsGovernment, StringComparer.Ordinal);

    /// <summary>All names and their meanings.</summary>
    internal NameIndex Names { get; }

    /// <summary>Towns, divisions and other names of places.</summary>
    internal Gazetteer Gazetteer { get; }

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
    internal PlaceEntry Place(Sense sense) =>
        sense.Kind == SenseKind.Region ? PlaceEntry.OfRegion(_regions.RowAt(sense.Row)) : PlaceEntry.OfCity(_places.RowAt(sense.Row));

    void ReadCountries(Table table)
    {
        foreach (var row in table)
        {
            Add(
                new(row.Text(0), row.Text(2), EntityKind.Country, [row.Text(0)], [], "", row.Values(7), row.Number(8))
                {
                    IsState = true,
                    Latitude = row.Degrees(9),
                    Longitude = row.Degrees(10),
                }
            );
        }
    }

    void ReadEntities(Table table)
    {
        foreach (var row in table)
        {
            var kind = Kind(row[1]);
            Add(
                new(row.Text(0), row.Text(2), kind, row[6].IsEmpty ? [] : [row.Text(6)], Sectors(row[7]), row.Text(8), [], null)
                {
                    Latitude = row.Degrees(9),
                    Longitude = row.Degrees(10),
                }
            );
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
            Add(new(row.Text(1), row.Text(0), EntityKind.Outlet, [row.Text(2)], ["JRN"], "", [], null));
        }
    }

    void Add(Entity entity)
    {
        _entities.Add(entity);
        _byId[entity.Id] = entity;
    }

    void ReadPeople(Table table, Dictionary<string, KnownPerson> people)
    {
        foreach (var row in table)
        {
            var id = row.Text(0);
            if (!people.TryGetValue(id, out var person))
            {
                char? gender = row[10].IsEmpty ? null : (char)row[10][0];
                person = new(id, row.Text(1), row.TextOrNull(3), row.TextOrNull(4), gender, row.TextOrNull(11))
                {
                    IsProminent = row[2].Contains((byte)'*'),
                };
                people[id] = person;
                _people.Add(person);
            }
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
            _offices.Add(new(row.Text(0), Sectors(row[2]), row.Text(3), row[4].IsEmpty ? ' ' : (char)row[4][0]));
    }

    void ReadAgents(Table table)
    {
        foreach (var row in table)
            _agents.Add(new(row.Text(0), Sectors(row[2]), (char)row[3][0], row.TextOrNull(4), (char)row[5][0]));
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
}
