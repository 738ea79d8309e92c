namespace OnRecord.Archive.Export;

/// <summary>The types of an export's columns.</summary>
public enum ExportType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Several texts: an array in JSONL, joined by <see cref="ExportSchema.ListSeparator"/> in CSV and Parquet.</summary>
    TextList,

    /// <summary>A whole number of 64 bits.</summary>
    Whole,

    /// <summary>A number of double precision.</summary>
    Number,

    /// <summary>true or false.</summary>
    Truth,
}

/// <summary>What stands in one column of one row, unboxed. Which member counts is told by the column's type; nothing is known where all are
/// null.</summary>
internal readonly struct Cell
{
    Cell(string? text, IReadOnlyList<string>? list, long? whole, double? number) =>
        (Text, List, Whole, Number) = (text, list, whole, number);

    internal string? Text { get; }

    internal IReadOnlyList<string>? List { get; }

    internal long? Whole { get; }

    internal double? Number { get; }

    internal bool? Truth => Whole is { } bit ? bit == 1 : null;

    /// <summary>The list as one text; null where it is empty, as nothing is known then.</summary>
    internal string? Joined => List is { Count: > 0 } list ? string.Join(ExportSchema.ListSeparator, list) : null;

    internal static Cell Of(IReadOnlyList<string>? list) => new(null, list, null, null);

    public static implicit operator Cell(string? text) => new(text, null, null, null);

    public static implicit operator Cell(List<string> list) => new(null, list, null, null);

    public static implicit operator Cell(long? whole) => new(null, null, whole, null);

    public static implicit operator Cell(double? number) => new(null, null, null, number);

    public static implicit operator Cell(bool truth) => new(null, null, truth ? 1 : 0, null);
}
