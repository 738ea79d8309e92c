using CsCheck;
using OnRecord.Dates;
using OnRecord.Language;
using OnRecord.Text;
using Xunit;

namespace OnRecord.Tests.Dates;

public class TimeTaggerTests
{
    const string Thursday = "2022-02-10"; // the day of publication of all these sentences

    static string Read(string sentence, string? published = Thursday)
    {
        var document = Parsed.Flat(sentence, published);
        return string.Join("; ", TimeTagger.Find(document).Select(t => $"{t.Span.Of(document.Text)} {t.Kind} {t.Value}"));
    }

    [Theory]
    [InlineData("They met_VBD on February 3 ~, 2021 .", "February 3, 2021 Date 2021-02-03")]
    [InlineData("They met_VBD on 3 February 2021 .", "3 February 2021 Date 2021-02-03")]
    [InlineData("They met_VBD on the 3rd of February .", "the 3rd of February Date 2022-02-03")]
    [InlineData("They met_VBD on Feb. 3 .", "Feb. 3 Date 2022-02-03")]
    [InlineData("They met_VBD on 2021-02-03 .", "2021-02-03 Date 2021-02-03")]
    [InlineData("They met_VBD on 12/25/2020 .", "12/25/2020 Date 2020-12-25")]
    [InlineData("They met_VBD in March 2020 .", "March 2020 Date 2020-03")]
    [InlineData("They met_VBD in 2017 .", "2017 Date 2017")]
    [InlineData("They met_VBD in the 1990s .", "the 1990s Date 199")]
    [InlineData("They met_VBD in the third quarter of 2020 .", "the third quarter of 2020 Date 2020-Q3")]
    public void AbsoluteDate_Written_HasValue(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("He said_VBD so on Thursday .", "Thursday Date 2022-02-10")]
    [InlineData("He said_VBD so on Wednesday .", "Wednesday Date 2022-02-09")]
    [InlineData("He said_VBD so on Friday .", "Friday Date 2022-02-04")]
    [InlineData("He will_MD speak_VB on Friday .", "Friday Date 2022-02-11")]
    [InlineData("He spoke_VBD last Friday .", "last Friday Date 2022-02-04")]
    [InlineData("He will_MD speak_VB next Monday .", "next Monday Date 2022-02-14")]
    [InlineData("He spoke_VBD on Wednesday evening .", "Wednesday evening Time 2022-02-09TEV")]
    [InlineData("He spoke_VBD yesterday .", "yesterday Date 2022-02-09")]
    [InlineData("He will_MD speak_VB tomorrow .", "tomorrow Date 2022-02-11")]
    [InlineData("He spoke_VBD late last year .", "late last year Date 2021")]
    [InlineData("He spoke_VBD last week .", "last week Date 2022-W05")]
    [InlineData("He will_MD speak_VB next month .", "next month Date 2022-03")]
    [InlineData("He spoke_VBD in December .", "December Date 2021-12")]
    [InlineData("He will_MD speak_VB in December .", "December Date 2022-12")]
    [InlineData("He spoke_VBD two years ago .", "two years ago Date 2020")]
    [InlineData("He spoke_VBD three days ago .", "three days ago Date 2022-02-07")]
    [InlineData("He spoke_VBD in recent months .", "recent months Date PAST_REF")]
    [InlineData("He spoke_VBD recently_RB .", "recently Date PAST_REF")]
    public void RelativeDate_Written_CountsFromPublication(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("It lasted_VBD three days .", "three days Duration P3D")]
    [InlineData("It lasted_VBD twenty-five minutes .", "twenty-five minutes Duration PT25M")]
    [InlineData("It lasted_VBD for the past two weeks .", "the past two weeks Duration P2W")]
    [InlineData("It lasted_VBD for years .", "years Duration PXY")]
    [InlineData("She repeated_VBD months ~- ~old claims .", "months-old Duration PXM")]
    [InlineData("It happens_VBZ every week .", "every week Set P1W")]
    [InlineData("It happens_VBZ every Friday .", "every Friday Set XXXX-WXX-5")]
    [InlineData("It happens_VBZ twice a month .", "twice a month Set P1M")]
    [InlineData("It opened_VBD at 10:30 a.m. .", "10:30 a.m. Time 2022-02-10T10:30")]
    [InlineData("It opened_VBD at 9 p.m. .", "9 p.m. Time 2022-02-10T21:00")]
    public void DurationsSetsTimes_Written_HaveValues(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("They met_VBD early the")]
    [InlineData("They may_MD march_VB with 2000 people .")]
    [InlineData("A man of 40 years ~- ~old habits paid_VBD $ 2000 .")]
    [InlineData("The second_NN row sat_VBD down .")]
    public void NoTime_Written_FindsNothing(string sentence) => Assert.DoesNotContain("Date", Read(sentence), StringComparison.Ordinal);

    [Theory]
    [InlineData("He said_VBD so on Thursday .", "Thursday Date ")]
    [InlineData("He spoke_VBD late last year .", "late last year Date ")]
    [InlineData("It lasted_VBD three days in March 2020 .", "three days Duration P3D; March 2020 Date 2020-03")]
    public void Unpublished_RelativeDate_HasNoValue(string sentence, string expected) => Assert.Equal(expected, Read(sentence, null));

    [Fact]
    public void AnyWords_NeverThrow_AndNeverOverlap()
    {
        string[] words =
            "the last next May 31 February 99 2021 - / , of quarter third past few a an two hundred years ago old every once week Friday night 25:61 p.m. mid early end 0 00 12/45/9999 2022-13-40 year's 's o'clock more than".Split(
                ' '
            );
        Gen.Int[0, words.Length - 1]
            .Array[1, 12]
            .Sample(picks =>
            {
                var document = Parsed.Flat(string.Join(' ', picks.Select(p => words[p])), Thursday);
                var end = 0;
                foreach (var t in TimeTagger.Find(document))
                {
                    Assert.True(t.First >= end && t.End > t.First);
                    end = t.End;
                }
            });
    }

    [Fact]
    public void EmptyDocument_HasNoTimes() => Assert.Empty(TimeTagger.Find(Parsed.Read("")));
}
