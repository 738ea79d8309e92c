using System.Globalization;
using OnRecord.Knowledge;
using OnRecord.Record;
using OnRecord.Training.Statements;
using Xunit;

namespace OnRecord.Tests.Statements;

/// <summary>Every statement says by which row or rule it was found; without the words that its <c>why</c> points at it is not found.
/// </summary>
public sealed class CueIdTests
{
    /// <summary>Rules without a row: a verb that is in no row, and the two cues that are no verb, noun or adjective.</summary>
    static readonly string[] Rules = ["cue:*", "cue:according to", "cue::"];

    static readonly HashSet<string> Ids = [.. EmbeddedTable.Rows("cues").Select(r => $"cue:{r[0]}/{r[1]}"), .. Rules];

    static (string Id, int Offset) Read(string why)
    {
        var at = why.LastIndexOf('@');
        return (why[..at], int.Parse(why[(at + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>Sentences of the gold of wording and articles of the gold of answers: texts of this project in many constructions.</summary>
    static IEnumerable<ArticleRecord> Records() =>
        GoldTable.Rows("wording.tsv").Concat(GoldTable.Rows("answers.tsv")).Select(r => Coding.Code(r[0]));

    [Theory]
    [InlineData("Ada Brook said that the harbour would close.", "cue:say/v")] // verb and clause
    [InlineData("The harbour will close, Ada Brook announced on Monday.", "cue:announce/v")] // set off
    [InlineData("Ada Brook has repeatedly denied that she sold the boats.", "cue:deny/v")] // auxiliaries, adverb
    [InlineData("Ada Brook promised to rebuild the pier.", "cue:promise/v")] // infinitive
    [InlineData("Ada Brook warned of long delays at the port.", "cue:warn/v")] // preposition
    [InlineData("Ada Brook rejected the accusation.", "cue:reject/v")] // object
    [InlineData("Ada Brook accused the owner of lying about the leak.", "cue:accuse/v")] // object and preposition
    [InlineData("The tax is expected to rise in May.", "cue:expect/v")] // passive
    [InlineData("Ada Brook believes that the pier can be saved.", "cue:believe/v")] // belief
    [InlineData("The owner seems to accept the ruling.", "cue:seem/v")] // attributed to nobody
    [InlineData("Ada Brook's warning that the pier could fall was ignored.", "cue:warning/n")] // noun and clause
    [InlineData("The minister's promise to rebuild the pier was welcomed.", "cue:promise/n")] // noun and infinitive
    [InlineData("The crews' criticism of the budget grew louder on Monday.", "cue:criticism/n")] // noun and preposition
    [InlineData("The crews are confident that the pier will hold.", "cue:confident/a")] // adjective
    [InlineData("Voters were nervous about what the council might do.", "cue:nervous/a")] // adjective and preposition
    [InlineData("According to Ada Brook, the repairs will take three weeks.", "cue:according to")] // according to, before
    [InlineData("The repairs will take three weeks, according to Ada Brook.", "cue:according to")] // according to, behind
    [InlineData("\"The pier is not safe any more,\" Ada Brook said.", "cue:say/v")] // quotation before
    [InlineData("Ada Brook told reporters: \"We will not pay for the pier.\"", "cue:tell/v")] // quotation behind
    [InlineData("\"The pier is closed,\" said Ada Brook, \"and it will stay closed.\"", "cue:say/v")] // split
    [InlineData("Ada Brook warned that the town would \"run out of water\" by June.", "cue:warn/v")] // partly quoted
    [InlineData("The owner said the boats were safe, which Ada Brook denied.", "cue:deny/v")] // bare denial
    public void CueTakenAway_StatementWithThatIdIsGone(string text, string id)
    {
        var record = Coding.Code(text);
        var statement = record.Statements.FirstOrDefault(s => Read(s.Why[0]).Id == id);
        Assert.True(statement is not null, string.Join(" | ", record.Statements.Select(s => s.Why[0])));

        // the id points at a word of the cue
        var offset = Read(statement.Why[0]).Offset;
        Assert.Contains(statement.Cue!.Spans, s => s.Start <= offset && offset < s.End);

        var without = text;
        foreach (var span in statement.Cue.Spans.OrderByDescending(s => s.Start))
            without = string.Concat(without.AsSpan(0, span.Start), without.AsSpan(span.End));
        Assert.DoesNotContain(Coding.Code(without).Statements, s => Read(s.Why[0]).Id == id);
    }

    [Fact]
    public void TranscriptWithoutItsColon_HasNoStatementOfAColon()
    {
        const string text = "ADA BROOK: We will not raise the fares this year.\n\nTOM FERRIS: We shall see about that in the spring.";
        Assert.Contains(Coding.Code(text).Statements, s => Read(s.Why[0]).Id == "cue::");
        Assert.DoesNotContain(Coding.Code(text.Replace(":", "", StringComparison.Ordinal)).Statements, s => Read(s.Why[0]).Id == "cue::");
    }

    [Fact]
    public void VerbInNoRow_HasTheIdOfTheRuleForThem()
    {
        const string text = "\"The pier is not safe any more,\" Ada Brook yodelled.";
        Assert.Contains(Coding.Code(text).Statements, s => Read(s.Why[0]).Id == "cue:*");
        Assert.DoesNotContain(
            Coding.Code(text.Replace("yodelled", "", StringComparison.Ordinal)).Statements,
            s => Read(s.Why[0]).Id == "cue:*"
        );
    }

    [Fact]
    public void EveryStatement_NamesItsRowFirstAndItsFrame()
    {
        var statements = 0;
        foreach (var record in Records())
        foreach (var s in record.Statements)
        {
            statements++;
            var (id, offset) = Read(s.Why[0]);
            Assert.Contains(id, Ids);
            Assert.InRange(offset, 0, record.Article.Text.Length - 1);
            Assert.Contains(s.Why, w => w.StartsWith("frame:", StringComparison.Ordinal) || w == "bare-denial");
        }
        Assert.True(statements > 150, $"{statements} statements");
    }

    [Fact]
    public void EveryAnswer_NamesItsRule()
    {
        foreach (var record in Records())
        foreach (var s in record.Statements)
            Assert.Equal(s.Answers is { Count: > 0 }, s.Why.Any(w => w.StartsWith("answers:", StringComparison.Ordinal)));
    }

    [Fact]
    public void BareDenials_HaveARowOfTheirVerb()
    {
        foreach (var row in EmbeddedTable.Rows("answers").Where(r => r[0] == "bare"))
        foreach (var verb in row[1].Split(' '))
            Assert.Contains($"cue:{verb}/v", Ids);
    }
}
