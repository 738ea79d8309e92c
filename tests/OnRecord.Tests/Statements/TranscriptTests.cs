using OnRecord.Record;
using Xunit;

namespace OnRecord.Tests.Statements;

public class TranscriptTests
{
    static (string Who, string What)[] Laid(string text, string frame) =>
        [
            .. Coding.Code(text) is var record
                ? record
                    .Statements.Where(s => s.Why.Contains("frame:" + frame))
                    .Select(s => (record.Cut(s.Source?.Spans), record.Cut(s.Content.Spans)))
                : [],
        ];

    [Fact]
    public void QuestionsAndAnswers_EachIsATurnUpToTheNext()
    {
        var turns = Laid(
            """
            The mayor spoke to this paper about the bridge and the ferry.

            Q: When will the bridge open?

            A: It will open in May if the weather holds.

            The ferry will run until then.

            Q: And who pays for it?

            A: The county pays.
            """,
            "Turn"
        );
        Assert.Equal(
            [
                ("Q", "When will the bridge open"),
                ("A", "It will open in May if the weather holds ... The ferry will run until then"),
                ("Q", "And who pays for it"),
                ("A", "The county pays"),
            ],
            turns
        );
    }

    [Fact]
    public void SpeakersWhoComeBack_AreTurnsOfTheSamePerson()
    {
        var record = Coding.Code(
            """
            The council met on Tuesday and argued about the bridge.

            MARTIN HOLT: Why did nobody close the bridge in time?

            ADA BROOK: We closed it when the engineers told us to.

            (CROSSTALK)

            HOLT: The engineers warned you in March.

            BROOK: They asked for more money in March.
            """
        );
        var turns = record.Statements.Where(s => s.Why.Contains("frame:Turn")).ToList();
        Assert.Equal(
            [
                "Why did nobody close the bridge in time",
                "We closed it when the engineers told us to",
                "The engineers warned you in March",
                "They asked for more money in March",
            ],
            turns.Select(s => record.Cut(s.Content.Spans))
        );
        Assert.Equal(turns[0].Source!.Actors, turns[2].Source!.Actors);
        Assert.Equal(turns[1].Source!.Actors, turns[3].Source!.Actors);
        Assert.All(turns, s => Assert.Null(s.NestedIn));
    }

    [Fact]
    public void TranscriptInsideQuotationMarks_NobodyGoesOnIntoTheNextTurn()
    {
        var turns = Laid(
            """
            Partial transcript of the talk as follows:

            "HOLT: Why did nobody close the bridge in time?

            "BROOK: We closed it when the engineers told us to.

            "HOLT: The engineers warned you in March."
            """,
            "Turn"
        );
        Assert.Equal(["HOLT", "BROOK", "HOLT"], turns.Select(t => t.Who));
        Assert.Equal("We closed it when the engineers told us to", turns[1].What);
    }

    [Fact]
    public void DescribedPeople_SpeakOnce()
    {
        var turns = Laid(
            """
            We asked people at the market about the new fares.

            Ada Brook, 34, nurse: I walk to work now because the bus costs too much.

            Martin Holt, 61, Elmtown: My pension does not pay for the train any more.

            Laura Stone, 22: I have not noticed, as I cycle everywhere.
            """,
            "Turn"
        );
        Assert.Equal(["Ada Brook", "Martin Holt", "Laura Stone"], turns.Select(t => t.Who));
        Assert.Equal("I walk to work now because the bus costs too much", turns[0].What);
    }

    [Theory]
    [InlineData("Ada Brook: 1,769.", "Martin Holt: 1,501.", "Ada Brook: 547.")] // a table
    [InlineData("Time: The doors open at nine.", "Place: The old town hall.", "Tickets: Six euros at the door.")] // no speaker comes back
    public void LabelsOfFigures_AreNoSpeakers(string first, string second, string third) =>
        Assert.Empty(Laid($"The council gave these facts on Tuesday.\n\n{first}\n\n{second}\n\n{third}", "Turn"));

    [Theory]
    [InlineData("“The bus costs too much, and it is late every day.” — Ada Brook")]
    [InlineData("“The bus costs too much, and it is late every day.”― Ada Brook, 34, Elmtown.")]
    [InlineData("“The bus costs too much, and it is late every day.”\n\n- Ada Brook.")]
    public void NameUnderAQuotation_SaidIt(string text)
    {
        var signed = Assert.Single(Laid("We asked people at the market.\n\n" + text + "\n\nThe company did not answer.", "Signature"));
        Assert.Equal(("Ada Brook", "“The bus costs too much, and it is late every day.”"), signed);
    }

    [Fact]
    public void Tweet_IsKnownByItsAccount()
    {
        var tweet = Assert.Single(
            Laid("The mayor answered at once.\n\nThe bridge is safe and will stay open. — Ada Brook (@adabrook) May 3, 2024", "Signature")
        );
        Assert.Equal(("Ada Brook", "The bridge is safe and will stay open"), tweet);
    }

    [Theory]
    [InlineData("The council said the bridge was safe, and the ferry too.\n\n- Ada Brook")] // a byline
    [InlineData("He called it “a day to forget and a night to remember” - Russian for a defeat.")]
    public void DashWithoutASignature_SaysNothing(string text) => Assert.Empty(Laid("The town met on Tuesday.\n\n" + text, "Signature"));

    [Theory]
    [InlineData("Ada Brook: The bridge is safe", "Ada Brook", "The bridge is safe")]
    [InlineData("Poll: Most drivers want the bridge closed", "Poll", "Most drivers want the bridge closed")]
    [InlineData("Ada Brook on fares: We will not raise them", "Ada Brook", "We will not raise them")]
    [InlineData("Exclusive – Ada Brook: The bridge is safe", "Ada Brook", "The bridge is safe")]
    [InlineData("A lesson from Ada Brook: “Close it while you can”", "Ada Brook", "“Close it while you can”")]
    public void HeadlineWithAColon_SaysWhatFollows(string headline, string who, string what)
    {
        var said = Assert.Single(
            Laid(headline + "\n\nMayor Ada Brook spoke about the bridge on Tuesday, and a poll was published.", "Headline")
        );
        Assert.Equal((who, what), said);
    }

    [Theory]
    [InlineData("The Latest: Council votes to close the bridge")]
    [InlineData("Ohio: Voters go to the polls")]
    [InlineData("A bridge too far: Council votes on Tuesday")]
    public void HeadlineWithAHeading_SaysNothing(string headline) =>
        Assert.Empty(Laid(headline + "\n\nMayor Ada Brook spoke about the bridge on Tuesday.", "Headline"));
}
