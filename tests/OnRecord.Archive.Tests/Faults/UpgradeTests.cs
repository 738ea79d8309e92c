using System.Globalization;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>Upgrades that were not finished, and files of versions that this one does not know.</summary>
public sealed class UpgradeTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Archive => _folder.File("archive.db");

    static string FirstMigration()
    {
        var assembly = typeof(SqliteArchive).Assembly;
        var name = assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith("migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .First();
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [Fact]
    public void InterruptedMigration_IsNone()
    {
        using (var connection = Tables.Open(Archive))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;" + FirstMigration();
            command.ExecuteNonQuery();
        } // the process ends before the commit
        Invented.Archive(Archive, 3);
        using var archive = SqliteArchive.Open(Archive);
        Invented.AssertHolds(archive, ["inv-0", "inv-1", "inv-2"]);
    }

    [Fact]
    public void FailingMigration_ChangesNothing_AndSaysWhatToDo()
    {
        // an archive by its stamp, at schema 0, with a table that the migration makes too
        Tables.Execute(Archive, $"CREATE TABLE actor (x); PRAGMA application_id = {Database.ApplicationId}");
        var error = Assert.Throws<ArchiveException>(() => SqliteArchive.OpenOrCreate(Archive));
        Assert.Contains("restore", error.Remedy, StringComparison.Ordinal);
        using var connection = Tables.Open(Archive);
        Assert.Equal(["actor"], Tables.Read(connection, "SELECT name FROM sqlite_schema"));
        Assert.Equal(["0"], Tables.Read(connection, "PRAGMA user_version"));
    }

    [Fact]
    public void SchemaZero_WithTables_IsAnotherProgramsFile()
    {
        Tables.Execute(Archive, FirstMigration());
        var error = Assert.Throws<ArchiveException>(() => SqliteArchive.OpenOrCreate(Archive));
        Assert.Contains("another program", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("add")]
    [InlineData("restore")]
    [InlineData("repair")]
    public void NewerSchema_IsRefused_AndLeftAsItIs(string what)
    {
        Invented.Archive(Archive, 3);
        Tables.Execute(Archive, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Migrator.Latest + 1}"));
        var before = File.ReadAllBytes(Archive);
        var error = Assert.Throws<ArchiveException>(() =>
        {
            switch (what)
            {
                case "open":
                    SqliteArchive.Open(Archive).Dispose();
                    break;
                case "add":
                    SqliteArchive.OpenOrCreate(Archive).Dispose();
                    break;
                case "restore":
                    SqliteArchive.Restore(Archive, _folder.File("other.db"));
                    break;
                default:
                    SqliteArchive.Repair(Archive);
                    break;
            }
        });
        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Contains("use that version", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Archive));
    }
}
