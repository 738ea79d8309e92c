using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using OnRecord.Record;
using OnRecord.Tests.Text;
using Xunit;

namespace OnRecord.Tests.Record;

public class RecordTests
{
    const string Story =
        "The minister 😀 said “the café\u0301 will re-open” on Monday.\r\n\r\nRussia’s defence ministry denied the claim 👩‍👩‍👧, calling it “a lie”.";

    [Fact]
    public void EveryTextInARecord_IsTheTextAtItsSpan()
    {
        var record = Coding.Code(Story);
        Assert.NotEmpty(record.Statements);
        AssertTextsMatch(record);
    }

    [Fact]
    public void AnyText_EveryTextInARecordIsTheTextAtItsSpan() =>
        Gen.Select(CodePointsTests.AnyText, CodePointsTests.AnyText)
            .Sample((a, b) => AssertTextsMatch(Coding.Code(a + "\n" + Story + b)), iter: 100);

    static void AssertTextsMatch(ArticleRecord record)
    {
        foreach (var a in record.Actors)
        foreach (var m in a.Mentions)
            Assert.Equal(m.Text, record.Cut(m.Span));
        foreach (var t in record.Times)
            Assert.Equal(t.Text, record.Cut(t.Span));
        foreach (var p in record.Places)
            Assert.Equal(p.Text, record.Cut(p.Span));
        foreach (var w in record.Wording)
            Assert.Equal(w.Text, record.Cut(w.Span));
    }

    [Fact]
    public void Record_GoesThroughJsonUnchanged()
    {
        var json = RecordJson.Serialize(Coding.Code(Story));
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(RecordJson.Serialize(RecordJson.Deserialize(json))));
    }

    [Fact]
    public void Json_HasCamelCaseNamesSpansAsPairsAndNoNulls()
    {
        var json = Encoding.UTF8.GetString(RecordJson.Serialize(Coding.Code(Story)));
        Assert.StartsWith("{\"schema\":\"onrecord/1.0\",\"id\":\"test\",\"article\":{", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.Contains("\"content\":{\"spans\":[[", json, StringComparison.Ordinal);
        Assert.Contains("“the café\u0301 will re-open”", json, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownFields_AreIgnored()
    {
        var json = Encoding.UTF8.GetString(RecordJson.Serialize(Coding.Code("A short text.")));
        var later = json.Replace("{\"schema\"", "{\"fromTheFuture\":{\"x\":[1]},\"schema\"", StringComparison.Ordinal);
        Assert.Equal("test", RecordJson.Deserialize(Encoding.UTF8.GetBytes(later)).Id);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"onrecord/1.0\",\"id\":\"x\",\"article\":{\"text\":\"\",\"textHash\":\"\",\"headline\":[5,1]}}")]
    [InlineData("[1")]
    public void WhatIsNoRecord_IsRefused(string json) =>
        Assert.ThrowsAny<JsonException>(() => RecordJson.Deserialize(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void WriteLine_EndsWithOneLineFeed()
    {
        var buffer = new ArrayBufferWriter<byte>();
        RecordJson.WriteLine(buffer, Coding.Code("A short text.\nAnother line."));
        Assert.Equal(1, buffer.WrittenSpan.Count((byte)'\n'));
        Assert.Equal((byte)'\n', buffer.WrittenSpan[^1]);
    }

    [Fact]
    public void NoIdGiven_IsTheHashOfOutletUrlAndText()
    {
        var article = new OnRecord.Text.Article { Text = "Some text.", Outlet = "The Courier" };
        var id = Coding.Coder.Code(article).Id;
        Assert.Equal(64, id.Length);
        Assert.Equal(id, Coding.Coder.Code(article).Id);
        Assert.NotEqual(id, Coding.Coder.Code(article with { Outlet = "Another" }).Id);
    }

    [Fact]
    public void ReferencesInARecord_AllExist()
    {
        var record = Coding.Code(
            Story
                + "\n\nThe minister warned on Tuesday that Russia would pay a price if it attacked. He met his Polish counterpart in Warsaw."
        );
        var actors = record.Actors.Select(a => a.Id).ToHashSet();
        var statements = record.Statements.Select(s => s.Id).ToHashSet();
        Assert.All(record.Statements.SelectMany(s => s.Source?.Actors ?? []), a => Assert.Contains(a, actors));
        Assert.All(record.Statements.Where(s => s.NestedIn is not null), s => Assert.Contains(s.NestedIn!, statements));
        Assert.All(record.Events.SelectMany(e => (e.Actor ?? []).Concat(e.Recipient ?? [])), a => Assert.Contains(a, actors));
        Assert.All(record.Events.SelectMany(e => e.Views).Where(v => v.Holder != "outlet"), v => Assert.Contains(v.Holder, statements));
    }
}
