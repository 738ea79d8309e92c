using OnRecord.Archive.Sqlite;
using OnRecord.Archive.Tests.Contract;

namespace OnRecord.Archive.Tests;

/// <summary>The contract, kept by SQLite.</summary>
public sealed class SqliteContractTests : ArchiveContract
{
    readonly TempFolder _folder = new();

    protected override string BackupFile => _folder.File("backup.db");

    protected override IArchive Create() => SqliteArchive.OpenOrCreate(_folder.File("archive.db"));

    protected override IArchive OpenBackup() => SqliteArchive.Open(BackupFile);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}
