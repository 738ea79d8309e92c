namespace OnRecord.Cli.Tests;

/// <summary>Finds the repository's own files, whatever the working directory.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("OnRecord.slnx is not above " + AppContext.BaseDirectory);
    }
}
