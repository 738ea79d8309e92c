using OnRecord.Knowledge;
using Xunit;

namespace OnRecord.Tests.Knowledge;

public class UserTablesTests
{
    const string Lund = "nor-lund-kari\tKari Lund\tLund*\tNOR\t\tdefence\tDefence Minister\tGOV|MIL\t2023-10-16\t\tf";

    [Fact]
    public void Person_Added_IsFoundAndHoldsTheOffice()
    {
        using var folder = new TablesFolder().With("people", "# of our own", "", Lund);
        var knowledge = KnowledgeBase.Load(folder.Path);
        Assert.NotEqual(KnowledgeBase.Load().Hash, knowledge.Hash);
        Assert.Contains(knowledge.People, p => p.Id == "nor-lund-kari" && p.IsProminent);
        var record = Coder
            .Load(null, folder.Path)
            .Code(new() { Text = "Lund said that the port in Norway was closed.", Published = "2024-03-14" });
        var lund = record.Actors.Single(a => a.Name == "Lund");
        Assert.Equal(("nor-lund-kari", "Defence Minister"), (lund.Kb, lund.Role?.Title));
        Assert.Equal(knowledge.Hash, record.Coder.Knowledge);
    }

    [Fact]
    public void Person_WithTheIdOfAnother_TakesItsPlaceInEveryTable()
    {
        var known = KnowledgeBase.Load().People.First(p => p.Country == "NOR" && p.Spells.Exists(s => s.Role == "premier"));
        using var folder = new TablesFolder().With("people", $"{known.Id}\tNobody Atall\t\tNOR\t\tmayor\tMayor\tGOV\t2001\t2002\tf");
        var person = KnowledgeBase.Load(folder.Path).People.Single(p => p.Id == known.Id);
        Assert.Equal("Nobody Atall", person.Name);
        Assert.Equal("mayor", Assert.Single(person.Spells).Role);
    }

    [Fact]
    public void Row_WithAMinus_IsTakenAway()
    {
        using var folder = new TablesFolder().With("organisations", "-RUS-KREM").With("cues", "-claim\tv");
        var knowledge = KnowledgeBase.Load(folder.Path);
        Assert.Null(knowledge.Entity("RUS-KREM"));
        Assert.NotNull(knowledge.Entity("GBR-DS"));
        Assert.DoesNotContain(knowledge.Rows("cues"), r => r[0] == "claim" && r[1] == "v");
        Assert.Contains(knowledge.Rows("cues"), r => r[0] == "claim" && r[1] == "n");
    }

    [Fact]
    public void CueWord_Added_HasItsAct()
    {
        using var folder = new TablesFolder().With("cues", "postulate\tv\tclaim\tspeech\tdistancing");
        var text = new OnRecord.Text.Article { Text = "The minister postulated that the ship had struck a wreck." };
        Assert.Equal("claim", Assert.Single(Coder.Load(null, folder.Path).Code(text).Statements).Cue!.Act);
    }

    [Theory]
    [InlineData("people", "a\tb", "people.tsv:1: 2 columns parted by tabs, where people.tsv has 6 or more")]
    [InlineData("people", "a\tA B\t\tNOR\t\tpremier\tPrime Minister\tGOV\t2023-13-01\t\tf", "2023-13-01 is no date")]
    [InlineData("cues", "say\tx\tsay\tspeech\tneutral", "part of speech x is not v, n or a")]
    [InlineData("agents", "bargee\tbargees\tLAB\tgroup\t\tq", "the sixth p, n or x")]
    [InlineData("countries", "\tXX\tNowhere\t\t\t\t", "the first column is empty")]
    [InlineData("plover", "AGREE\t1\t2", "no table that can be added to has this name")]
    public void Row_ThatIsNotAsItsTableSays_IsNamed(string table, string row, string message)
    {
        using var folder = new TablesFolder().With(table, row);
        Assert.Contains(
            message,
            Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void CueWord_WithAnActThereIsNot_IsNamed()
    {
        using var folder = new TablesFolder().With("cues", "say\tv\tsing\tspeech\tneutral");
        Assert.Contains(
            "sing is none of say",
            Assert.Throws<KnowledgeException>(() => Coder.Load(null, folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Folder_EmptyMissingOrNotText_IsNamed()
    {
        using var folder = new TablesFolder();
        Assert.Contains(
            "holds no .tsv file",
            Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(folder.Path)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "there is no folder",
            Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(folder.Path + "x")).Message,
            StringComparison.Ordinal
        );
        File.WriteAllBytes(Path.Combine(folder.Path, "people.tsv"), [0xff, 0xfe, 0x00, 0x80]);
        Assert.Contains(
            "not UTF-8",
            Assert.Throws<KnowledgeException>(() => KnowledgeBase.Load(folder.Path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void SameFolder_Twice_GivesTheSameBytes()
    {
        using var folder = new TablesFolder().With("people", Lund);
        Assert.Equal(UserTables.Compile(folder.Path), UserTables.Compile(folder.Path));
    }
}
