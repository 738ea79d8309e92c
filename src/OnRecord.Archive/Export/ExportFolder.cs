namespace OnRecord.Archive.Export;

/// <summary>The files of an export while they are written: each has a name of its own until all are whole.</summary>
internal sealed class ExportFolder : IDisposable
{
    const int Chunk = 1 << 20;

    readonly List<(ExportTable Table, TableWriter Writer, FileStream File, string Final)> _files = [];

    internal ExportFolder(ExportFormat format, string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var table in format is ExportFormat.Plover ? [ExportTable.Events] : Enum.GetValues<ExportTable>())
            {
                var final = Path.Combine(folder, ArchiveExport.NameOf(table) + ArchiveExport.EndingOf(format));
                var file = new FileStream(final + ".part", FileMode.Create, FileAccess.Write, FileShare.None);
                _files.Add((table, TableWriter.Open(format, table), file, final));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal void Add(ExportSelection article)
    {
        foreach (var (_, writer, file, _) in _files)
        {
            writer.Add(article);
            if (writer.Output.Waiting >= Chunk)
                Drain(writer, file);
        }
    }

    internal IReadOnlyList<ExportedTable> End()
    {
        foreach (var (_, writer, file, _) in _files)
        {
            writer.End();
            Drain(writer, file);
            file.Flush(flushToDisk: true);
            file.Dispose();
        }
        foreach (var (_, _, file, final) in _files)
            File.Move(file.Name, final, overwrite: true);
        return [.. _files.Select(f => new ExportedTable(f.Table, f.Final, f.Writer.Rows))];
    }

    static void Drain(TableWriter writer, FileStream file)
    {
        file.Write(writer.Output.Waiters.Span);
        writer.Output.Drained();
    }

    /// <summary>Closes all; what did not reach <see cref="End"/> is deleted.</summary>
    public void Dispose()
    {
        foreach (var (_, writer, file, _) in _files)
        {
            writer.Dispose();
            file.Dispose();
            File.Delete(file.Name);
        }
    }
}
