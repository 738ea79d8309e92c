using System.Globalization;
using OnRecord.Training.Language;

namespace OnRecord.Tests.Language;

/// <summary>The list of names marked in news: offsets and kinds, and nothing of the texts.</summary>
public sealed class MarkedNamesTests
{
    static readonly string[][] Rows = ReadRows();

    static string[][] ReadRows()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
            folder = folder.Parent;
        return
        [
            .. File.ReadLines(Path.Combine(folder!.FullName, "tests", "gold", "names-news.tsv"))
                .Where(l => !l.StartsWith('#'))
                .Select(l => l.Split('\t')),
        ];
    }

    static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    [Fact]
    public void Names_StandInTheirSentence_OneAfterAnother()
    {
        Assert.Equal(300, Rows.Length);
        foreach (var row in Rows)
        {
            var at = Number(row[1]);
            foreach (var name in row.Length > 3 ? row[3].Split(' ') : [])
            {
                var parts = name.Split(':');
                Assert.Contains(parts[2], (string[])["PER", "ORG", "LOC"]);
                Assert.True(Number(parts[0]) >= at && Number(parts[1]) > Number(parts[0]), $"{row[0]} {name}");
                at = Number(parts[1]);
            }
            Assert.True(Number(row[2]) >= at, row[0]);
        }
    }

    [Fact]
    public void Articles_AreHeldOutOfTraining() => Assert.Equal(Rows.Select(r => r[0]).Order(), NewsNames.HeldOut().Order());
}
