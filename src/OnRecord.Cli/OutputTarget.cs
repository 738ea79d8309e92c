namespace OnRecord.Cli;

/// <summary>Where results go: standard output, or a file that appears under its name only when it is complete.</summary>
internal sealed class OutputTarget : IDisposable
{
    readonly string? _path;
    readonly string? _temporary;
    bool _kept;

    OutputTarget(Stream stream, string? path, string? temporary) => (Stream, _path, _temporary) = (stream, path, temporary);

    internal Stream Stream { get; }

    internal static OutputTarget Open(string? path, CliIo io)
    {
        if (path is null or "-")
            return new(new BufferedStream(io.Output, 1 << 16), null, null);
        try
        {
            // beside the file itself, so that the rename stays on one disk
            var full = Path.GetFullPath(path);
            var temporary = full + "." + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".part";
            if (Directory.Exists(full))
                throw new UsageException($"--output {path}: is a directory; give the name of a file in it");
            return new(new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), full, temporary);
        }
        catch (DirectoryNotFoundException)
        {
            throw new UsageException($"--output {path}: the directory does not exist; make it first with mkdir -p");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--output {path}: can't be written: {e.Message}");
        }
    }

    /// <summary>All is written: the file gets its name.</summary>
    internal void Keep()
    {
        Stream.Flush();
        if (_path is null)
            return;
        Stream.Dispose();
        File.Move(_temporary!, _path, overwrite: true);
        _kept = true;
    }

    public void Dispose()
    {
        if (_path is null)
            return; // the caller's stream
        Stream.Dispose();
        if (!_kept)
            File.Delete(_temporary!);
    }
}
