using OnRecord.Record;
using Xunit;

namespace OnRecord.Tests.Statements;

public class StatementFinderTests
{
    static StatementPart Find(ArticleRecord record, string content) =>
        record.Statements.FirstOrDefault(s => record.Cut(s.Content.Spans).Contains(content, StringComparison.Ordinal))
        ?? throw new InvalidOperationException(
            $"No statement holds “{content}”; there are: " + string.Join(" | ", record.Statements.Select(s => record.Cut(s.Content.Spans)))
        );

    [Fact]
    public void TimeBesideTheSubject_SourceIsTheSubject()
    {
        var record = Coding.Code("A Gallup poll taken this month suggests that the gap has shrunk.");
        var statement = Find(record, "the gap has shrunk");
        Assert.Equal("A Gallup poll taken this month", record.Cut(statement.Source?.Spans));
    }

    [Theory]
    [InlineData(
        "Anna Kowalska said that the bridge would stay closed until Friday.",
        "that the bridge would stay closed until Friday",
        "Anna Kowalska",
        "indirect",
        "say"
    )]
    [InlineData(
        "\"The bridge will stay closed,\" Anna Kowalska said.",
        "\"The bridge will stay closed,\"",
        "Anna Kowalska",
        "direct",
        "say"
    )]
    [InlineData(
        "“The bridge will stay closed,” said Anna Kowalska, the mayor.",
        "“The bridge will stay closed,”",
        "Anna Kowalska",
        "direct",
        "say"
    )]
    [InlineData("Anna Kowalska told reporters: \"We will not pay.\"", "\"We will not pay.\"", "Anna Kowalska", "direct", "say")]
    [InlineData(
        "Anna Kowalska warned that the town would “run out of water” by June.",
        "that the town would “run out of water” by June",
        "Anna Kowalska",
        "mixed",
        "warn"
    )]
    [InlineData(
        "Anna Kowalska denied that the town had run out of money.",
        "that the town had run out of money",
        "Anna Kowalska",
        "indirect",
        "deny"
    )]
    [InlineData(
        "Anna Kowalska claimed that the contract was a fraud.",
        "that the contract was a fraud",
        "Anna Kowalska",
        "indirect",
        "claim"
    )]
    [InlineData(
        "According to Anna Kowalska, the repairs will take three weeks.",
        "the repairs will take three weeks",
        "Anna Kowalska",
        "indirect",
        "say"
    )]
    [InlineData("Anna Kowalska promised to repair the bridge.", "to repair the bridge", "Anna Kowalska", "indirect", "promise")]
    [InlineData(
        "The bridge will stay closed until Friday, Mayor Anna Kowalska has announced.",
        "The bridge will stay closed until Friday",
        "Anna Kowalska",
        "indirect",
        "say"
    )]
    [InlineData(
        "‘We don’t have the money,’ Anna Kowalska said on Tuesday.",
        "‘We don’t have the money,’",
        "Anna Kowalska",
        "direct",
        "say"
    )]
    [InlineData(
        "''The bridge will stay closed,'' Anna Kowalska said.",
        "''The bridge will stay closed,''",
        "Anna Kowalska",
        "direct",
        "say"
    )]
    [InlineData("Anna Kowalska believes that the bridge can be saved.", "that the bridge can be saved", "Anna Kowalska", "indirect", "say")]
    public void EachForm_HasSpeakerContentKindAndAct(string text, string content, string speaker, string kind, string act)
    {
        var record = Coding.Code(text);
        var s = Find(record, content.Trim('"'));
        Assert.Equal(content, record.Cut(s.Content.Spans));
        Assert.Equal(speaker, record.Names(s.Source?.Actors));
        Assert.Equal((kind, act), (s.Kind, s.Cue?.Act));
    }

    [Fact]
    public void SplitQuotation_IsOneStatementOfTwoSpans()
    {
        var record = Coding.Code("“The road is closed,” Anna Kowalska said, “and it will stay closed.”");
        var s = Find(record, "The road is closed");
        Assert.Equal("“The road is closed,” ... “and it will stay closed.”", record.Cut(s.Content.Spans));
    }

    [Fact]
    public void QuotationInTheNextSentence_GoesOnFromTheSpeaker()
    {
        var record = Coding.Code("“The road is closed,” Anna Kowalska said. “It will stay closed until the summer.”");
        Assert.Contains("until the summer", record.Cut(Find(record, "The road is closed").Content.Spans), StringComparison.Ordinal);
    }

    [Fact]
    public void QuotationOverTwoParagraphs_IsOneStatement()
    {
        var record = Coding.Code(
            "The mayor spoke for an hour on Tuesday night.\n\n“We have waited for ten years,” Anna Kowalska said. “We are tired of waiting for the ministry.\n\n“We will build the bridge with our own hands.”"
        );
        Assert.Contains("with our own hands", record.Cut(Find(record, "We have waited").Content.Spans), StringComparison.Ordinal);
    }

    [Fact]
    public void PronounSpeaker_IsTheOneWhoSpokeBefore()
    {
        var record = Coding.Code("Prime Minister Anna Kowalska visited the harbour on Monday.\n\n“The ships will come back,” she said.");
        Assert.Equal("Anna Kowalska", record.Names(Find(record, "The ships will come back").Source?.Actors));
    }

    [Fact]
    public void UnnamedOfficials_AreClassedWithTheirCountry()
    {
        var record = Coding.Code("French officials said that the talks would go on for another week.");
        var s = Find(record, "the talks would go on");
        Assert.Equal(("officials", "FRA"), (s.Unnamed?.Class, s.Unnamed?.Country));
    }

    [Fact]
    public void DenialOfAClaim_AnswersIt()
    {
        var record = Coding.Code(
            "Poland claimed that Russia had closed the border crossing near the lake. Russia’s foreign ministry denied that the crossing had been closed."
        );
        var claim = Find(record, "had closed the border crossing");
        var denial = record.Statements.First(s => s.Cue?.Act == "deny");
        Assert.Equal([claim.Id], denial.Answers);
    }

    [Fact]
    public void StatementInsideAQuotation_IsNestedInIt()
    {
        var record = Coding.Code("“The minister promised that the harbour would be rebuilt by the spring,” Anna Kowalska said.");
        var inner = record.Statements.FirstOrDefault(s => s.Cue?.Lemma == "promise");
        Assert.NotNull(inner);
        Assert.Equal(Find(record, "The minister promised").Id, inner.NestedIn);
    }

    [Fact]
    public void CueTakenAway_TakesTheStatementAway()
    {
        Assert.NotEmpty(Coding.Code("Anna Kowalska said that the bridge was closed.").Statements);
        Assert.Empty(Coding.Code("The bridge was closed.").Statements);
    }

    [Theory]
    [InlineData("Anna Kowalska has repeatedly denied that the town had run out of money.", "has repeatedly denied", "deny")]
    [InlineData("Anna Kowalska did not say that the bridge would close.", "did not say", "say")]
    [InlineData("Voters were nervous about what the council might do.", "were nervous about", "nervous")]
    public void Cue_IsTheWholePhrase(string text, string cue, string lemma)
    {
        var record = Coding.Code(text);
        var found = Assert.Single(record.Statements).Cue!;
        Assert.Equal((cue, lemma), (record.Cut(found.Spans), found.Lemma));
    }

    [Fact]
    public void WhatSeems_IsAttributedToNobody()
    {
        var record = Coding.Code("The mayor seemed to accept the ruling of the court.");
        var statement = Find(record, "to accept the ruling");
        Assert.Null(statement.Source);
        Assert.Contains("The mayor", record.Cut(statement.Content.Spans), StringComparison.Ordinal);
    }

    [Fact]
    public void SourceWithARelativeClause_KeepsIt()
    {
        var record = Coding.Code("Anna Kowalska, who runs the port, said that the bridge was safe.");
        Assert.Equal("Anna Kowalska, who runs the port", record.Cut(Find(record, "the bridge was safe").Source!.Spans));
    }

    [Fact]
    public void PlaceBeforeAColon_IsAHeadingAndSaysNothing()
    {
        var record = Coding.Code(
            "Voters go to the polls on Tuesday.\n\nOhio: The race for governor is close.\n\nFlorida: Both parties spent heavily."
        );
        Assert.DoesNotContain(record.Statements, s => s.Cue is { Lemma: ":" });
    }

    [Fact]
    public void HeAgainAfterALongQuotation_IsWhoSpokeBeforeIt()
    {
        var record = Coding.Code(
            "Richard Berg, former chief lawyer to President Karl Stein, said the plan was weak. Mike Hale wrote it.\n\n"
                + "The risk is real, Berg said.\n\n"
                + "\"Hale did it. The Stein cabinet was doing it. It is nothing new. But it is a bad idea,\" he said."
        );
        var statement = Find(record, "Hale did it");
        Assert.Equal(["Richard Berg"], statement.Source!.Actors!.Select(a => record.Actors.Single(x => x.Id == a).Name));
    }

    [Fact]
    public void ReportedSpeech_LeavesBeliefsOut()
    {
        const string text = "Anna Kowalska hopes that the bridge will open. Anna Kowalska said that the bridge would open.";
        var coder = Coder.Load(new() { Statements = StatementScope.ReportedSpeech });
        var record = coder.Code(new() { Text = text });
        Assert.Equal(["say"], record.Statements.Select(s => s.Cue!.Lemma));
    }

    [Fact]
    public void AsSomebodyClaims_DoesNotTakeTheSentenceFromWhoeverDenies()
    {
        var record = Coding.Code("Karen Holst denied having sold the ship to the Russian fleet, as Moscow claims.");
        Assert.Equal("deny", record.Statements[0].Cue?.Lemma);
        Assert.DoesNotContain(
            record.Statements,
            s => record.Cut(s.Content.Spans).StartsWith("Karen Holst denied", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("\"We will wait,\" Lund said, speaking to Radio Fjord on Thursday.", "2024-03-14")]
    [InlineData("Lund said on Wednesday that the quay was closed.", "2024-03-13")]
    [InlineData("Lund said that the quay would open on Friday.", null)]
    public void Time_OfTheSaying_IsThatOutsideWhatIsSaid(string text, string? value)
    {
        var record = Coding.Coder.Code(new() { Text = text, Published = "2024-03-14" });
        var said = record.Statements.Single(s => s.Cue?.Lemma == "say");
        Assert.Equal(value, record.Times.SingleOrDefault(t => t.Id == said.Time)?.Value);
    }
}
