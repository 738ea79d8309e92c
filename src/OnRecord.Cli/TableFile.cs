using System.IO.Compression;
using System.Text;

namespace OnRecord.Cli;

/// <summary>Opens tables and tokens: UTF-8 text, gzip by its content, "-" for standard input.</summary>
internal static class TableFile
{
    static TableFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true); // cut-off gzip is an error

    internal static StreamReader Open(string path, CliIo io)
    {
        if (path == "-")
            return new StreamReader(io.Input, new UTF8Encoding(false));
        if (Directory.Exists(path))
            throw new InvalidDataException("is a directory");
        if (!File.Exists(path))
            throw new InvalidDataException("no such file");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var zipped = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return new StreamReader(zipped ? new GZipStream(stream, CompressionMode.Decompress) : stream, new UTF8Encoding(false));
    }
}
