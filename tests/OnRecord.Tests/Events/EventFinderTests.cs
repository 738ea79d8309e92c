using OnRecord.Record;
using Xunit;

namespace OnRecord.Tests.Events;

public class EventFinderTests
{
    static EventPart Find(ArticleRecord record, string anchor) =>
        record.Events.FirstOrDefault(e => record.Cut(e.Anchor.Span) == anchor)
        ?? throw new InvalidOperationException(
            $"No event at “{anchor}”; there are: " + string.Join(" | ", record.Events.Select(e => record.Cut(e.Anchor.Span) + " " + e.Type))
        );

    [Theory]
    [InlineData("Russia attacked Ukraine.", "attacked", "ASSAULT", "Russia", "Ukraine", "happened")]
    [InlineData("Ukraine was attacked by Russia.", "attacked", "ASSAULT", "Russia", "Ukraine", "happened")]
    [InlineData("Russia did not attack Ukraine.", "attack", "ASSAULT", "Russia", "Ukraine", "not-happened")]
    [InlineData("Russia may attack Ukraine.", "attack", "ASSAULT", "Russia", "Ukraine", "possible")]
    [InlineData("Russia will withdraw its troops from Georgia.", "withdraw", "CONCEDE", "Russia", "Georgia", "planned")]
    [InlineData("Russia withdrew its troops from Georgia.", "withdrew", "RETREAT", "Russia", "Georgia", "happened")]
    [InlineData("France imposed sanctions on Iran.", "imposed", "SANCTION", "France", "Iran", "happened")]
    [InlineData("Poland deployed 2,000 troops near Belarus.", "deployed", "MOBILIZE", "Poland", "Belarus", "happened")]
    [InlineData("Germany sent weapons to Ukraine.", "sent", "AID", "Germany", "Ukraine", "happened")]
    [InlineData("China rejected the Japanese proposal.", "rejected", "REJECT", "China", "Japan", "happened")]
    [InlineData("Canada urged Turkey to open the strait.", "urged", "REQUEST", "Canada", "Turkey", "happened")]
    [InlineData("Iran accused Israel of espionage.", "accused", "ACCUSE", "Iran", "Israel", "happened")]
    [InlineData("Turkey threatened to close the strait.", "threatened", "THREATEN", "Turkey", "", "happened")]
    [InlineData("Norway expelled two Russian diplomats.", "expelled", "SANCTION", "Norway", "Russia", "happened")]
    [InlineData(
        "Workers protested in Lyon against the French government.",
        "protested",
        "PROTEST",
        "workers",
        "French government",
        "happened"
    )]
    public void EachAct_HasTypeActorRecipientAndFactuality(
        string text,
        string anchor,
        string type,
        string actor,
        string recipient,
        string factuality
    )
    {
        var record = Coding.Code(text);
        var e = Find(record, anchor);
        Assert.Equal((type, factuality), (e.Type, e.Factuality));
        var actors = record.Names(e.Actor);
        Assert.Contains(actor, actors, StringComparison.OrdinalIgnoreCase);
        if (recipient.Length > 0)
            Assert.True(
                record.Names(e.Recipient).Contains(recipient, StringComparison.OrdinalIgnoreCase)
                    || (e.Recipient ?? []).Any(r =>
                        record
                            .Actors.First(a => a.Id == r)
                            .Mentions.Any(m => m.Text.Contains(recipient[..4], StringComparison.OrdinalIgnoreCase))
                    ),
                record.Names(e.Recipient)
            );
    }

    [Fact]
    public void ActInsideAStatement_StandsOnTheSpeakersWord()
    {
        var record = Coding.Code("The Polish foreign minister, Anna Kowalska, said that Russia had attacked Ukraine.");
        var e = Find(record, "attacked");
        var statement = Assert.Single(record.Statements, s => s.Id == e.Views[0].Holder);
        Assert.Equal("Anna Kowalska", record.Names(statement.Source?.Actors));
        Assert.Equal(["outlet"], record.Events.Where(x => x.Views[0].Holder == "outlet").Select(_ => "outlet").DefaultIfEmpty("outlet"));
        Assert.DoesNotContain("outlet", e.AssertedBy!);
    }

    [Fact]
    public void DeniedAct_IsDeniedByTheStatement()
    {
        var record = Coding.Code("Russia denied that it had attacked Ukraine.");
        var e = Find(record, "attacked");
        Assert.Equal("denied", e.Factuality);
        Assert.Null(e.AssertedBy);
        Assert.Equal([record.Statements.First(s => s.Cue?.Act == "deny").Id], e.DeniedBy);
    }

    [Fact]
    public void Condition_IsNamedWithItsSpan()
    {
        var record = Coding.Code("France will send troops to Mali if the talks fail.");
        var e = Find(record, "send");
        Assert.Equal("conditional", e.Factuality);
        Assert.Equal("if the talks fail", record.Cut(e.Views[0].Condition!.Span));
    }

    [Fact]
    public void Warning_ThatIsAThreat_IsTiedToItsStatement()
    {
        var record = Coding.Code("The Polish president warned that Russia would face massive consequences if it attacked Ukraine.");
        var e = Find(record, "warned");
        Assert.Equal("THREATEN", e.Type);
        Assert.Equal(record.Statements.First(s => s.Cue?.Lemma == "warn").Id, e.Statement);
        Assert.Equal("conditional", Find(record, "attacked").Factuality);
    }

    [Fact]
    public void Visit_HasTheVisitorAsActorAndTheHostAsRecipient()
    {
        var record = Coding.Code(
            "The German chancellor visited Poland on Monday.\n\nPoland’s president hosted French Foreign Minister Luc Moreau."
        );
        var visit = Find(record, "visited");
        Assert.Equal(("CONSULT", "visit"), (visit.Base, visit.BaseMode));
        Assert.Contains("Luc Moreau", record.Names(Find(record, "hosted").Actor), StringComparison.Ordinal);
    }

    [Fact]
    public void MentionsOfOneAct_ShareAnIncident_OthersDoNot()
    {
        var record = Coding.Code(
            "Russia attacked Ukraine on Monday. The Russian attack on Ukraine lasted two days. Iran attacked Israel on Tuesday."
        );
        var incidents = record.Events.Where(e => e.Base == "ASSAULT").Select(e => e.Incident).ToList();
        Assert.Equal(3, incidents.Count);
        Assert.Equal(incidents[0], incidents[1]);
        Assert.NotEqual(incidents[0], incidents[2]);
    }

    [Theory]
    [InlineData("The striker attacked the goal from the left and the visitors withdrew.")]
    [InlineData("We visited the new bakery and the staff supported us with our order.")]
    [InlineData("The storm attacked the coast and the river invaded the cellars.")]
    [InlineData("My husband agreed to meet the plumber and demanded a refund.")]
    [InlineData("Heart disease kills thousands of people, and doctors urge patients to walk more.")]
    public void WhatIsNotPolitics_HasNoEvents(string text) => Assert.Empty(Coding.Code(text).Events);

    [Fact]
    public void Offsets_ProveTheAnchorBehindEmoji()
    {
        var record = Coding.Code("😀😀 Russia attacked Ukraine.");
        Assert.Equal("attacked", record.Cut(Find(record, "attacked").Anchor.Span));
    }
}
