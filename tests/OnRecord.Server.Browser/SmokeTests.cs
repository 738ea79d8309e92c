namespace OnRecord.Server.Browser;

public sealed class SmokeTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    [Fact]
    public async Task Home_Opens()
    {
        var page = await Open("/");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("OnRecord"));
        if (Environment.GetEnvironmentVariable("ONRECORD_HOLD") is not null)
        {
            Console.Error.WriteLine(Site.Address);
            await Task.Delay(TimeSpan.FromMinutes(60), TestContext.Current.CancellationToken);
        }
    }
}
