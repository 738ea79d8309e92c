namespace OnRecord.Archive.Export;

/// <summary>What a column holds. Where something is not known the cell is null (empty in CSV, absent in JSON), never guessed.</summary>
public enum ExportType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Several texts: a list in JSON and Parquet, joined by "; " in CSV. Without any it is empty.</summary>
    Texts,

    /// <summary>Whole number, 64 bits.</summary>
    Integer,

    /// <summary>Number, 64-bit binary.</summary>
    Real,

    /// <summary>true or false, always known.</summary>
    Flag,
}

/// <summary>A column of an exported table. Exactly one of the ways to read it from a row is set: that of its type.</summary>
public sealed class ExportColumn
{
    internal ExportColumn(string name, ExportType type, string meaning)
    {
        Name = name;
        Type = type;
        Meaning = meaning;
    }

    /// <summary>Name, the same in all formats.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public ExportType Type { get; }

    /// <summary>What it means, in one line.</summary>
    public string Meaning { get; }

    internal Func<ExportRow, string?> Text { get; init; } = static _ => null;

    internal Func<ExportRow, IReadOnlyList<string>?> Texts { get; init; } = static _ => null;

    internal Func<ExportRow, long?> Integer { get; init; } = static _ => null;

    internal Func<ExportRow, double?> Real { get; init; } = static _ => null;

    internal Func<ExportRow, bool> Flag { get; init; } = static _ => false;
}
