using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Server.Tests;

/// <summary>The repository's samples, coded once.</summary>
internal static class Samples
{
    internal static Coder Coder { get; } = Coder.Load();

    static readonly Lazy<IReadOnlyList<ArticleRecord>> All = new(() =>
    {
        var folder = Path.Combine(Root(), "samples");
        return
        [
            .. File.ReadLines(Path.Combine(folder, "samples.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Select(row =>
                    Coder.Code(
                        new Article
                        {
                            Id = "samples/" + row[0],
                            Text = File.ReadAllText(Path.Combine(folder, row[0])),
                            Outlet = row[1],
                            Published = row[2],
                        }
                    )
                ),
        ];
    });

    internal static MemoryArchive Archive()
    {
        var archive = new MemoryArchive();
        foreach (var record in All.Value)
            archive.Keep(record);
        return archive;
    }

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("OnRecord.slnx is not above " + AppContext.BaseDirectory);
    }
}
