using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

/// <summary>Brings an archive to this version's schema, one numbered migration after the other, each in its own transaction: a half-done
/// upgrade is none.</summary>
internal static class Migrator
{
    const string Prefix = "migrations/";

    /// <summary>Schema that this version reads and writes: the number of the last migration.</summary>
    internal static int Latest { get; } = Scripts().Select(s => s.Number).Max();

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="ArchiveException">The archive was made by a newer version, or by another program.</exception>
    internal static void Migrate(SqliteConnection writer, string file)
    {
        if (Check(writer, file) == Latest)
            return;
        foreach (var (number, resource) in Scripts())
        {
            using var transaction = writer.BeginTransaction(); // IMMEDIATE: of two at once the second waits, and then sees it done
            if (Check(writer, file) < number)
            {
                using var stream = typeof(Migrator).Assembly.GetManifestResourceStream(resource)!;
                using var reader = new StreamReader(stream);
                using var command = writer.CreateCommand();
                command.Transaction = transaction;
                command.CommandText =
                    reader.ReadToEnd()
                    + string.Create(
                        CultureInfo.InvariantCulture,
                        $"\nPRAGMA user_version = {number};\nPRAGMA application_id = {Database.ApplicationId};"
                    );
                try
                {
                    command.ExecuteNonQuery();
                }
                catch (SqliteException e) when (e.SqliteErrorCode == 1) // its SQL does not fit what is there
                {
                    throw new ArchiveException(
                        $"{file} can't be brought to schema {number} ({e.Message}); it is as it was",
                        "'onrecord restore' its last backup, or name another file with --archive",
                        e
                    );
                }
            }
            transaction.Commit();
        }
    }

    /// <summary>The schema of an archive; 0 for an empty file.</summary>
    /// <exception cref="ArchiveException">It can't be read by this version.</exception>
    internal static int Check(SqliteConnection connection, string file)
    {
        using var command = connection.CreateCommand();
        // One statement sees one state: between several, another program may make the archive.
        command.CommandText =
            "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), count(*) FROM sqlite_schema";
        using var row = command.ExecuteReader();
        row.Read();
        var (application, version, tables) = (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2));
        if (application != Database.ApplicationId && (application != 0 || version != 0 || tables != 0))
            throw new ArchiveException($"{file} is the database of another program", "name another file with --archive");
        if (version > Latest)
            throw new ArchiveException(
                $"{file} was made by a newer version of onrecord (schema {version}, this one knows {Latest})",
                "use that version"
            );
        return version;
    }

    static List<(int Number, string Resource)> Scripts() =>
        [
            .. typeof(Migrator)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => (int.Parse(n.AsSpan(Prefix.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), n)),
        ];
}
