using System.Text;

namespace OnRecord.Knowledge;

/// <summary>Compiles the tables of <c>knowledge/</c> and the index of their names into one file. The same tables give the same bytes.</summary>
internal static class KnowledgeCompiler
{
    /// <summary>Compiles a folder of tables.</summary>
    /// <exception cref="KnowledgeException">A table is missing, or a row is not as its table says.</exception>
    internal static byte[] CompileFolder(string folder)
    {
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in KnowledgeTables.All)
        {
            var path = Path.Combine(folder, table.Name + ".tsv");
            if (!File.Exists(path))
                throw new KnowledgeException(
                    $"{path} is missing: the tables are {string.Join(", ", KnowledgeTables.All.Select(t => t.Name))}."
                );
            rows[table.Name] = UserTables.Read(path, table);
        }
        return Compile(rows);
    }

    /// <summary>Compiles tables given as lines without comments.</summary>
    internal static byte[] Compile(IReadOnlyDictionary<string, List<string>> rows)
    {
        var sections = new List<(string Name, byte[] Bytes)>();
        foreach (var table in KnowledgeTables.All)
            sections.Add(("table " + table.Name, Encoding.UTF8.GetBytes(string.Concat(rows[table.Name].Select(r => r + "\n")))));
        var tables = KnowledgeFile.Of(KnowledgeFile.Write(sections));
        sections.AddRange(Names(tables).Sections());
        sections.AddRange(Gazetteer.Sections(tables.Table));
        return KnowledgeFile.Write(sections);
    }

    /// <summary>The names of all tables but the gazetteer's, in the order in which <see cref="KnowledgeBase"/> reads the rows.</summary>
    static NameIndexBuilder Names(KnowledgeFile file)
    {
        var names = new NameIndexBuilder();
        var entity = 0;
        foreach (var row in file.Table("countries"))
        {
            Add(names, row[2], SenseKind.Entity, entity);
            Add(names, row[3], SenseKind.Entity, entity);
            Add(names, row[4], SenseKind.Adjective, entity);
            Add(names, row[5], SenseKind.People, entity);
            Add(names, row[6], SenseKind.Capital, entity++);
        }
        foreach (var table in KnowledgeTables.Entities)
        foreach (var row in file.Table(table))
        {
            Add(names, row[2], SenseKind.Entity, entity);
            foreach (var name in row.Values(3))
                if (name.EndsWith('*'))
                    names.Add(name.AsSpan(0, name.Length - 1), SenseKind.Body, entity);
                else
                    names.Add(name, SenseKind.Entity, entity);
            Add(names, row[4], SenseKind.Adjective, entity);
            Add(names, row[5], SenseKind.People, entity);
            Add(names, row[11], SenseKind.Capital, entity++);
        }
        foreach (var row in file.Table("outlets"))
        {
            Add(names, row[0], SenseKind.Entity, entity);
            Add(names, row[3], SenseKind.Entity, entity++);
        }
        AddPeople(names, file);
        AddPairs(names, file.Table("offices"), SenseKind.Office, SenseKind.Offices);
        AddPairs(names, file.Table("agents"), SenseKind.Agent, SenseKind.Agents);
        var given = 0;
        foreach (var row in file.Table("given-names"))
            names.Add(row[0], SenseKind.Given, given++);
        AddPlaces(names, file.Table("regions"), SenseKind.Region, 0, 5);
        AddPlaces(names, file.Table("places"), SenseKind.City, 1, 2);
        return names;
    }

    static void AddPeople(NameIndexBuilder names, KnowledgeFile file)
    {
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in KnowledgeTables.People)
        foreach (var row in file.Table(table))
        {
            var id = row.Text(0);
            if (!people.TryGetValue(id, out var index))
            {
                people[id] = index = people.Count;
                names.Add(row[1], SenseKind.Person, index);
            }
            foreach (var name in row.Values(2))
                if (name.EndsWith('*'))
                    names.Add(name.AsSpan(0, name.Length - 1), SenseKind.Surname, index);
                else
                    names.Add(name, SenseKind.Person, index);
        }
    }

    static void AddPairs(NameIndexBuilder names, Table table, SenseKind one, SenseKind many)
    {
        var index = 0;
        foreach (var row in table)
        {
            names.Add(row[0], one, index);
            // A noun without a plural of its own that ends in -s or names people is one: police, armed forces.
            names.Add(row[1], many, index++);
        }
    }

    static void AddPlaces(NameIndexBuilder names, Table table, SenseKind kind, int name, int others)
    {
        for (var rows = table.GetEnumerator(); rows.MoveNext(); )
        {
            Add(names, rows.Current[name], kind, rows.Offset);
            Add(names, rows.Current[others], kind, rows.Offset);
        }
    }

    static void Add(NameIndexBuilder names, ReadOnlySpan<byte> values, SenseKind kind, int row)
    {
        while (!values.IsEmpty)
        {
            var bar = values.IndexOf((byte)'|');
            names.Add(bar < 0 ? values : values[..bar], kind, row);
            values = bar < 0 ? default : values[(bar + 1)..];
        }
    }
}
