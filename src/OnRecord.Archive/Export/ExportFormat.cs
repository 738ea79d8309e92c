namespace OnRecord.Archive.Export;

/// <summary>The forms an export can have.</summary>
public enum ExportFormat
{
    /// <summary>JSON Lines: whole records for <see cref="ExportTable.Articles"/>, else an object a row.</summary>
    Jsonl,

    /// <summary>Comma-separated values (RFC 4180), UTF-8.</summary>
    Csv,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>PLOVER's JSON, an event a line.</summary>
    Plover,
}

/// <summary>The tables an export can hold.</summary>
public enum ExportTable
{
    /// <summary>A row an article.</summary>
    Articles,

    /// <summary>A row a statement: who said what.</summary>
    Statements,

    /// <summary>A row an event: who did what to whom.</summary>
    Events,

    /// <summary>A row a view of an event: on whose word it stands.</summary>
    Views,
}
