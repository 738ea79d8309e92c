namespace OnRecord.Archive.Export;

/// <summary>A file that gets its name when it is whole; until then it lies beside it under a name of its own, and what is not kept is
/// removed.</summary>
internal sealed class PartFile : IDisposable
{
    readonly string _path;
    readonly string _part;
    bool _kept;

    internal PartFile(string path)
    {
        _path = path;
        _part = $"{path}.{Path.GetRandomFileName()}.part"; // two exports into one folder must not write into one file
        Stream = new FileStream(_part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    internal FileStream Stream { get; }

    /// <summary>All is written: it goes to the disk before the name does, so that no crash leaves a name without its content.</summary>
    internal void Close()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
    }

    internal void Keep()
    {
        File.Move(_part, _path, overwrite: true);
        _kept = true;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_kept)
            File.Delete(_part);
    }
}
