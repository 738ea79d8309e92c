using System.Globalization;
using System.Text;

namespace OnRecord.Knowledge;

/// <summary>The knowledge cannot be used as it is written; the message names file, line and remedy.</summary>
public sealed class KnowledgeException : Exception
{
    internal KnowledgeException(string message)
        : base(message) { }
}

/// <summary>Tables of a user's own: rows that are added to those built in or take their place.</summary>
internal static class UserTables
{
    const int MostBytes = 32 << 20;

    /// <summary>The built-in tables with a folder's on top, compiled.</summary>
    /// <exception cref="KnowledgeException">The folder or a file in it is not as it must be.</exception>
    internal static byte[] Compile(string folder)
    {
        if (!Directory.Exists(folder))
            throw new KnowledgeException($"--knowledge: there is no folder {folder}.");
        var files = Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
            throw new KnowledgeException($"--knowledge: {folder} holds no .tsv file; the names it may have are {Open}.");
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in KnowledgeTables.All)
            rows[table.Name] =
            [
                .. Encoding.UTF8.GetString(KnowledgeFile.Embedded.Table(table.Name).Bytes).Split('\n').Where(l => l.Length > 0),
            ];
        foreach (var path in files)
        {
            if (KnowledgeTables.Find(Path.GetFileNameWithoutExtension(path)) is not { IsOpen: true } table)
                throw new KnowledgeException($"{path}: no table that can be added to has this name; they are {Open}.");
            var own = Read(path, table);
            // Of a person every row goes that is in any of the tables of people.
            foreach (var name in KnowledgeTables.People.Contains(table.Name) ? KnowledgeTables.People : [table.Name])
                rows[name] = Merge(rows[name], name == table.Name ? own : [], own, table);
        }
        return KnowledgeCompiler.Compile(rows);
    }

    static string Open => string.Join(", ", KnowledgeTables.All.Where(t => t.IsOpen).Select(t => t.Name + ".tsv"));

    /// <summary>New rows stand first, for the first meaning of a name counts; a row whose key begins with "-" only takes away.</summary>
    static List<string> Merge(List<string> builtIn, List<string> added, List<string> own, TableSchema table)
    {
        var replaced = own.Select(r => Key(r.TrimStart('-'), table)).ToHashSet(StringComparer.Ordinal);
        return [.. added.Where(r => r[0] != '-'), .. builtIn.Where(r => !replaced.Contains(Key(r, table)))];
    }

    static string Key(string row, TableSchema table)
    {
        var columns = row.Split('\t');
        return string.Join('\t', table.Key.Select(k => k < columns.Length ? columns[k] : ""));
    }

    /// <summary>The rows of a file without comments, each checked against its table.</summary>
    internal static List<string> Read(string path, TableSchema table)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new KnowledgeException($"{path}: larger than {MostBytes >> 20} MB.");
        string[] lines;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
            lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        }
        catch (DecoderFallbackException)
        {
            throw new KnowledgeException($"{path}: not UTF-8.");
        }
        var rows = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
                continue;
            var columns = lines[i].Split('\t');
            if (lines[i][0] != '-' && columns.Length < table.Least)
                throw new KnowledgeException(
                    $"{path}:{i + 1}: {columns.Length} columns parted by tabs, where {table.Name}.tsv has {table.Least} or more: {table.Columns}."
                );
            if (Wrong(columns, table) is { } wrong)
                throw new KnowledgeException($"{path}:{i + 1}: {wrong}");
            rows.Add(lines[i]);
        }
        return rows;
    }

    /// <summary>What is not right with a row, in words, or null.</summary>
    static string? Wrong(string[] columns, TableSchema table)
    {
        if (columns[0].StartsWith('-'))
            return null;
        if (columns[0].Length == 0 && table.Key.Contains(0))
            return $"the first column is empty; the columns are {table.Columns}.";
        if (KnowledgeTables.People.Contains(table.Name))
            foreach (var column in (ReadOnlySpan<int>)[8, 9])
                if (column < columns.Length && columns[column].Length > 0 && !IsDate(columns[column]))
                    return $"{columns[column]} is no date: write 2022, 2022-02 or 2022-02-24.";
        if (table.Name == "cues" && columns[1] is not ("v" or "n" or "a"))
            return $"part of speech {columns[1]} is not v, n or a.";
        if (table.Name == "agents" && (columns[3].Length == 0 || columns[5] is not ("p" or "n" or "x")))
            return "the fourth column is group, person or organisation, the sixth p, n or x.";
        return null;
    }

    static bool IsDate(string text) =>
        DateOnly.TryParseExact(
            text.Length switch
            {
                4 => text + "-01-01",
                7 => text + "-01",
                _ => text,
            },
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );
}
