namespace OnRecord.Archive.Export;

/// <summary>How exported rows are written.</summary>
public enum ExportFormat
{
    /// <summary>One JSON object a line: of articles the whole record, of the other tables a flat row.</summary>
    Jsonl,

    /// <summary>RFC 4180 with a header, UTF-8; cells that a spreadsheet would take for formulas are guarded.</summary>
    Csv,

    /// <summary>Apache Parquet, compressed with Zstandard; lists are lists.</summary>
    Parquet,

    /// <summary>PLOVER's JSON, one event a line. It knows events only: the table that is asked for is not looked at.</summary>
    Plover,
}

/// <summary>What there is a row of.</summary>
public enum ExportTable
{
    /// <summary>Articles with their text.</summary>
    Articles,

    /// <summary>Who said what.</summary>
    Statements,

    /// <summary>Who did what to whom.</summary>
    Events,

    /// <summary>On whose word each event stands: a row for each view of each event.</summary>
    Views,
}
