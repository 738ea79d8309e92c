using System.Text;
using System.Text.Json;
using CsCheck;
using OnRecord.Archive.Export;

namespace OnRecord.Cli.Tests;

public sealed class TextPageTests
{
    [Fact]
    public void Page_TellsWhoPutsItHow_ThenWhoSaidAndDidWhat() =>
        Assert.Equal(
            """
            France Threatens to Bar Envoy
            The Example · 2024-03-14 · visit
            ────────────────────────────────────────────────────────────────────────────────────────────────────

            HOW THE MAIN ACTS ARE PUT

            France → Mali
              headline              THREATEN restrict     threatened    “France Threatens to Bar”
              Anne Dubois           AGREE                 denied        “France will send an envoy to Mali”
              a Malian official                           denied        “no such visit”

            WHO SAID WHAT, WHO DID WHAT

            Headline

              e1   France: THREATEN restrict (the act: COERCE restrict) · put as threatened · asserted by the
                   outlet · i1
                   “France Threatens to Bar”

            First paragraph

              s1   Anne Dubois, President: say “said on” · in the writer's words · on 2024-03-11
                   “France will send an envoy to Mali next week”

              e2   France → Mali: AGREE (the act: CONSULT visit) · put as denied · asserted by Anne Dubois (s1),
                   denied by a Malian official (s2) · in Bamako · on 2024-03-11 · i1
                   “France will send an envoy to Mali”

              s2   a Malian official: deny “said in” · in quotation marks · answers s1
                   “There is no such visit,”

            PLACES
              Bamako (MLI; 12.65, -8.00)

            DATES AND TIMES
              “Monday” = 2024-03-11; “next week” (not settled)

            NOT CODED
              events: an example of a reason
              share: “Share this”

            """,
            TextPage.Render(Records.Visit)
        );

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    [InlineData(100)]
    public void Lines_AreNeverWiderThanAsked(int width) =>
        Assert.All(
            TextPage.Render(Records.Visit, width).Split('\n'),
            line => Assert.InRange(Terminal.Columns(line), 0, width < 80 ? 80 : width)
        );

    [Fact]
    public void Colors_ChangeNothingButColor()
    {
        var colored = TextPage.Render(Records.Visit, colors: true);
        Assert.Equal(TextPage.Render(Records.Visit), System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Wrapped_TextKeepsItsWordsAndItsWidth() =>
        Gen.String[Gen.Char["ab “—é\u4E2D\u0301"], 0, 200]
            .Select(Gen.Int[4, 30])
            .Sample(
                (text, width) =>
                {
                    var page = new PageWriter(width, colors: false);
                    page.Wrap(0, 2, new Piece(text));
                    var lines = page.ToString().Split('\n');
                    Assert.All(lines, l => Assert.InRange(Terminal.Columns(l), 0, width));
                    Assert.Equal(string.Concat(text.Where(c => c != ' ')), string.Concat(string.Concat(lines).Where(c => c != ' ')));
                }
            );

    [Fact]
    public void EscapeSequencesInAnArticle_DoNotReachTheTerminal()
    {
        var page = new PageWriter(40, colors: false);
        page.Wrap(0, 0, new Piece("a\u001b[31mb\u0007c\u202Ed\u0085e"));
        Assert.DoesNotContain(page.ToString(), c => char.IsControl(c) && c != '\n' || c == '\u202E');
    }

    [Fact]
    public void Plover_HasALineAnEvent_WithOnWhoseWordAndWhetherItHappened()
    {
        var lines = Encoding.UTF8.GetString(PloverJson.Lines(Records.Visit)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        var e = JsonDocument.Parse(lines[1]).RootElement;
        Assert.Equal("visit#e2", e.GetProperty("id").GetString());
        Assert.Equal(("2024-03-11", "stated"), (e.GetProperty("date").GetString(), e.GetProperty("date_basis").GetString()));
        Assert.Equal("FRA", e.GetProperty("actor")[0].GetProperty("code").GetString());
        Assert.Equal("Mali", e.GetProperty("recipient")[0].GetProperty("entity_text").GetString());
        Assert.Equal("AGREE", e.GetProperty("event")[0].GetString());
        Assert.Equal("denied", e.GetProperty("factuality").GetString());
        Assert.Equal(
            ["Anne Dubois", "a Malian official"],
            e.GetProperty("attribution").EnumerateArray().Select(a => a.GetProperty("holder").GetString())
        );
        Assert.Equal("send an envoy", e.GetProperty("evidence")[1].GetProperty("text").GetString());
        Assert.Equal(("2024-03-14", "publication"), Date(lines[0]));
    }

    static (string?, string?) Date(string line)
    {
        var e = JsonDocument.Parse(line).RootElement;
        return (e.GetProperty("date").GetString(), e.GetProperty("date_basis").GetString());
    }
}
