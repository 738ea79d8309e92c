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
    [InlineData("He spoke_VBD on Nov. 20 .", "Nov. 20 Date 2021-11-20")]
    [InlineData("Talks are_VBP set_VBN for Feb. 25 .", "Feb. 25 Date 2022-02-25")]
    [InlineData("A vote was_VBD planned_VBN for March 3 .", "March 3 Date 2022-03-03")]
    [InlineData("They met_VBD in January this year .", "January this year Date 2022-01")]
    [InlineData("They met_VBD in early June last year .", "early June last year Date 2021-06")]
    public void DateWithoutYear_Written_IsNearestThatTheTenseAllows(string sentence, string expected) =>
        Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData(
        "Sales rose_VBD in the third quarter of 2021 from a year earlier .",
        "the third quarter of 2021 Date 2021-Q3; a year earlier Date 2020-Q3"
    )]
    [InlineData(
        "Sales rose_VBD in the third quarter of 2021 from the year-earlier period .",
        "the third quarter of 2021 Date 2021-Q3; the year-earlier period Date 2020-Q3"
    )]
    [InlineData("He retired_VBD in 1995 and left_VBD the following year .", "1995 Date 1995; the following year Date 1996")]
    public void TimeAfterAnother_Written_CountsFromIt(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData("They met_VBD on Christmas Day .", "Christmas Day Date 2021-12-25")]
    [InlineData("They met_VBD last Thanksgiving .", "last Thanksgiving Date 2021-11-25")]
    [InlineData("They met_VBD on Good Friday ~, 2019 .", "Good Friday, 2019 Date 2019-04-19")]
    [InlineData("He will_MD speak_VB on Easter Sunday .", "Easter Sunday Date 2022-04-17")]
    [InlineData("They met_VBD in nineteen ninety-seven .", "nineteen ninety-seven Date 1997")]
    [InlineData("They met_VBD at 10 p.m. Wednesday .", "10 p.m. Wednesday Time 2022-02-09T22:00")]
    public void NamedDaysAndSpelledYears_Written_HaveValues(string sentence, string expected) => Assert.Equal(expected, Read(sentence));

    [Theory]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_OfAYear_FallsOnItsSunday(int year, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Holidays.Easter(year));

    [Theory]
    [InlineData("He is_VBZ in his 30s and works_VBZ as soon as he can_MD .")]
    [InlineData("They import_VBP three ~- ~quarters of it .")]
    [InlineData("Jan Kavan spoke_VBD .")]
    public void LooksLikeTime_Written_IsNone(string sentence) => Assert.Equal("", Read(sentence));

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
