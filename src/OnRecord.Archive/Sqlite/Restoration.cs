using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

/// <summary>Files changed so that a crash leaves either the old or the new.</summary>
internal static class Durable
{
    /// <summary>Gives a finished file its name.</summary>
    internal static void Rename(string from, string to)
    {
        using (var stream = new FileStream(from, FileMode.Open, FileAccess.ReadWrite))
            stream.Flush(flushToDisk: true);
        File.Move(from, to);
    }
}

/// <summary>Puts a backup where an archive is.</summary>
internal static class Restoration
{
    /// <summary>Writes the new archive beside the old one, and only when it is complete puts it in its place: a full disk leaves the old
    /// one where it is.</summary>
    /// <returns>The file that holds what was replaced, or null.</returns>
    internal static string? Replace(string file, Action<string> write)
    {
        var full = Path.GetFullPath(file);
        var partial = full + ".partial";
        try
        {
            RefuseInUse(full);
            write(partial);
            var kept = File.Exists(full) ? SetAside(full) : null;
            Durable.Rename(partial, full);
            return kept;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(partial);
            throw new ArchiveException(
                $"{file} can't be replaced: {e.Message}",
                "free some space, or check that you may write the file and its folder; what it held is untouched",
                e
            );
        }
        catch
        {
            Discard(partial);
            throw;
        }
    }

    /// <summary>Removes a file that was not completed, with what SQLite keeps beside it, as far as that can be done.</summary>
    internal static void Discard(string partial)
    {
        foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
            try
            {
                File.Delete(partial + ending);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // the error that led here says more
            }
    }

    /// <exception cref="ArchiveException">Another program has the archive open.</exception>
    internal static void RefuseInUse(string file)
    {
        if (File.Exists(file) && InUse(file))
            throw new ArchiveException($"{file} is in use", "end 'onrecord serve' or 'add' on it first");
    }

    /// <summary>Moves the archive that is there, log and all, out of the way. A program that has it open would go on writing to it, so
    /// nobody may have.</summary>
    static string SetAside(string file)
    {
        RefuseInUse(file);
        var kept = file + ".before-restore";
        for (var i = 2; Path.Exists(kept); i++)
            kept = file + ".before-restore-" + i.ToString(CultureInfo.InvariantCulture);
        File.Move(file, kept);
        foreach (var ending in new[] { "-wal", "-shm" })
            if (File.Exists(file + ending))
                File.Move(file + ending, kept + ending);
        return kept;
    }

    /// <summary>Whether another connection holds the file: leaving WAL mode needs it alone. A damaged file is not in use.</summary>
    static bool InUse(string file)
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                    DefaultTimeout = 1,
                }.ConnectionString
            );
            connection.Open();
            Database.Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Database.Execute(connection, "BEGIN EXCLUSIVE");
            Database.Execute(connection, "ROLLBACK"); // COMMIT would make a database of an empty file
            return false;
        }
        catch (SqliteException e)
        {
            return e.SqliteErrorCode is 5 or 6; // BUSY, LOCKED
        }
    }
}
