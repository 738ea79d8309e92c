using CsCheck;
using OnRecord.Knowledge;
using Xunit;

namespace OnRecord.Tests.Knowledge;

public class KnowledgeBaseTests
{
    static readonly KnowledgeBase Base = KnowledgeBase.Load();

    public static TheoryData<string> States
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var e in Base.Entities)
                if (e.IsState)
                    data.Add(e.Id);
            return data;
        }
    }

    static Sense? Look(string words, SenseKind kind)
    {
        var cursor = new NameIndex.Cursor(Base.Names);
        foreach (var word in words.Split(' '))
            if (!cursor.Push(word.TrimStart('~'), !word.StartsWith('~')))
                return null;
        for (var s = cursor.Sense; s >= 0; s = Base.Names[s].Next)
            if (Base.Names[s].Kind == kind && cursor.Upper >= Base.Names[s].MinUpper)
                return Base.Names[s];
        return null;
    }

    static string? EntityOf(string words, SenseKind kind = SenseKind.Entity) => Look(words, kind) is { } s ? Base.Entities[s.Row].Id : null;

    [Theory]
    [MemberData(nameof(States))]
    public void State_HasCodeAndName(string code)
    {
        Assert.Matches("^[A-Z]{3}$", code);
        var state = Base.Entity(code)!;
        Assert.Equal(code, EntityOf(state.Name));
        Assert.Equal([code], state.Countries);
        Assert.NotNull(state.Latitude);
    }

    [Fact]
    public void States_AreUniqueAndNearlyAllHaveAdjectiveAndCapital()
    {
        var states = Base.Entities.Where(e => e.IsState).ToList();
        Assert.InRange(states.Count, 190, 210);
        Assert.Equal(states.Count, states.Select(s => s.Id).Distinct().Count());
        var adjectives = new HashSet<int>();
        var capitals = new HashSet<int>();
        for (var i = 0; i < Base.Names.Count; i++)
            if (Base.Names[i].Kind == SenseKind.Adjective)
                adjectives.Add(Base.Names[i].Row);
            else if (Base.Names[i].Kind == SenseKind.Capital)
                capitals.Add(Base.Names[i].Row);
        Assert.Equal(["COG", "DMA", "VAT"], states.Where(s => !adjectives.Contains(IndexOf(s))).Select(s => s.Id).Order());
        Assert.Equal(["ATA", "HKG", "MCO", "SGP", "SMR"], states.Where(s => !capitals.Contains(IndexOf(s))).Select(s => s.Id).Order());
    }

    static int IndexOf(Entity entity) => Base.Entities.TakeWhile(e => e != entity).Count();

    [Fact]
    public void Ids_AreUnique() =>
        Assert.Empty(Base.Entities.GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [InlineData("US", "USA")]
    [InlineData("U.S.", "USA")]
    [InlineData("United States", "USA")]
    [InlineData("Côte d'Ivoire", "CIV")]
    [InlineData("Cote d’ ~Ivoire", "CIV")]
    [InlineData("NATO", "NATO")]
    [InlineData("al-Shabaab", "SHABAAB")]
    [InlineData("al ~- ~Shabaab", "SHABAAB")]
    [InlineData("Kremlin", "RUS-KREM")]
    [InlineData("Donetsk People ~'s Republic", "DPR")]
    [InlineData("us", null)]
    [InlineData("who", null)]
    [InlineData("turkey", null)]
    public void Name_Written_IsFound(string words, string? id) => Assert.Equal(id, EntityOf(words));

    [Theory]
    [InlineData("Russian", "RUS")]
    [InlineData("French", "FRA")]
    [InlineData("Western", "WEST")]
    [InlineData("Kosovar", "KOS")]
    public void Adjective_Written_IsFound(string word, string id) => Assert.Equal(id, EntityOf(word, SenseKind.Adjective));

    [Theory]
    [InlineData("RUS", "foreign", "2022-02-10", "Sergei Lavrov")]
    [InlineData("GBR", "foreign", "2022-02-10", "Liz Truss")]
    [InlineData("GBR", "foreign", "2019-01-10", "Jeremy Hunt")]
    [InlineData("UKR", "president", "2014-03-10", "Oleksandr Turchynov")]
    [InlineData("NATO", "sg", "2020-01-01", "Jens Stoltenberg")]
    [InlineData("GBR", "foreign", "1950-01-01", null)]
    public void Holder_OfOfficeOnDay_IsKnown(string country, string role, string date, string? name) =>
        Assert.Equal(name, Base.Holder(country, role, date)?.Name);

    [Theory]
    [InlineData("NATO", "FIN", "2022-02-10", false)]
    [InlineData("NATO", "FIN", "2023-05-10", true)]
    [InlineData("EU", "GBR", "2019-01-01", true)]
    [InlineData("EU", "GBR", "2021-01-01", false)]
    [InlineData("COE", "RUS", "2021-06-01", true)]
    [InlineData("COE", "RUS", "2023-06-01", false)]
    [InlineData("UNASUR", "BRA", "2018-06-01", true)]
    [InlineData("UNASUR", "BRA", "2021-06-01", false)]
    [InlineData("UNASUR", "BRA", "2024-06-01", true)]
    public void Member_OnDay_Holds(string bloc, string country, string date, bool expected) =>
        Assert.Equal(expected, Base.Entity(bloc)!.HasMember(country, date));

    [Fact]
    public void Hash_OfTables_IsSha256()
    {
        Assert.Matches("^[0-9a-f]{64}$", Base.Hash);
        Assert.Equal(Base.Hash, KnowledgeBase.Load().Hash);
    }

    [Fact]
    public void Sectors_OfAllRows_ArePlovers()
    {
        string[] known =
        [
            .. "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".Split(' '),
            .. "IGO UNO EUR NGO ISM IMG MNC".Split(' '),
        ];
        var used = Base.Entities.SelectMany(e => e.Sectors).Concat(Base.Agents.SelectMany(a => a.Sectors));
        used = used.Concat(Base.Offices.SelectMany(o => o.Sectors))
            .Concat(Base.People.SelectMany(p => p.Spells.SelectMany(s => s.Sectors)));
        Assert.Empty(used.Distinct().Except(known));
    }

    [Fact]
    public void Spells_OfPeople_BeginBeforeTheyEnd()
    {
        foreach (var person in Base.People)
        foreach (var spell in person.Spells)
            if (spell.From.Length > 0 && spell.Until.Length > 0)
                Assert.True(Days.Year(spell.From) <= Days.Year(spell.Until), person.Id);
    }

    [Fact]
    public void Cursor_OverAnyText_NeverThrows() =>
        Gen
            .String.Array[0, 6]
            .Sample(words =>
            {
                var cursor = new NameIndex.Cursor(Base.Names);
                foreach (var w in words)
                    if (!cursor.Push(w, true))
                        break;
            });

    [Fact]
    public void Fold_OfLatinLetters_DropsDiacritics()
    {
        Assert.Equal("aeiouyncszoelzgs", string.Concat("áèîöúÿñçšžøęłżğş".Select(NameHash.Fold)));
        Assert.Equal('þ', NameHash.Fold('Þ'));
    }

    [Fact]
    public void Place_OfCity_HasCoordinates()
    {
        var moscow = Base.Place(Look("Moscow", SenseKind.City)!.Value);
        Assert.Equal("RUS", moscow.Country);
        Assert.InRange(moscow.Latitude!.Value, 55.5, 56);
        Assert.Equal("sea", Base.Place(Look("Black Sea", SenseKind.Region)!.Value).Precision);
    }
}
