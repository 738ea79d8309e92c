using OnRecord.Knowledge;
using Xunit;

namespace OnRecord.Tests.Knowledge;

public class KnowledgeCompilerTests
{
    const int MostBytes = 12 * 1000 * 1000;

    static string Tables
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "OnRecord.slnx")))
                    return Path.Combine(folder.FullName, "knowledge");
            throw new InvalidOperationException("OnRecord.slnx is not above " + AppContext.BaseDirectory);
        }
    }

    [Fact]
    public void Tables_Compiled_AreTheFileInTheBuild()
    {
        var compiled = KnowledgeCompiler.CompileFolder(Tables);
        Assert.True(
            KnowledgeFile.Embedded.Bytes.SequenceEqual(compiled),
            "knowledge.bin is not what the tables give: dotnet run --project src/OnRecord.Training -c Release -- compile knowledge"
        );
        Assert.InRange(compiled.Length, 1, MostBytes);
        Assert.Equal(KnowledgeFile.Embedded.Hash, KnowledgeFile.Of(compiled).Hash);
    }

    [Fact]
    public void EveryTable_InItsHead_NamesSourceAndDate()
    {
        foreach (var table in KnowledgeTables.All)
        {
            var head = string.Join('\n', File.ReadLines(Path.Combine(Tables, table.Name + ".tsv")).TakeWhile(l => l.StartsWith('#')));
            Assert.True(
                head.Contains("Source", StringComparison.Ordinal) && head.Contains("Date: 20", StringComparison.Ordinal),
                table.Name
            );
            Assert.True(
                head.Contains("Licence", StringComparison.Ordinal)
                    || head.Contains("MIT", StringComparison.Ordinal)
                    || head.Contains("CC", StringComparison.Ordinal),
                table.Name
            );
        }
    }

    [Fact]
    public void EveryTown_ByItsOwnName_IsFound()
    {
        var knowledge = KnowledgeBase.Load();
        var found = new List<(PlaceEntry Place, bool IsAlternative)>();
        foreach (var row in knowledge.Rows("towns").Where((_, i) => i % 97 == 0))
        {
            found.Clear();
            knowledge.Gazetteer.Find(row[1], found);
            Assert.Contains(found, f => f.Place.GeoNamesId == int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("Bombay", "Mumbai")]
    [InlineData("Idlib province", "Idlib")]
    public void OtherName_OfAPlace_FindsIt(string other, string name)
    {
        var found = new List<(PlaceEntry Place, bool IsAlternative)>();
        KnowledgeBase.Load().Gazetteer.Find(other, found);
        Assert.Contains(found, f => f.IsAlternative && f.Place.Name == name);
    }

    [Fact]
    public void DamagedFile_Opened_SaysSo() =>
        Assert.Contains(
            "damaged",
            Assert.Throws<InvalidOperationException>(() => KnowledgeFile.Of("no knowledge at all"u8.ToArray())).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void MissingTable_Compiled_IsNamed()
    {
        using var folder = new TablesFolder();
        Assert.Contains(
            "countries.tsv is missing",
            Assert.Throws<KnowledgeException>(() => KnowledgeCompiler.CompileFolder(folder.Path)).Message,
            StringComparison.Ordinal
        );
    }
}
