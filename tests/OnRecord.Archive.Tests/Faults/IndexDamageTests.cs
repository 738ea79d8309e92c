using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Faults;

/// <summary>The index, which searching reads, says something else than the records: verify finds it, repair makes it anew from them.
/// </summary>
public sealed class IndexDamageTests : IDisposable
{
    const int Articles = 40;

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Damages =>
        [
            "DELETE FROM statement WHERE id = 3",
            "UPDATE statement SET act = act + 1 WHERE id = 3",
            "UPDATE statement SET day = day + 1 WHERE id = 3",
            "UPDATE statement SET speaker = 0 WHERE id = 3",
            "UPDATE statement SET outlet_id = 1 + outlet_id % 3 WHERE id = 3",
            "UPDATE statement_span SET content = '0+5' WHERE id = 3",
            "UPDATE statement_actor SET actor_id = 0 WHERE statement_id = 3 AND role = 1",
            "DELETE FROM statement_actor WHERE statement_id = 3 AND role = 2",
            "DELETE FROM event WHERE id = 3",
            "UPDATE event SET factuality = factuality + 1 WHERE id = 3",
            "UPDATE event SET outlet_id = 1 + outlet_id % 3 WHERE id = 3",
            "UPDATE event_span SET evidence = '0+5' WHERE id = 3",
            "DELETE FROM event_actor WHERE event_id = 3 AND role = 2",
            "DELETE FROM view WHERE event_id = 3",
            "UPDATE view SET stance = stance + 1 WHERE event_id = 3",
            "INSERT INTO answer VALUES (3, 2)",
            "DELETE FROM article_index WHERE id = 3",
            "UPDATE article_index SET outlet_id = 1 + outlet_id % 3 WHERE id = 3",
            "DELETE FROM article_actor WHERE article_id = 3",
            "UPDATE article_actor SET office = 'king' WHERE article_id = 3",
            "UPDATE actor SET articles = articles + 1 WHERE id = 2",
            "UPDATE actor SET name = 'Nobody' WHERE id = 2",
            "UPDATE actor SET country = 'XYZ' WHERE id = 2",
            "UPDATE outlet SET name = 'Nothing' WHERE id = 2",
            "INSERT INTO actor_fts (actor_fts) VALUES ('delete-all')",
            "INSERT INTO outlet_fts (outlet_fts) VALUES ('delete-all')",
            "INSERT INTO statement_fts (statement_fts) VALUES ('delete-all')",
            "INSERT INTO event_fts (event_fts) VALUES ('delete-all')",
            "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
            "INSERT INTO statement_fts (rowid, content) VALUES (3, 'a word that nobody said')",
            "DELETE FROM statement_fts_data WHERE id > 10",
            "DELETE FROM term WHERE id = 3",
            "UPDATE article SET coding_id = NULL WHERE id = 3",
            "UPDATE article SET version_id = version_id + 1 WHERE id = 3",
        ];

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damage_IsFoundAndMended(string sql)
    {
        var file = Invented.Archive(_folder.File("archive.db"), Articles);
        string answers;
        using (var whole = SqliteArchive.Open(file))
            answers = Invented.Answers(whole);
        Tables.Execute(file, sql);
        using (var damaged = SqliteArchive.Open(file))
        {
            var faults = damaged.Verify().ToList();
            Assert.NotEmpty(faults);
            Assert.All(faults, f => Assert.NotEmpty(f.Remedy));
            Assert.Contains(faults, f => f.Remedy.Contains("--repair", StringComparison.Ordinal));
        }
        Assert.Empty(SqliteArchive.Repair(file));
        using var mended = SqliteArchive.Open(file);
        Invented.AssertHolds(mended, Enumerable.Range(0, Articles).Select(i => $"inv-{i}"));
        Assert.Equal(answers, Invented.Answers(mended));
    }

    public static TheoryData<string> RecordDamages =>
        [
            "UPDATE version SET text = (SELECT text FROM version WHERE id = 4) WHERE id = 3",
            "UPDATE version SET source = replace(source, 'Post', 'Past')",
            "UPDATE version SET content_hash = zeroblob(32) WHERE id = 3",
            "UPDATE coding SET record = zeroblob(80) WHERE id = 3",
            "UPDATE coding SET record = (SELECT record FROM coding WHERE id = 4), hash = (SELECT hash FROM coding WHERE id = 4) WHERE id = 3",
            "UPDATE coding SET version_id = 500 WHERE id = 3",
            "DELETE FROM coding WHERE id = 3",
            "DELETE FROM version WHERE id = 3",
            "UPDATE coder SET json = replace(json, '1.0.0', '1.0.1')",
        ];

    /// <summary>What is damaged can't be had back, but it is named, is not given out as true, and adding it again brings it back.</summary>
    [Theory]
    [MemberData(nameof(RecordDamages))]
    public void DamagedRecord_IsNamed_AndComesBackByAdding(string sql)
    {
        var file = Invented.Archive(_folder.File("archive.db"), Articles);
        Tables.Execute(file, "PRAGMA foreign_keys = OFF; " + sql);
        using (var damaged = SqliteArchive.Open(file))
        {
            Assert.NotEmpty(damaged.Verify());
            for (var i = 0; i < Articles; i++)
                try
                {
                    if (damaged.Article($"inv-{i}") is { } kept)
                        Invented.AssertIsTold(kept.Record, $"inv-{i}");
                }
                catch (ArchiveException e)
                {
                    Assert.NotEmpty(e.Remedy);
                }
        }
        Assert.NotEmpty(SqliteArchive.Repair(file));
        using var mended = SqliteArchive.Open(file);
        Assert.Empty(mended.Verify());
        Invented.Add(mended, Enumerable.Range(0, Articles));
        Invented.AssertHolds(mended, Enumerable.Range(0, Articles).Select(i => $"inv-{i}"));
    }
}
