namespace OnRecord.Archive.Export;

/// <summary>Writes rows of a table in one format to a stream that stays open.</summary>
internal abstract class RowWriter : IDisposable
{
    /// <summary>Writes a row.</summary>
    internal abstract void Write(ExportRow row, CancellationToken cancelled);

    /// <summary>All rows are written: what closes the file follows.</summary>
    internal abstract void Complete();

    public virtual void Dispose() { }
}
