using System.IO.Compression;
using System.Text;

namespace OnRecord.Cli.Tests;

/// <summary>A folder for the inputs of one test, removed with it.</summary>
public sealed class TempFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = File(name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public string WriteGzip(string name, byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return Write(name, packed.ToArray());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
