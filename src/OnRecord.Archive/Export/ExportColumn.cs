namespace OnRecord.Archive.Export;

/// <summary>A column of an export.</summary>
public sealed class ExportColumn
{
    internal ExportColumn(string name, ExportType type, string meaning, Func<ExportRow, Cell> get) =>
        (Name, Type, Meaning, Get) = (name, type, meaning, get);

    /// <summary>Its name in the header, the JSON and the Parquet schema.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public ExportType Type { get; }

    /// <summary>What that means, in a line.</summary>
    public string Meaning { get; }

    /// <summary>How it is got.</summary>
    internal Func<ExportRow, Cell> Get { get; }

    internal static ExportColumn Words(string name, string meaning, Func<ExportRow, string?> get) =>
        new(name, ExportType.Text, meaning, r => get(r));

    internal static ExportColumn List(string name, string meaning, Func<ExportRow, IReadOnlyList<string>?> get) =>
        new(name, ExportType.TextList, meaning, r => Cell.Of(get(r)));

    internal static ExportColumn Whole(string name, string meaning, Func<ExportRow, long?> get) =>
        new(name, ExportType.Whole, meaning, r => get(r));

    internal static ExportColumn Number(string name, string meaning, Func<ExportRow, double?> get) =>
        new(name, ExportType.Number, meaning, r => get(r));

    internal static ExportColumn Truth(string name, string meaning, Func<ExportRow, bool> get) =>
        new(name, ExportType.Truth, meaning, r => get(r));
}
